import type { Case, CaseTask } from './case.ts';
import type { OfficeClock } from './office-clock.ts';
import type { Outcome, StepOutcome } from './result.ts';
import { spreadOf, Waiting } from './waiting.ts';

/** What is written down while a simulation runs. */
export class Figures {
  arrived = 0;
  ended = 0;
  readonly #wholes: number[] = [];
  readonly #waits: number[] = [];
  #judged = 0;
  #onTime = 0;
  readonly #steps = new Map<string, { readonly waits: number[]; readonly line: Waiting }>();

  constructor(steps: readonly string[]) {
    for (const id of steps) this.#steps.set(id, { waits: [], line: new Waiting() });
  }

  /** Work waits before a step. */
  waits(task: CaseTask, now: number): void {
    this.#steps.get(task.setting.id)!.line.change(1, now);
  }

  /** It is begun, or wanted no more. */
  waitsNoMore(task: CaseTask, now: number): void {
    const step = this.#steps.get(task.setting.id)!;
    step.line.change(-1, now);
    if (task.isGone) return;
    task.of.waited += now - task.since;
    if (task.of.isMeasured) step.waits.push(now - task.since);
  }

  /** The case has its result, or ended without one. */
  closes(one: Case, clock: OfficeClock): void {
    if (!one.isMeasured || one.resultAt === null) return;
    this.#wholes.push(one.resultAt - one.filedAt);
    this.#waits.push(one.waited);
    const due = one.acceptedAt === null ? null : clock.dueAt(clock.instantOf(one.acceptedAt));
    if (due === null) return;
    this.#judged += 1;
    if (clock.instantOf(one.resultAt) <= due) this.#onTime += 1;
  }

  /** The end has come while the case was inside: when its deadline has passed, it is late already. */
  leftInside(one: Case, clock: OfficeClock, now: number): void {
    if (!one.isMeasured || one.resultAt !== null || one.acceptedAt === null) return;
    const due = clock.dueAt(clock.instantOf(one.acceptedAt));
    if (due !== null && due < clock.instantOf(now)) this.#judged += 1;
  }

  /** Everything until the end, with so many cases still inside. */
  until(end: number, inside: number): Omit<Outcome, 'pools' | 'isCut'> {
    return {
      arrived: this.arrived,
      ended: this.ended,
      inside,
      whole: spreadOf(this.#wholes),
      wait: spreadOf(this.#waits),
      judged: this.#judged,
      onTime: this.#onTime,
      steps: [...this.#steps].map(([id, { waits, line }]): StepOutcome => ({
        id,
        wait: spreadOf(waits),
        line: line.until(end),
      })),
    };
  }
}
