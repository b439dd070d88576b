import { calendarOf } from '#/modules/agency/index.ts';
import { clock, type Dossier } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { dueAfterPause, dueAt, type Allowance } from '#/values/deadline.ts';

/** What a move does to the clocks of a dossier. */
export interface ClockWork {
  readonly accepts: boolean;
  readonly pauses: boolean;
  readonly resumes: boolean;
  /** Sends a supplement request, to be answered within this time. */
  readonly asks: Allowance | null;
  /** The longer allowance from here on. */
  readonly extends: boolean;
  readonly apologises: boolean;
  /** The allowance that holds after the move. */
  readonly allowance: Allowance;
}

/** The clocks of a dossier after a move. */
export interface Clocks {
  readonly acceptDueAt: Date;
  readonly acceptedAt: Date | null;
  readonly firstDueAt: Date | null;
  readonly dueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly reappointedAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly pauses: readonly { readonly from: Date; readonly to: Date }[];
}

/** The clocks at submission, by the rules of the dossier. */
export async function firstClocks(tx: Tx, unitId: string, at: Date): Promise<Clocks> {
  const acceptDueAt = await clock.computeDueAt(tx, { unitId }, at, clock.acceptance);
  return {
    acceptDueAt,
    acceptedAt: null,
    firstDueAt: null,
    dueAt: null,
    pausedAt: null,
    reappointedAt: null,
    answerDueAt: null,
    pauses: [],
  };
}

/** The clocks after a move, by the rules of the dossier. */
export async function nextClocks(
  tx: Tx,
  unitId: string,
  clocks: Clocks,
  work: ClockWork,
  at: Date,
): Promise<Clocks> {
  let next = clocks;
  const dossier = () => ({ unitId, ...next, deadline: work.allowance as Dossier['deadline'] });
  if (work.resumes) {
    const [due, acceptDue] = [
      await clock.dueAfter(tx, dossier(), at),
      await clock.acceptDueAfter(tx, dossier(), at),
    ];
    const pauses = [...next.pauses, { from: next.pausedAt!, to: at }];
    next = { ...next, dueAt: due, acceptDueAt: acceptDue, pausedAt: null, pauses };
  }
  if (work.accepts) {
    const due = await clock.computeDueAt(tx, { unitId }, at, work.allowance);
    next = { ...next, acceptedAt: at, firstDueAt: due, dueAt: due };
  }
  if (work.extends) {
    const { pauses, acceptedAt } = next;
    next = {
      ...next,
      dueAt: await clock.computeDueAfterPauses(
        tx,
        { unitId },
        acceptedAt ?? at,
        work.allowance,
        pauses,
      ),
    };
  }
  if (work.asks) {
    next = { ...next, answerDueAt: await clock.computeDueAt(tx, { unitId }, at, work.asks) };
  }
  if (work.apologises)
    next = { ...next, reappointedAt: await clock.reappointment(tx, dossier(), at) };
  if (work.pauses) next = { ...next, pausedAt: at };
  return next;
}

/** When a step is due that was opened at an instant, moved by the pauses since. */
export async function stepDue(
  tx: Tx,
  unitId: string,
  { pauses }: Pick<Clocks, 'pauses'>,
  openedAt: Date,
  allowance: Allowance,
): Promise<Date> {
  const calendar = await calendarOf(tx, unitId, openedAt);
  return pauses
    .filter(({ from }) => from >= openedAt)
    .reduce(
      (due, pause) => dueAfterPause(calendar, allowance.unit, due, pause),
      dueAt(calendar, openedAt, allowance),
    );
}
