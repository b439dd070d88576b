import type { Visit } from '#/platform/http/route.ts';
import { Breadcrumbs, ButtonRow, Link, LinkButton, Tabs } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import type { CatalogueFacts } from '../catalogue.ts';
import type { Example } from '../examples.ts';
import type { PublishedProcedure } from '../published.ts';
import type { WaitingTimes } from '../waiting.ts';
import { AskPerson } from './ask-person.tsx';
import { FullText } from './full-text.tsx';
import { firstClause, firstSentence } from './labels.ts';
import { Preparation } from './preparation.tsx';
import { startWords } from './start-words.ts';
import { words } from './words.ts';

export interface StartPageProps {
  readonly visit: Visit;
  readonly procedure: PublishedProcedure;
  readonly examples: readonly Example[];
  readonly waiting: WaitingTimes | null;
  readonly related: readonly CatalogueFacts[];
}

/** Where a service begins: what it takes, then the full text of the procedure as the law wants it published. */
export function StartPage(props: StartPageProps) {
  const { visit, procedure } = props;
  const { lang } = visit;
  const { facts } = procedure;
  const path = `/dich-vu/${facts.slug}`;
  const isFull = visit.query['xem'] === 'day-du';
  return (
    <>
      <Breadcrumbs
        lang={lang}
        way={[
          { title: say(lang, words.home), href: '/' },
          { title: say(lang, words.services), href: '/dich-vu' },
          {
            title: say(lang, facts.field.name),
            href: `/dich-vu?linh-vuc=${encodeURIComponent(facts.field.code)}`,
          },
        ]}
      />
      <h1>{say(lang, facts.shortName)}</h1>
      <dl class="at-a-glance">
        <Glance
          label={say(lang, startWords.time)}
          value={say(lang, firstClause(facts.deadlineText))}
        />
        <Glance label={say(lang, startWords.fee)} value={say(lang, firstSentence(facts.feeText))} />
        <Glance label={say(lang, startWords.authority)} value={say(lang, facts.executingAgency)} />
      </dl>
      <ButtonRow>
        {facts.channels.includes('ONLINE') && (
          <LinkButton href={`/nop/${facts.slug}`} icon="send">
            {say(lang, startWords.apply)}
          </LinkButton>
        )}
        {facts.eligibility.length > 0 && (
          <LinkButton href={`${path}/kiem-tra`} look="secondary" icon="list-checks">
            {say(lang, startWords.check)}
          </LinkButton>
        )}
        {facts.channels.includes('DIRECT') && (
          <LinkButton href={`/dat-lich?dich-vu=${facts.slug}`} look="secondary" icon="calendar">
            {say(lang, startWords.book)}
          </LinkButton>
        )}
      </ButtonRow>
      {facts.onlineLevel === 'PARTIAL' && <p class="soft">{say(lang, startWords.partialNote)}</p>}
      <Tabs
        label={say(lang, facts.shortName)}
        tabs={[
          { title: say(lang, startWords.tabNeeded), href: path, current: !isFull },
          { title: say(lang, startWords.tabFull), href: `${path}?xem=day-du`, current: isFull },
        ]}
      />
      <div class="with-side">
        <div>{isFull ? <FullText {...props} /> : <Preparation {...props} />}</div>
        <div>
          <Related {...props} />
          <AskPerson lang={lang} />
        </div>
      </div>
    </>
  );
}

/** Services of the same life event or field: what one may have meant, or needs next. */
function Related({ visit: { lang }, related }: StartPageProps) {
  if (related.length === 0) return null;
  return (
    <section class="related">
      <h2>{say(lang, words.related)}</h2>
      <ul>
        {related.map((facts) => (
          <li key={facts.slug}>
            <Link href={`/dich-vu/${facts.slug}`}>{say(lang, facts.shortName)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Glance({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
