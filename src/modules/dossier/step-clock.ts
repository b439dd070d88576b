import { calendarOf } from '#/modules/agency/index.ts';
import type { DueOf, Shift, Timed } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dueAfterPause, dueAt, type Allowance } from '#/values/deadline.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';
import type { Dossier } from './dossier.ts';

/** The calendar of each unit, by its id. */
export type Calendars = (unitId: string) => WorkingCalendar;

type Clocked = Pick<Dossier, 'unitId' | 'unitIds' | 'variant'>;

/** The calendars of all units that take part in a dossier; of any other unit that of the receiving one. */
export async function calendarsOf(
  tx: Tx,
  { unitId, unitIds }: Pick<Dossier, 'unitId' | 'unitIds'>,
  at: Date,
): Promise<Calendars> {
  const home = await calendarOf(tx, unitId, at);
  const own = new Map<string, WorkingCalendar>();
  for (const id of unitIds) own.set(id, await calendarOf(tx, id, at));
  return (id) => own.get(id) ?? home;
}

/**
 * How long a step may take: its own time of law where it has one, else its working hours, the longer ones once the
 * dossier is verified or extended. Null for a step without a limit.
 */
export function allowanceOf(
  { hours, hoursExtended, due }: Pick<Timed, 'hours' | 'hoursExtended' | 'due'>,
  { variant }: Pick<Dossier, 'variant'>,
): Allowance | null {
  if (due !== null) return due;
  const allowed = variant === 'NORMAL' ? hours : (hoursExtended ?? hours);
  return allowed === null || allowed === 0 ? null : { qty: allowed, unit: 'WORKING_HOUR' };
}

/** When steps are due: each by the calendar of the unit that does it, so that parallel parts have clocks of their own. */
export function stepClock(calendars: Calendars, dossier: Clocked): DueOf {
  return (timed, from) => {
    const allowance = allowanceOf(timed, dossier);
    return allowance && dueAt(calendars(timed.unitId ?? dossier.unitId), from, allowance);
  };
}

/** How the due time of a step moves over a pause: what was left of it by its own calendar is left afterwards. */
export function stepShift(calendars: Calendars, dossier: Clocked): Shift {
  return (due, from, to, timed) => {
    const unit = timed.due?.unit ?? 'WORKING_HOUR';
    return dueAfterPause(calendars(timed.unitId ?? dossier.unitId), unit, due, { from, to });
  };
}
