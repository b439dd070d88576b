import { roles, isRole } from '#/modules/agency/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { Deadline, Link, StatusTag, Table, Tag, type Column } from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import { fill, say, type Lang } from '#/values/text.ts';
import { deadlineOf } from '../../deadline-of.ts';
import { columns as columnWords, type ColumnKey } from '../../desk/columns.ts';
import type { DeskRow, RowStep } from '../../desk/row.ts';
import { stateWords } from '../../state-words.ts';
import { channelWords } from './channel-words.ts';
import { deskWords as words } from './desk-words.ts';
import { newsWords } from './news-words.ts';
import { shortInstant } from './short-instant.ts';

export interface CaseTableProps {
  readonly visit: Visit;
  readonly caption: string;
  readonly rows: readonly DeskRow[];
  readonly stepNames: ReadonlyMap<string, string>;
  /** How many papers of a dossier could not be printed. */
  readonly failedPrints: ReadonlyMap<string, number>;
  readonly columns: readonly ColumnKey[];
  /** The list as an address, so that a dossier knows what comes next. */
  readonly from: string;
  readonly canPick: boolean;
}

/** The dossiers of a list, one line each. */
export function CaseTable(props: CaseTableProps) {
  const { caption, rows, columns, canPick } = props;
  const chosen = columns.map((key) => column(key, props));
  return (
    <div class="cases">
      <Table
        caption={caption}
        captionUnseen
        rows={rows}
        keyOf={(row) => row.step?.taskId ?? row.id}
        columns={[...(canPick ? [picks(props)] : []), dossier(props), ...chosen]}
      />
    </div>
  );
}

function picks({ visit }: CaseTableProps): Column<DeskRow> {
  const { lang } = visit;
  return {
    title: (
      <label class="pick">
        <input type="checkbox" name="page" value="1" />
        <span class="unseen">{say(lang, words.pickPage)}</span>
      </label>
    ),
    cell: ({ code }) => (
      <label class="pick">
        <input type="checkbox" name="pick" value={code} />
        <span class="unseen">{say(lang, fill(words.pick, { code }))}</span>
        <input type="hidden" name="shown" value={code} />
      </label>
    ),
  };
}

function dossier({ visit, from, failedPrints }: CaseTableProps): Column<DeskRow> {
  return {
    title: say(visit.lang, words.dossier),
    heads: true,
    cell: (row) => (
      <>
        <Link href={`/can-bo/ho-so/${row.code}?tu=${encodeURIComponent(from)}`}>
          {row.abstract}
        </Link>
        <span class="case-code">
          <span>{row.code}</span>
          {row.news.map((event) => (
            <StatusTag key={event} tone={newsWords[event].tone}>
              {say(visit.lang, newsWords[event].name)}
            </StatusTag>
          ))}
          <FailedPrints visit={visit} count={failedPrints.get(row.id)} />
        </span>
      </>
    ),
  };
}

function FailedPrints({
  visit,
  count,
}: {
  readonly visit: Visit;
  readonly count: number | undefined;
}) {
  if (count === undefined) return null;
  return (
    <StatusTag tone="error">
      {say(visit.lang, fill(words.failedPrints, { count: String(count) }))}
    </StatusTag>
  );
}

function column(key: ColumnKey, props: CaseTableProps): Column<DeskRow> {
  const { visit } = props;
  const { lang } = visit;
  const title = say(lang, columnWords[key]);
  switch (key) {
    case 'nguoi-nop':
      return { title, cell: ({ ownerName }) => ownerName };
    case 'trang-thai':
      return {
        title,
        cell: ({ state }) => (
          <StatusTag tone={stateWords[state].tone}>{say(lang, stateWords[state].name)}</StatusTag>
        ),
      };
    case 'buoc':
      return { title, cell: (row) => <StepCell {...props} row={row} /> };
    case 'han':
      return {
        title,
        cell: (row) => <DueCell visit={visit} row={row} />,
      };
    case 'han-buoc':
      return {
        title,
        cell: ({ step }) => (step?.dueAt ? <StepDue at={step.dueAt} visit={visit} /> : ''),
      };
    case 'ngay-nop':
      return { title, cell: ({ submittedAt }) => formatDay(dayOf(submittedAt)) };
    case 'kenh':
      return { title, cell: ({ channel }) => <Tag>{say(lang, channelWords[channel])}</Tag> };
  }
}

function StepCell({ visit, stepNames, row }: CaseTableProps & { readonly row: DeskRow }) {
  const { lang, actor } = visit;
  const { step } = row;
  if (!step) return <span class="soft">{say(lang, words.noStep)}</span>;
  const role = isRole(step.role) ? say(lang, roles[step.role]) : step.role;
  return (
    <span title={stepNames.get(step.taskId)}>
      {role}
      <span class="case-holder">{holderWords(step, actor?.accountId, lang)}</span>
    </span>
  );
}

function holderWords(step: RowStep, me: string | undefined, lang: Lang): string {
  if (step.holderId === null) return say(lang, words.nobody);
  if (step.holderId === me) return say(lang, words.holderMe);
  const holder = step.holderName ?? '';
  return step.isHolderAway ? say(lang, fill(words.holderAway, { holder })) : holder;
}

/** While the clock runs the instant says it; otherwise why there is none. */
function DueCell({ visit, row }: { readonly visit: Visit; readonly row: DeskRow }) {
  const { state, words: told } = deadlineOf(row, visit.now);
  const runs = state === 'calm' || state === 'soon' || (state === 'late' && row.endedAt === null);
  const due = row.dueAt ?? row.acceptDueAt;
  return (
    <Deadline
      state={state}
      words={runs ? shortInstant(due, visit.now, visit.lang) : say(visit.lang, told)}
    />
  );
}

function StepDue({ at, visit }: { readonly at: Date; readonly visit: Visit }) {
  const isLate = at < visit.now;
  return (
    <span class={isLate ? 'case-due case-late' : 'case-due'}>
      {shortInstant(at, visit.now, visit.lang)}
    </span>
  );
}
