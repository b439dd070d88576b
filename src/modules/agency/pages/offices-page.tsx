import type { Tx } from '#/platform/db/index.ts';
import { mayUse, type Shown, type Visit } from '#/platform/http/index.ts';
import { DeskLayout, Link, NotificationBanner } from '#/ui/index.ts';
import { dayOf, formatDay, type Day } from '#/values/day.ts';
import { fill, say, text, type Lang } from '#/values/text.ts';
import { manageOffices } from '../access.ts';
import type { CalendarDay } from '../calendar.ts';
import { listUnits } from '../find-unit.ts';
import { selectOfficeHours } from '../store/calendars.ts';
import { listCalendarChanges } from '../store/calendar-changes.ts';
import { selectNamedPosts } from '../store/posts.ts';
import { listCalendarDays, listCalendarYears } from '../working-calendar.ts';
import { ChangesList } from './changes-list.tsx';
import { OfficeTable, type Office } from './office-table.tsx';
import { yearAsked } from './words.ts';
import { YearTable } from './year-table.tsx';

const words = {
  title: text('Cơ quan và lịch làm việc', 'Offices and working calendar'),
  awaiting: text(
    'Có ngày chờ quyết định: nghỉ hay làm việc?',
    'Days await a decision: off or working?',
  ),
  day: text('{day}, {name}', '{day}, {name}'),
} as const;

/** The offices with their hours and officials, and the days off of a year with those that await confirmation. */
export async function showOffices(tx: Tx, visit: Visit): Promise<Shown> {
  const { lang } = visit;
  const today = dayOf(visit.now);
  const offices = await officesOn(tx, today);
  const years = await listCalendarYears(tx);
  const numbers = years.map((each) => each.year);
  const year = yearAsked(visit.query['nam'], numbers, today);
  const days = await listCalendarDays(tx, year, null);
  const view = (
    <DeskLayout lang={lang} wide>
      <h1>{say(lang, words.title)}</h1>
      <Awaiting lang={lang} days={days} />
      <OfficeTable lang={lang} offices={offices} />
      <YearTable
        lang={lang}
        year={year}
        years={years}
        days={days}
        maySet={mayUse(visit.actor, manageOffices)}
      />
      <ChangesList lang={lang} changes={await listCalendarChanges(tx, 20)} />
    </DeskLayout>
  );
  return { title: say(lang, words.title), view, layout: 'desk' };
}

async function officesOn(tx: Tx, today: Day): Promise<Office[]> {
  const posts = await selectNamedPosts(tx, today);
  const offices: Office[] = [];
  for (const unit of await listUnits(tx)) {
    const weeks = await selectOfficeHours(tx, unit.id);
    offices.push({ unit, weeks, posts: posts.filter(({ unitId }) => unitId === unit.id) });
  }
  return offices;
}

function Awaiting({ lang, days }: { readonly lang: Lang; readonly days: readonly CalendarDay[] }) {
  const open = days.filter(({ status }) => status !== 'APPROVED');
  if (open.length === 0) return null;
  return (
    <NotificationBanner lang={lang} tone="warning" title={say(lang, words.awaiting)}>
      <ul>
        {open.map(({ on, name }) => (
          <li key={on}>
            <Link href={`/quan-tri/co-quan/ngay/${on}`}>
              {say(lang, fill(words.day, { day: formatDay(on), name: say(lang, name) }))}
            </Link>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
