import { Details, Link, Table } from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say } from '#/values/text.ts';
import { leastCounted, waitWords } from '../waiting.ts';
import { channelNames, channels, receivingUnits } from './labels.ts';
import { PaperList } from './paper-list.tsx';
import type { StartPageProps } from './start.tsx';
import { startWords } from './start-words.ts';

/** What a person wants to know before beginning: papers, time, money, where. */
export function Preparation(props: StartPageProps) {
  const { visit, procedure } = props;
  const { lang } = visit;
  const { facts } = procedure;
  return (
    <>
      <h2>{say(lang, startWords.papers)}</h2>
      {facts.eligibility.length > 0 && (
        <p>
          <Link href={`/dich-vu/${facts.slug}/kiem-tra`}>{say(lang, startWords.papersCheck)}</Link>
        </p>
      )}
      <PaperList lang={lang} papers={facts.papers} />

      <h2>{say(lang, startWords.time)}</h2>
      <h3>{say(lang, startWords.lawTime)}</h3>
      <p>{say(lang, facts.deadlineText)}</p>
      <h3>{say(lang, startWords.realTime)}</h3>
      <Waiting {...props} />

      <h2>{say(lang, startWords.fee)}</h2>
      <p>{say(lang, facts.feeText)}</p>
      <FeeCases {...props} />

      <h2>{say(lang, startWords.where)}</h2>
      <ul>
        {facts.channels.map((channel) => (
          <li key={channel}>
            {say(lang, channels[channel])}
            {channel === 'DIRECT' && `: ${say(lang, receivingUnits[facts.receivingUnit])}`}
          </li>
        ))}
      </ul>
      <p>{say(lang, facts.jurisdiction)}</p>

      <h2>{say(lang, startWords.result)}</h2>
      <ul>
        {facts.results.map((result) => (
          <li key={result.code}>{say(lang, result.name)}</li>
        ))}
      </ul>
    </>
  );
}

/** The honest wait: percentiles are named, and few figures are called few. */
function Waiting({ visit: { lang }, waiting }: StartPageProps) {
  const counted = waiting?.counted ?? 0;
  if (waiting === null || counted < leastCounted) {
    const facts = { least: String(leastCounted), n: String(counted) };
    return <p class="soft">{say(lang, fill(startWords.tooFew, facts))}</p>;
  }
  const within = (words: typeof startWords.halfWithin, hours: number) =>
    say(lang, fill(words, { wait: say(lang, waitWords(hours)) }));
  return (
    <>
      <ul>
        <li>{within(startWords.halfWithin, waiting.hours.p50)}</li>
        <li>{within(startWords.mostWithin, waiting.hours.p80)}</li>
        <li>{within(startWords.nearlyAllWithin, waiting.hours.p95)}</li>
      </ul>
      <p class="soft small">
        {say(
          lang,
          fill(startWords.countedFrom, { n: String(counted), since: formatDay(waiting.since) }),
        )}
      </p>
    </>
  );
}

/** The law's examples that name an amount: how much by case, channel and territory. */
function FeeCases({ visit: { lang }, examples }: StartPageProps) {
  const cases = examples.filter((example) => example.expect.feeTotal !== undefined);
  if (cases.length === 0) return null;
  return (
    <Details summary={say(lang, startWords.feeCases)}>
      <p class="soft">{say(lang, startWords.feeCasesHint)}</p>
      <Table
        caption={say(lang, startWords.feeCases)}
        captionUnseen
        rows={cases}
        columns={[
          { title: say(lang, startWords.case), heads: true, cell: (example) => example.title },
          {
            title: say(lang, startWords.channel),
            cell: ({ given }) => say(lang, channelNames[given.channel]),
          },
          {
            title: say(lang, startWords.amount),
            numeric: true,
            cell: ({ expect }) =>
              expect.feeTotal ? formatDong(expect.feeTotal) : say(lang, startWords.free),
          },
        ]}
      />
    </Details>
  );
}
