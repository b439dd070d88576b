import { calendarOf } from '#/modules/agency/index.ts';
import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dueAfterPause, dueAfterPauses, dueAt, type Allowance } from '#/values/deadline.ts';
import type { Dossier } from './dossier.ts';
import type { Pause } from './pauses.ts';

/** The acceptance clock: 8 working hours (Decree 61/2018/NĐ-CP, carried over by Decree 118/2025/NĐ-CP). */
export const acceptance: Allowance = { qty: 8, unit: 'WORKING_HOUR' };

/** Time for the applicant to answer a supplement request, unless the law of the procedure gives another. */
const answerTime: Allowance = { qty: 30, unit: 'DAY' };

type Clocked = Pick<Dossier, 'unitId'>;

/** When a dossier is due that begins at `from`, by the calendar of its receiving unit. */
export async function computeDueAt(
  tx: Tx,
  dossier: Clocked,
  from: Date,
  allowance: Allowance,
): Promise<Date> {
  return dueAt(await calendarOf(tx, dossier.unitId, from), from, allowance);
}

/** The same, moved by the pauses that it has had since. */
export async function computeDueAfterPauses(
  tx: Tx,
  dossier: Clocked,
  from: Date,
  allowance: Allowance,
  pauses: readonly Pause[],
): Promise<Date> {
  return dueAfterPauses(await calendarOf(tx, dossier.unitId, from), from, allowance, pauses);
}

/** Until when an answer to a supplement request is awaited. */
export async function answerDueAt(
  tx: Tx,
  dossier: Pick<Dossier, 'unitId' | 'versionId'>,
  sentAt: Date,
): Promise<Date> {
  return computeDueAt(tx, dossier, sentAt, await answerTimeOf(tx, dossier.versionId));
}

/** How long an applicant has to answer, by the version of the procedure. */
export async function answerTimeOf(tx: Tx, versionId: string): Promise<Allowance> {
  return (await compiledVersion(tx, versionId)).catalogue.supplement?.answer ?? answerTime;
}

/** Until when it is to be accepted, after the pause that ends now; an accepted dossier keeps what it had. */
export async function acceptDueAfter(
  tx: Tx,
  {
    unitId,
    acceptDueAt,
    acceptedAt,
    pausedAt,
  }: Pick<Dossier, 'unitId' | 'acceptDueAt' | 'acceptedAt' | 'pausedAt'>,
  at: Date,
): Promise<Date> {
  if (acceptedAt !== null || pausedAt === null) return acceptDueAt;
  const calendar = await calendarOf(tx, unitId, at);
  return dueAfterPause(calendar, acceptance.unit, acceptDueAt, { from: pausedAt, to: at });
}

/** The due date after the pause that ends now; null before acceptance, when no clock ran. */
export async function dueAfter(
  tx: Tx,
  dossier: Pick<Dossier, 'unitId' | 'dueAt' | 'pausedAt' | 'deadline'>,
  at: Date,
): Promise<Date | null> {
  if (dossier.dueAt === null || dossier.pausedAt === null) return dossier.dueAt;
  const calendar = await calendarOf(tx, dossier.unitId, at);
  return dueAfterPause(calendar, dossier.deadline.unit, dossier.dueAt, {
    from: dossier.pausedAt,
    to: at,
  });
}

/** The one new date after an apology: as long again as the law gave, from the day that it became late. */
export function reappointment(
  tx: Tx,
  dossier: Pick<Dossier, 'unitId' | 'deadline'>,
  at: Date,
): Promise<Date> {
  return computeDueAt(tx, dossier, at, dossier.deadline);
}
