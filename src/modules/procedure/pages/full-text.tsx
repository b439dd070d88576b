import type { ComponentChildren } from 'preact';
import { formatDay } from '#/values/day.ts';
import { fill, say, type Text } from '#/values/text.ts';
import { channels, receivingUnits } from './labels.ts';
import { PaperList } from './paper-list.tsx';
import type { StartPageProps } from './start.tsx';
import { startWords } from './start-words.ts';
import { SupplementRule } from './supplement-rule.tsx';

/** The procedure as it must be published: the seven compulsory parts, then everything else. */
export function FullText({ visit: { lang }, procedure: { facts, version } }: StartPageProps) {
  const told = (words: Text) => say(lang, words);
  return (
    <>
      <p class="soft">{told(startWords.seven)}</p>
      <Part title={told(startWords.part1)}>
        <p>{told(facts.name)}</p>
        <p class="soft">{told(fill(startWords.code, { code: facts.code }))}</p>
      </Part>
      <Part title={told(startWords.part2)}>
        <Lines words={told(facts.steps)} />
      </Part>
      <Part title={told(startWords.part3)}>
        <ul>
          {facts.channels.map((channel) => (
            <li key={channel}>
              {told(channels[channel])}
              {channel === 'DIRECT' && `: ${told(receivingUnits[facts.receivingUnit])}`}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={told(startWords.part4)}>
        <PaperList lang={lang} papers={facts.papers} />
        <p>{told(fill(startWords.sets, { n: String(facts.sets ?? 1).padStart(2, '0') }))}</p>
      </Part>
      <Part title={told(startWords.part5)}>
        <p>{told(facts.deadlineText)}</p>
      </Part>
      <Part title={told(startWords.part6)}>
        <Items items={facts.subjects.map(told)} />
      </Part>
      <Part title={told(startWords.part7)}>
        <p>{told(facts.executingAgency)}</p>
        <p>
          {told(startWords.jurisdiction)}: {told(facts.jurisdiction)}
        </p>
      </Part>

      <h2>{told(startWords.others)}</h2>
      <h3>{told(startWords.results)}</h3>
      <Items items={facts.results.map((result) => told(result.name))} />
      <h3>{told(startWords.fees)}</h3>
      <p>{told(facts.feeText)}</p>
      {facts.supplement !== undefined && (
        <SupplementRule lang={lang} supplement={facts.supplement} />
      )}
      <h3>{told(startWords.conditions)}</h3>
      {facts.conditions.length > 0 ? (
        <Items items={facts.conditions.map(told)} />
      ) : (
        <p>{told(startWords.noConditions)}</p>
      )}
      <h3>{told(startWords.bases)}</h3>
      <Items items={facts.legalBases.map(({ number, title }) => `${number}: ${title}`)} />
      <p class="soft small edition">
        {told(
          fill(startWords.edition, {
            no: String(version.no),
            from: formatDay(version.effectiveFrom),
            hash: version.sha256,
          }),
        )}
      </p>
    </>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** A text whose lines are numbered "1. …" becomes a list; any other keeps its lines. */
function Lines({ words }: { readonly words: string }) {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  if (!lines.every((line, place) => line.startsWith(`${place + 1}. `))) {
    return lines.map((line) => <p key={line}>{line}</p>);
  }
  return (
    <ol>
      {lines.map((line) => (
        <li key={line}>{line.replace(/^\d+\. /, '')}</li>
      ))}
    </ol>
  );
}
