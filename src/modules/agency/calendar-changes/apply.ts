import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/actor.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import {
  insertOfficeHours,
  replaceCalendarDay,
  supersede,
  upsertCalendarYear,
} from '../store/calendars.ts';
import { lockCalendarChange, updateApplied, updateDropped } from '../store/calendar-changes.ts';
import { updateVersion } from '../store/dataset.ts';
import type { CalendarChange, YearChange } from './calendar-change.ts';
import { theFollower } from './follow.ts';
import { dayAsItIs, yearAsItIs } from './propose.ts';

/**
 * Applies a change that was looked at: from now on the calendar is so, and the deadlines that hang on it follow. What
 * was proposed on another state of the calendar has to be looked at again. A whole year takes a second person.
 */
export async function applyChange(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<CalendarChange | Refusal> {
  const change = await lockOpen(tx, id);
  if ('refused' in change) return change;
  if (change.detail.kind === 'YEAR' && change.proposedPerson === actor.personId)
    return refuse('agency.own-calendar');
  // Held until the end of the transaction: of two changes the second sees what the first has made.
  await updateVersion(tx, 'calendar');
  if (!(await isUpToDate(tx, change))) return refuse('agency.change-outdated');
  await write(tx, change, actor.at);
  const applied = { ...change, appliedBy: actor.name, appliedAt: actor.at };
  await updateApplied(tx, id, actor.name, actor.at);
  await theFollower().applied(tx, applied);
  return applied;
}

/** Gives a proposed change up. */
export async function dropChange(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<CalendarChange | Refusal> {
  const change = await lockOpen(tx, id);
  if ('refused' in change) return change;
  await updateDropped(tx, id, actor.at);
  return { ...change, droppedAt: actor.at };
}

async function lockOpen(tx: Tx, id: string): Promise<CalendarChange | Refusal> {
  const change = await lockCalendarChange(tx, id);
  if (!change) return refuse('agency.no-such-change');
  if (change.appliedAt !== null || change.droppedAt !== null)
    return refuse('agency.change-settled');
  return change;
}

async function isUpToDate(tx: Tx, { unitId, detail }: CalendarChange): Promise<boolean> {
  if (detail.kind === 'HOURS') return true;
  if (detail.kind === 'YEAR')
    return isDeepStrictEqual(await yearAsItIs(tx, detail.year), detail.before);
  const now = await dayAsItIs(tx, detail.on, unitId);
  return now?.kind === detail.before?.kind && now?.status === detail.before?.status;
}

async function write(tx: Tx, { unitId, detail, source }: CalendarChange, at: Date): Promise<void> {
  if (detail.kind === 'HOURS') {
    const { id, ...hours } = detail.hours;
    await insertOfficeHours(tx, id, hours.unitId, { ...hours, source }, at);
  } else if (detail.kind === 'YEAR') await writeYear(tx, detail, at);
  else if (detail.after === null) await supersede(tx, detail.on, unitId, at);
  else await replaceCalendarDay(tx, detail.after, at);
}

async function writeYear(tx: Tx, { year, before, after }: YearChange, at: Date): Promise<void> {
  await upsertCalendarYear(tx, { year, status: after.status, source: after.source }, at);
  for (const { on } of before?.days ?? []) await supersede(tx, on, null, at);
  for (const day of after.days) await replaceCalendarDay(tx, day, at);
}
