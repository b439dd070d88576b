import {
  BackLink,
  ButtonRow,
  InsetText,
  LinkButton,
  NotificationBanner,
  SummaryList,
  Table,
} from '#/ui/index.ts';
import { formatDong } from '#/values/money.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import type { Obstacle, PartialAssessment } from '../assess.ts';
import type { CatalogueFacts } from '../catalogue.ts';
import { checkWords } from './check-words.ts';
import { deadlineWords } from './labels.ts';
import { PaperList } from './paper-list.tsx';
import { startWords } from './start-words.ts';

export interface CheckResultProps {
  readonly lang: Lang;
  readonly facts: CatalogueFacts;
  readonly assessment: PartialAssessment;
  readonly told: readonly { readonly label: string; readonly value: string }[];
  readonly title: string;
  /** Where the answers can be changed. */
  readonly change: string;
}

/** What the law says of these answers, each line with its basis, and what to do next. */
export function CheckResult(props: CheckResultProps) {
  const { lang, facts, assessment, told, title, change } = props;
  const isEligible = assessment.obstacles.length === 0;
  return (
    <div class="column">
      <BackLink lang={lang} href={`/dich-vu/${facts.slug}`}>
        {say(lang, facts.shortName)}
      </BackLink>
      <h1>{title}</h1>
      {isEligible ? <May lang={lang} /> : <MayNot lang={lang} obstacles={assessment.obstacles} />}
      {isEligible && <Needs {...props} />}
      <ButtonRow>
        {isEligible && facts.channels.includes('ONLINE') && (
          <LinkButton href={`/nop/${facts.slug}`} icon="send">
            {say(lang, startWords.apply)}
          </LinkButton>
        )}
        <LinkButton href={change} look="secondary">
          {say(lang, checkWords.change)}
        </LinkButton>
      </ButtonRow>
      <h2>{say(lang, checkWords.answers)}</h2>
      <SummaryList lang={lang} rows={told} />
    </div>
  );
}

function May({ lang }: { readonly lang: Lang }) {
  return (
    <NotificationBanner lang={lang} tone="good" title={say(lang, checkWords.may)}>
      {say(lang, checkWords.mayNote)}
    </NotificationBanner>
  );
}

function MayNot({
  lang,
  obstacles,
}: {
  readonly lang: Lang;
  readonly obstacles: readonly Obstacle[];
}) {
  return (
    <NotificationBanner lang={lang} tone="warning" title={say(lang, checkWords.mayNot)}>
      {obstacles.map((obstacle) => (
        <div key={obstacle.code}>
          <p>{say(lang, obstacle.words)}</p>
          <Because lang={lang} basis={obstacle.because} />
        </div>
      ))}
    </NotificationBanner>
  );
}

function Needs({ lang, assessment }: CheckResultProps) {
  const { papers, deadline } = assessment;
  const because = new Map(papers.map((needed) => [needed.paper.code, needed.because]));
  return (
    <>
      <h2>{say(lang, checkWords.needed)}</h2>
      {papers.length === 0 && <p>{say(lang, checkWords.noPapers)}</p>}
      <PaperList
        lang={lang}
        papers={papers.map((needed) => needed.paper)}
        noteOf={(paper) => <Because lang={lang} basis={because.get(paper.code) ?? ''} />}
      />
      <h2>{say(lang, checkWords.fee)}</h2>
      <Fees lang={lang} fees={assessment.fees} />
      <h2>{say(lang, checkWords.time)}</h2>
      {deadline === null ? (
        <p>{say(lang, checkWords.unknownTime)}</p>
      ) : (
        <>
          <p>
            <strong>{say(lang, deadlineWords(deadline))}</strong>
          </p>
          <Because lang={lang} basis={deadline.because} />
        </>
      )}
    </>
  );
}

function Fees({ lang, fees }: { readonly lang: Lang; readonly fees: PartialAssessment['fees'] }) {
  const { lines, total } = fees;
  const known = total === null ? <InsetText>{say(lang, checkWords.unknownFee)}</InsetText> : null;
  if (lines.length === 0) return known ?? <p>{say(lang, checkWords.free)}</p>;
  return (
    <>
      {known}
      <Table
        caption={say(lang, checkWords.fee)}
        captionUnseen
        rows={lines}
        columns={[
          {
            title: say(lang, checkWords.feeName),
            cell: (line) => (
              <>
                {say(lang, line.name)}
                <Because lang={lang} basis={line.because} />
              </>
            ),
          },
          { title: say(lang, checkWords.quantity), numeric: true, cell: (line) => line.quantity },
          {
            title: say(lang, checkWords.sum),
            numeric: true,
            cell: ({ amount, quantity }) => formatDong(amount * quantity),
          },
        ]}
        foot={total === null ? undefined : [say(lang, checkWords.total), '', formatDong(total)]}
      />
    </>
  );
}

/** The clause on which a line rests. */
function Because({ lang, basis }: { readonly lang: Lang; readonly basis: string }) {
  if (basis === '') return null;
  return <p class="soft small">{say(lang, fill(checkWords.because, { basis }))}</p>;
}
