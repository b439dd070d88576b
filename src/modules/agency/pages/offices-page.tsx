import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import {
  EmptyState,
  InsetText,
  Link,
  StatusTag,
  SummaryList,
  Table,
  Tabs,
  type Column,
} from '#/ui/index.ts';
import { dayOf, formatDay } from '#/values/day.ts';
import type { WeeklyHours } from '#/values/office-hours.ts';
import { formatPhone, type Phone } from '#/values/phone.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import type { CalendarDay, CalendarYear } from '../calendar.ts';
import { listUnits } from '../find-unit.ts';
import { roles } from '../role.ts';
import { selectOfficeHours } from '../store/calendars.ts';
import { selectNamedPosts, type NamedPost } from '../store/posts.ts';
import type { Unit } from '../unit.ts';
import { listCalendarDays, listCalendarYears } from '../working-calendar.ts';
import { kindWords, statusWords, weekdayText, weekLines, yearAsked } from './words.ts';

const words = {
  title: text('Cơ quan và lịch làm việc', 'Offices and working calendar'),
  units: text('Cơ quan, đơn vị', 'Offices'),
  noUnits: text('Chưa khai báo cơ quan nào', 'No office is declared yet'),
  noUnitsHint: text(
    'Hồ sơ chỉ tiếp nhận được khi có ít nhất một đơn vị tiếp nhận.',
    'Dossiers can be received once there is a unit that receives them.',
  ),
  code: text('Mã định danh', 'Identifying code'),
  address: text('Địa chỉ', 'Address'),
  phone: text('Điện thoại', 'Telephone'),
  hours: text('Giờ làm việc', 'Office hours'),
  officials: text('Cán bộ', 'Officials'),
  noOfficials: text('Chưa có ai giữ vai trò ở đây', 'Nobody holds a post here'),
  calendar: text('Ngày nghỉ và ngày làm bù năm {year}', 'Days off and working Saturdays of {year}'),
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
} as const;

/** The offices with their hours and officials, and the days off of a year with those that await confirmation. */
export async function showOffices(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const today = dayOf(visit.now);
  const [units, posts, years] = [
    await listUnits(tx),
    await selectNamedPosts(tx, today),
    await listCalendarYears(tx),
  ];
  const hours = new Map<string, WeeklyHours[]>();
  for (const { id } of units) hours.set(id, await selectOfficeHours(tx, id));
  const year = yearAsked(
    visit.query['nam'],
    years.map((each) => each.year),
    today,
  );
  const days = await listCalendarDays(tx, year, null);
  const view = (
    <>
      <h1>{say(lang, words.title)}</h1>
      <h2>{say(lang, words.units)}</h2>
      {units.length === 0 && (
        <EmptyState title={say(lang, words.noUnits)}>{say(lang, words.noUnitsHint)}</EmptyState>
      )}
      {units.map((unit) => (
        <Office
          key={unit.id}
          lang={lang}
          unit={unit}
          weeks={hours.get(unit.id) ?? []}
          posts={posts.filter(({ unitId }) => unitId === unit.id)}
        />
      ))}
      <Year lang={lang} year={year} years={years} days={days} />
    </>
  );
  return { title: say(lang, words.title), view, layout: 'citizen' };
}

interface OfficeProps {
  readonly lang: Lang;
  readonly unit: Unit;
  readonly weeks: readonly WeeklyHours[];
  readonly posts: readonly NamedPost[];
}

function Office({ lang, unit, weeks, posts }: OfficeProps) {
  const officials = posts.map(({ name, title, role }) => (
    <li key={name + role}>
      {name}, {title} <span class="soft">({say(lang, roles[role])})</span>
    </li>
  ));
  const hours = weeks.flatMap(({ week }) => weekLines(week, lang));
  return (
    <section aria-labelledby={unit.key}>
      <h3 id={unit.key}>{say(lang, unit.name)}</h3>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.code), value: unit.nationalCode },
          { label: say(lang, words.address), value: unit.address },
          { label: say(lang, words.phone), value: formatPhone(unit.phone as Phone) },
          {
            label: say(lang, words.hours),
            value: hours.map((line) => <div key={line}>{line}</div>),
          },
          {
            label: say(lang, words.officials),
            value:
              officials.length === 0 ? (
                <span class="soft">{say(lang, words.noOfficials)}</span>
              ) : (
                <ul>{officials}</ul>
              ),
          },
        ]}
      />
    </section>
  );
}

interface YearProps {
  readonly lang: Lang;
  readonly year: number;
  readonly years: readonly CalendarYear[];
  readonly days: readonly CalendarDay[];
}

function Year({ lang, year, years, days }: YearProps) {
  const facts = {
    year: String(year),
    source: years.find((each) => each.year === year)?.source ?? '',
  };
  const isApproved = years.some((each) => each.year === year && each.status === 'APPROVED');
  const title = say(lang, fill(words.calendar, facts));
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
      <InsetText>{say(lang, fill(isApproved ? words.basis : words.provisional, facts))}</InsetText>
      <Table
        caption={title}
        captionUnseen
        narrow="stack"
        rows={days}
        keyOf={(day) => day.on}
        columns={dayColumns(lang)}
      />
    </section>
  );
}

function dayColumns(lang: Lang): Column<CalendarDay>[] {
  return [
    {
      title: say(lang, words.day),
      heads: true,
      cell: ({ on }) => `${say(lang, weekdayText(on))}, ${formatDay(on)}`,
    },
    { title: say(lang, words.name), cell: ({ name }) => say(lang, name) },
    { title: say(lang, words.kind), cell: ({ kind }) => say(lang, kindWords[kind]) },
    {
      title: say(lang, words.status),
      cell: (day) => {
        const status = statusWords[day.status];
        return (
          <>
            <StatusTag tone={status.tone}>{say(lang, status.words)}</StatusTag>
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
      },
    },
  ];
}
