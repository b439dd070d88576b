import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/actor.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { addDays, dayOf, formatDay, partsOf, type Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import type { WeeklyHours } from '#/values/office-hours.ts';
import type { Text } from '#/values/text.ts';
import type { CalendarDay, CalendarDayKind } from '../calendar.ts';
import { selectCalendarDays, selectCalendarYears, selectOfficeHours } from '../store/calendars.ts';
import { insertCalendarChange } from '../store/calendar-changes.ts';
import type { CalendarChange, YearPlan } from './calendar-change.ts';

/** What a day shall be. */
export interface ProposedDay {
  readonly on: Day;
  readonly unitId: string | null;
  readonly kind: CalendarDayKind | 'ORDINARY';
  readonly worksAs: number | null;
  readonly name: Text;
  readonly source: string;
}

/** So long after a day it may still be declared, as when an office had to close in a storm. */
const latestDays = 31;

/** Proposes what a day of the calendar is. Nothing changes before it is applied. */
export async function proposeDay(
  tx: Tx,
  actor: Actor,
  { on, unitId, kind, worksAs, name, source }: ProposedDay,
): Promise<CalendarChange | Refusal> {
  const refused = await notInCalendar(tx, actor, on);
  if (refused) return refused;
  const before = await dayAsItIs(tx, on, unitId);
  const after: CalendarDay | null =
    kind === 'ORDINARY'
      ? null
      : {
          on,
          unitId,
          kind,
          status: 'APPROVED',
          worksAs: kind === 'MAKEUP' ? worksAs : null,
          name,
          source,
        };
  const isSame = before?.kind === after?.kind && before?.worksAs === after?.worksAs;
  if (isSame && before?.status === after?.status) {
    return refuse('agency.day-already-so', { day: formatDay(on) });
  }
  return propose(tx, actor, { unitId, source, detail: { kind: 'DAY', on, before, after } });
}

/** Proposes other office hours of a unit that has hours of its own; the units below that have none work by them too. */
export async function proposeHours(
  tx: Tx,
  actor: Actor,
  { unitId, hours, source }: { unitId: string; hours: WeeklyHours; source: string },
): Promise<CalendarChange | Refusal> {
  const refused = await notInCalendar(tx, actor, hours.from);
  if (refused) return refused;
  const present = await selectOfficeHours(tx, unitId);
  if (!present.some((own) => own.unitId === unitId)) return refuse('agency.hours-not-own');
  return propose(tx, actor, {
    unitId,
    source,
    detail: { kind: 'HOURS', hours: { ...hours, id: newId(), unitId } },
  });
}

/**
 * Proposes the whole of a year by its yearly decision. Approved by a second person it holds, and its deadlines are no
 * longer provisional. A year that has passed stays as it was, and none is left out.
 */
export async function proposeYear(
  tx: Tx,
  actor: Actor,
  { year, source, days }: { year: number; source: string; days: readonly CalendarDay[] },
): Promise<CalendarChange | Refusal> {
  const years = await selectCalendarYears(tx);
  const latest = years.at(-1)?.year ?? year;
  if (year < partsOf(dayOf(actor.at)).year || year > latest + 1)
    return refuse('agency.year-out-of-turn', { year: String(year), latest: String(latest + 1) });
  const approved = days.map((day) => ({
    ...day,
    unitId: null,
    status: 'APPROVED' as const,
    source,
  }));
  const before = await yearAsItIs(tx, year);
  const named = new Set(days.map(({ on }) => on));
  // What is not law yet is no matter of the yearly decision: it goes on waiting.
  const open = (before?.days ?? []).filter(
    (day) => day.status === 'AWAITING' && !named.has(day.on),
  );
  const after: YearPlan = { status: 'APPROVED', source, days: [...approved, ...open] };
  return propose(tx, actor, {
    unitId: null,
    source,
    detail: { kind: 'YEAR', year, before, after },
  });
}

/** The days of the country in a year as they stand; null when the year has no calendar yet. */
export async function yearAsItIs(tx: Tx, year: number): Promise<YearPlan | null> {
  const known = (await selectCalendarYears(tx)).find((one) => one.year === year);
  if (!known) return null;
  const days = (await selectCalendarDays(tx, null)).filter(({ on }) => partsOf(on).year === year);
  return { status: known.status, source: known.source, days };
}

/** The day of a unit, or of the country, as it stands; null when it is an ordinary one. */
export async function dayAsItIs(
  tx: Tx,
  on: Day,
  unitId: string | null,
): Promise<CalendarDay | null> {
  const days = await selectCalendarDays(tx, unitId);
  return days.find((day) => day.on === on && day.unitId === unitId) ?? null;
}

async function notInCalendar(tx: Tx, actor: Actor, on: Day): Promise<Refusal | undefined> {
  const years = await selectCalendarYears(tx);
  if (!years.some(({ year }) => year === partsOf(on).year)) {
    return refuse('agency.no-calendar-of-year', { year: String(partsOf(on).year) });
  }
  const earliest = addDays(dayOf(actor.at), -latestDays);
  return on < earliest ? refuse('agency.day-long-past', { day: formatDay(earliest) }) : undefined;
}

async function propose(
  tx: Tx,
  actor: Actor,
  proposal: Pick<CalendarChange, 'unitId' | 'source' | 'detail'>,
): Promise<CalendarChange> {
  const change: CalendarChange = {
    ...proposal,
    id: newId(),
    proposedBy: actor.name,
    proposedPerson: actor.personId,
    proposedAt: actor.at,
    appliedBy: null,
    appliedAt: null,
    droppedAt: null,
  };
  await insertCalendarChange(tx, change);
  return change;
}
