import type { TimedWait } from '#/modules/process/index.ts';
import { dueAfterPauses, dueAt, type Allowance } from '#/values/deadline.ts';
import type { Text } from '#/values/text.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';
import { acceptance } from '../clock.ts';
import type { Dossier } from '../dossier.ts';
import type { Pause } from '../pauses.ts';
import { allowanceOf, type Calendars } from '../step-clock.ts';

/** What of a dossier its deadlines hang on. */
export type Timed = Pick<
  Dossier,
  | 'id'
  | 'code'
  | 'versionId'
  | 'unitId'
  | 'unitIds'
  | 'variant'
  | 'deadline'
  | 'submittedAt'
  | 'acceptDueAt'
  | 'acceptedAt'
  | 'dueAt'
  | 'pausedAt'
  | 'overdueAt'
  | 'reappointedAt'
  | 'endedAt'
>;

/** A dossier with everything that has a clock of its own. */
export interface Clockwork {
  readonly dossier: Timed;
  readonly pauses: readonly Pause[];
  /** The supplement request whose answer is awaited. */
  readonly request: {
    readonly id: string;
    readonly sentAt: Date;
    readonly answerDueAt: Date;
    readonly allowance: Allowance;
  } | null;
  readonly waits: readonly TimedWait[];
}

/** A deadline that gets another instant. */
export interface Move {
  readonly what: 'accept' | 'due' | 'reappointed' | 'answer' | 'step';
  /** Name of the step, for one of a step. */
  readonly step: Text | null;
  /** The wait of the process that it is. */
  readonly wait: { readonly instanceId: string; readonly token: number } | null;
  readonly before: Date;
  readonly after: Date;
}

/** Two states of the calendars and the instant from which the second one holds. */
export interface Turn {
  readonly before: Calendars;
  readonly after: Calendars;
  readonly at: Date;
}

/**
 * The deadlines of a dossier that a change of calendars moves. Each is computed again from where it began, with its
 * pauses, under both calendars. What was due before the change, or before the clock was stopped, was kept or missed
 * by the calendar of its time and stays; and no deadline is put into the past.
 */
export function movesOf({ dossier, pauses, request, waits }: Clockwork, turn: Turn): Move[] {
  const { unitId, acceptedAt, pausedAt, deadline } = dossier;
  const stopped = { ...turn, at: pausedAt ?? turn.at };
  const moves: Move[] = [];

  function consider(what: Move['what'], stored: Date | null, clock: Clock, when: Turn): void {
    const after = stored && movedTo(stored, clock, when);
    if (stored && after) moves.push({ what, step: null, wait: null, before: stored, after });
  }

  if (dossier.endedAt === null) {
    if (acceptedAt === null) {
      const clock = { unitId, from: dossier.submittedAt, allowance: acceptance, pauses };
      consider('accept', dossier.acceptDueAt, clock, stopped);
    } else if (dossier.overdueAt === null) {
      consider(
        'due',
        dossier.dueAt,
        { unitId, from: acceptedAt, allowance: deadline, pauses },
        stopped,
      );
    } else {
      const clock = { unitId, from: dossier.overdueAt, allowance: deadline, pauses: [] };
      consider('reappointed', dossier.reappointedAt, clock, stopped);
    }
    if (request) {
      const clock = { unitId, from: request.sentAt, allowance: request.allowance, pauses: [] };
      consider('answer', request.answerDueAt, clock, turn);
    }
  }
  const due = moves.find(({ what }) => what === 'due');
  for (const wait of waits) {
    const after = stepMovedTo(wait, { dossier, pauses, due }, stopped);
    if (after) moves.push({ what: 'step', step: wait.name, wait, before: wait.dueAt, after });
  }
  return moves;
}

/** How an instant came about. */
interface Clock {
  readonly unitId: string;
  readonly from: Date;
  readonly allowance: Allowance;
  readonly pauses: readonly Pause[];
}

function movedTo(stored: Date, clock: Clock, { before, after, at }: Turn): Date | null {
  if (stored <= at) return null;
  const was = replay(before(clock.unitId), clock);
  const is = replay(after(clock.unitId), clock);
  if (same(was, is) || same(is, stored)) return null;
  const next = same(was, stored) ? is : shifted(stored, clock, { before, after, at });
  return next > at && !same(next, stored) ? next : null;
}

function replay(calendar: WorkingCalendar, { from, allowance, pauses }: Clock): Date {
  return pauses.length === 0
    ? dueAt(calendar, from, allowance)
    : dueAfterPauses(calendar, from, allowance, pauses);
}

/** An instant that was once set otherwise keeps the working time that is left until it. */
function shifted(stored: Date, { unitId }: Clock, { before, after, at }: Turn): Date {
  return after(unitId).addWorkingMinutes(at, before(unitId).workedMinutes(at, stored));
}

/** A step that lasts only until its dossier is due goes along with the dossier. */
function stepMovedTo(
  { timed, openedAt, dueAt: stored }: TimedWait,
  {
    dossier,
    pauses,
    due,
  }: Pick<Clockwork, 'dossier' | 'pauses'> & { readonly due: Move | undefined },
  turn: Turn,
): Date | null {
  const allowance = allowanceOf(timed, dossier);
  if (allowance === null) return null;
  const unitId = timed.unitId ?? dossier.unitId;
  const clock = { unitId, from: openedAt, allowance, pauses };
  if (dossier.dueAt && same(stored, dossier.dueAt)) {
    const own = replay(turn.after(unitId), clock);
    if (!due) return null;
    return own < due.after && own > turn.at ? own : due.after;
  }
  return movedTo(stored, clock, turn);
}

function same(a: Date, b: Date): boolean {
  return a.getTime() === b.getTime();
}
