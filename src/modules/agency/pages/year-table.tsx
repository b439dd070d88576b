import {
  ButtonRow,
  InsetText,
  Link,
  LinkButton,
  StatusTag,
  Table,
  Tabs,
  type Column,
} from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import type { CalendarDay, CalendarYear } from '../calendar.ts';
import { kindWords, statusWords, weekdayText } from './words.ts';

const words = {
  title: text('Ngày nghỉ và ngày làm bù năm {year}', 'Days off and working Saturdays of {year}'),
  years: text('Năm', 'Year'),
  provisional: text(
    'Lịch năm {year} chưa được duyệt: hạn trả kết quả trong năm này là tạm tính. Căn cứ hiện có: {source}.',
    'The calendar of {year} is not approved yet: due dates in that year are provisional. Present basis: {source}.',
  ),
  basis: text('Căn cứ: {source}.', 'Basis: {source}.'),
  day: text('Ngày', 'Day'),
  name: text('Tên', 'Name'),
  kind: text('Loại', 'Kind'),
  status: text('Tình trạng', 'Status'),
  decide: text('Quyết định', 'Decide'),
  set: text('Lập lịch nghỉ năm {year}', 'Set the days off of {year}'),
} as const;

export interface YearTableProps {
  readonly lang: Lang;
  readonly year: number;
  readonly years: readonly CalendarYear[];
  readonly days: readonly CalendarDay[];
  /** Whether the reader may propose a year. */
  readonly maySet: boolean;
}

/** The days of a year that differ from the ordinary week, with a link to decide those that are not settled. */
export function YearTable({ lang, year, years, days, maySet }: YearTableProps) {
  const shown = years.find((each) => each.year === year);
  const facts = { year: String(year), source: shown?.source ?? '' };
  const basis = shown?.status === 'APPROVED' ? words.basis : words.provisional;
  const title = say(lang, fill(words.title, facts));
  return (
    <section aria-labelledby="lich">
      <h2 id="lich">{title}</h2>
      <Tabs
        label={say(lang, words.years)}
        tabs={years.map((each) => ({
          title: String(each.year),
          href: `/quan-tri/co-quan?nam=${each.year}#lich`,
          current: each.year === year,
        }))}
      />
      <InsetText>{say(lang, fill(basis, facts))}</InsetText>
      {maySet && (
        <ButtonRow>
          {[...(shown?.status === 'APPROVED' ? [] : [year]), (years.at(-1)?.year ?? year) + 1].map(
            (each) => (
              <LinkButton key={each} look="secondary" href={`/quan-tri/co-quan/nam/${each}`}>
                {say(lang, fill(words.set, { year: String(each) }))}
              </LinkButton>
            ),
          )}
        </ButtonRow>
      )}
      <Table
        caption={title}
        captionUnseen
        narrow="stack"
        rows={days}
        keyOf={({ on }) => on}
        columns={columns(lang)}
      />
    </section>
  );
}

function columns(lang: Lang): Column<CalendarDay>[] {
  return [
    {
      title: say(lang, words.day),
      heads: true,
      cell: ({ on }) => `${say(lang, weekdayText(on))}, ${formatDay(on)}`,
    },
    { title: say(lang, words.name), cell: ({ name }) => say(lang, name) },
    { title: say(lang, words.kind), cell: ({ kind }) => say(lang, kindWords[kind]) },
    { title: say(lang, words.status), cell: (day) => <Status lang={lang} day={day} /> },
  ];
}

function Status({ lang, day }: { readonly lang: Lang; readonly day: CalendarDay }) {
  const { tone, words: status } = statusWords[day.status];
  return (
    <>
      <StatusTag tone={tone}>{say(lang, status)}</StatusTag>
      {day.status !== 'APPROVED' && (
        <>
          {' '}
          <Link href={`/quan-tri/co-quan/ngay/${day.on}`}>
            {say(lang, words.decide)}
            <span class="unseen"> {formatDay(day.on)}</span>
          </Link>
        </>
      )}
    </>
  );
}
