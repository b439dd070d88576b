import { Icon, Link, Tag } from '#/ui/index.ts';
import { highlight } from '#/platform/search/index.ts';
import { type Lang, say } from '#/values/text.ts';
import type { CatalogueFacts } from '../catalogue.ts';
import { firstClause } from './labels.ts';
import { Marked } from './marked.tsx';
import { words } from './words.ts';

export interface ServiceListProps {
  readonly lang: Lang;
  readonly services: readonly CatalogueFacts[];
  /** Plain syllables to mark; none when nothing was searched. */
  readonly marked?: ReadonlySet<string> | undefined;
}

const none: ReadonlySet<string> = new Set();

/** Services under each other: name, who does it, how long, and how it is otherwise called. */
export function ServiceList({ lang, services, marked = none }: ServiceListProps) {
  return (
    <ol class="services">
      {services.map((facts) => (
        <li class="service" key={facts.slug}>
          <h3>
            <Link href={`/dich-vu/${facts.slug}`}>
              <Marked text={say(lang, facts.shortName)} words={marked} />
            </Link>
          </h3>
          <AlsoCalled lang={lang} facts={facts} marked={marked} />
          <p class="service-facts">
            <Icon name="building-2" /> {say(lang, facts.executingAgency)}
          </p>
          <p class="service-facts">
            <Icon name="clock" /> {say(lang, firstClause(facts.deadlineText))}
          </p>
          {facts.channels.includes('ONLINE') && (
            <p>
              <Tag tone={facts.onlineLevel === 'FULL' ? 'good' : 'neutral'}>
                {say(lang, facts.onlineLevel === 'FULL' ? words.online : words.partial)}
              </Tag>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The citizens' phrase that answers more of the question than the name does. */
function AlsoCalled({
  lang,
  facts,
  marked,
}: {
  lang: Lang;
  facts: CatalogueFacts;
  marked: ReadonlySet<string>;
}) {
  const answered = (phrase: string) =>
    highlight(phrase, marked).reduce(
      (sum, piece) => sum + (piece.marked ? piece.text.length : 0),
      0,
    );
  const inName = answered(say(lang, facts.shortName));
  const best = facts.words.toSorted((a, b) => answered(b) - answered(a))[0]!;
  if (answered(best) <= inName) return null;
  return (
    <p class="service-called">
      {say(lang, words.alsoCalled)} <Marked text={best} words={marked} />
    </p>
  );
}
