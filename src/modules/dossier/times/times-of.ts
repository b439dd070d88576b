import { calendarOf } from '#/modules/agency/index.ts';
import { leastCounted, type WaitingTimes } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { NoCalendarForYear, type WorkingCalendar } from '#/values/working-time.ts';
import { isEnded, type Dossier } from '../dossier.ts';
import { waitingTimesOf } from '../statistics.ts';
import { listActs } from '../store/index.ts';
import { progressAt, walk } from './course.ts';
import { forecastOf, type Course, type NoForecast, type Remaining } from './forecast.ts';
import { listClosed } from './store.ts';

/** When a dossier will probably be over. */
export interface Forecast {
  readonly half: readonly [Date, Date];
  readonly most: readonly [Date, Date];
  readonly median: Date;
  readonly counted: number;
  readonly basis: Remaining['basis'];
  /** The clock stands still: the instants hold if it ran on now. */
  readonly isPaused: boolean;
}

/** The times of a dossier besides the one that the law sets. */
export interface Times {
  /** What people really waited for this procedure; null while too few dossiers are over. */
  readonly waited: WaitingTimes | null;
  readonly forecast: Forecast | NoForecast;
  /** Whether its due date may move, because the days off of its year await their decision. */
  readonly isProvisional: boolean;
}

type Asked = Pick<
  Dossier,
  'id' | 'procedureId' | 'unitId' | 'state' | 'pausedAt' | 'dueAt' | 'acceptDueAt'
>;

/** What people waited, and how long this dossier will probably still take; undefined once it is over. */
export async function timesOf(tx: Tx, dossier: Asked, now: Date): Promise<Times | undefined> {
  if (isEnded(dossier.state)) return undefined;
  const calendar = await calendarOf(tx, dossier.unitId, now);
  const { waited, courses } = await learntOf(tx, dossier, calendar, now);
  return {
    waited: waited && waited.counted >= leastCounted ? waited : null,
    forecast: await foresee(tx, dossier, { calendar, courses }, now),
    isProvisional: calendar.isProvisional(dossier.dueAt ?? dossier.acceptDueAt),
  };
}

async function foresee(
  tx: Tx,
  dossier: Asked,
  { calendar, courses }: Pick<Learnt, 'courses'> & { readonly calendar: WorkingCalendar },
  now: Date,
): Promise<Forecast | NoForecast> {
  const progress = progressAt(walk(calendar, await listActs(tx, dossier.id), now));
  if (!progress) return 'few';
  const remaining = forecastOf(courses, progress);
  if (typeof remaining === 'string') return remaining;
  try {
    return instants(remaining, calendar, now, dossier.pausedAt !== null);
  } catch (error) {
    if (error instanceof NoCalendarForYear) return 'beyond';
    throw error;
  }
}

function instants(
  { half, most, median, counted, basis }: Remaining,
  calendar: WorkingCalendar,
  now: Date,
  isPaused: boolean,
): Forecast {
  const at = (minutes: number) => calendar.addWorkingMinutes(now, Math.max(0, Math.round(minutes)));
  return {
    half: [at(half[0]), at(half[1])],
    most: [at(most[0]), at(most[1])],
    median: at(median),
    counted,
    basis,
    isPaused,
  };
}

/** Closed dossiers that a forecast is learnt from. */
const learntFrom = 200;

/** So long what was learnt is kept: a page must not read thousands of acts each time. */
const keptMs = 5 * 60_000;

/** Of so many procedures and units; a province has thousands of pairs, few of them are looked at within minutes. */
const mostKept = 100;

/** What the dossiers that are over teach. */
interface Learnt {
  readonly waited: WaitingTimes | null;
  readonly courses: readonly Course[];
}

const kept = new Map<string, Learnt & { readonly at: number }>();

async function learntOf(
  tx: Tx,
  { procedureId, unitId }: Asked,
  calendar: WorkingCalendar,
  now: Date,
): Promise<Learnt> {
  const key = `${procedureId} ${unitId}`;
  const known = kept.get(key);
  if (known && Math.abs(now.getTime() - known.at) < keptMs) return known;
  const closed = await listClosed(tx, { procedureId, unitId }, learntFrom);
  const courses = closed.flatMap(({ passages, endedAt }) => {
    const isKnown = passages[0]!.at.getTime() >= startOf(calendar);
    return isKnown ? [walk(calendar, passages, endedAt)] : [];
  });
  if (kept.size >= mostKept) kept.clear();
  const learnt = { waited: await waitingTimesOf(tx, procedureId), courses };
  kept.set(key, { at: now.getTime(), ...learnt });
  return learnt;
}

/** Before its first day a calendar knows nothing. */
function startOf({ first }: WorkingCalendar): number {
  return Date.parse(`${first}T00:00:00+07:00`);
}
