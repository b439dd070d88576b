import {
  imagineRun,
  type CompiledProcess,
  type ImaginedMove,
  type ImaginedWait,
} from '#/modules/process/index.ts';
import type { Case, CaseTask } from './case.ts';
import { chance, choice, workload } from './chance.ts';
import { about, type Timeline } from './event.ts';
import type { Figures } from './figures.ts';
import type { Floor } from './floor.ts';
import type { OfficeClock } from './office-clock.ts';
import type { Setting, StepSetting } from './setting.ts';

/** The first part of the time, in which an empty office fills up, is not measured. */
const fillingUp = 0.1;

/** The office in which cases move. */
export interface Scenery {
  readonly compiled: CompiledProcess;
  readonly setting: Setting;
  readonly clock: OfficeClock;
  readonly time: Timeline;
  readonly floor: Floor;
  readonly figures: Figures;
}

/** The cases on their way through the process. */
export class Traffic {
  readonly inside = new Set<Case>();
  readonly #scenery: Scenery;
  readonly #steps: ReadonlyMap<string, { readonly step: StepSetting; readonly no: number }>;
  readonly #isReceived: boolean;

  constructor(scenery: Scenery) {
    const { steps } = scenery.setting;
    this.#scenery = scenery;
    this.#steps = new Map(steps.map((step, no) => [step.id, { step, no }]));
    this.#isReceived = steps.some(({ kind }) => kind === 'receive');
  }

  /** A case is filed. Its time by law begins when it is received; at once where nobody receives. */
  arrive(no: number): void {
    const { compiled, setting, clock, time } = this.#scenery;
    const { now } = time;
    const one: Case = {
      no,
      run: imagineRun(compiled, ({ hours, due }, at) => {
        if (due !== null) return clock.lawful(at, due);
        return hours === null ? null : clock.after(at, hours);
      }),
      filedAt: now,
      isMeasured: now >= clock.horizon * fillingUp,
      acceptedAt: this.#isReceived ? null : now,
      resultAt: null,
      waited: 0,
      tasks: new Map(),
      awaited: new Set(),
      visits: new Map(),
    };
    this.inside.add(one);
    this.#follow(one, one.run.start(setting.vars, clock.instantOf(now)));
  }

  /** Work on a case is done, with the outcome that its chance falls on. */
  complete({ of: one, setting: step, token, fate }: CaseTask): void {
    const { clock, time } = this.#scenery;
    one.tasks.delete(token);
    const outcome = choice(Object.entries(step.outcomes), fate) ?? null;
    if (step.kind === 'receive' && outcome !== 'refuse') one.acceptedAt ??= time.now;
    const vars = varsAfter(step, outcome);
    this.#follow(one, one.run.complete(token, outcome, vars, clock.instantOf(time.now)));
  }

  /** A timer fires or news comes, unless nobody waits for it any more. */
  fire(one: Case, token: number): void {
    const { clock, time } = this.#scenery;
    if (one.awaited.delete(token)) {
      this.#follow(one, one.run.fire(token, clock.instantOf(time.now)));
    }
  }

  /** What a movement of a case means for the office; machines do their work at once. */
  #follow(one: Case, first: ImaginedMove): void {
    const { clock, time, floor } = this.#scenery;
    for (const moves = [first]; moves.length > 0;) {
      const move = moves.shift()!;
      for (const token of move.closed) {
        one.awaited.delete(token);
        const task = one.tasks.get(token);
        if (task === undefined) continue;
        one.tasks.delete(token);
        floor.withdraw(task);
      }
      for (const wait of move.opened) {
        time.events += 1;
        if (time.events > time.most) return;
        if (wait.kind !== 'machine') this.#await(one, wait);
        else moves.push(one.run.complete(wait.token, null, {}, clock.instantOf(time.now)));
      }
      if (!move.isOpen) this.#leave(one);
    }
  }

  #await(one: Case, { kind, token, element, dueAt, isAside }: ImaginedWait): void {
    const { setting, clock, time } = this.#scenery;
    if (kind === 'person') return this.#open(one, token, element);
    // News that is only listened for beside other work may never come.
    if (kind === 'news' && isAside) return;
    const at = dueAt === null ? time.now + setting.newsHours * 60 : clock.minuteOf(dueAt);
    one.awaited.add(token);
    time.agenda.put(Math.max(at, time.now), { type: 'fire', of: one, token });
  }

  #open(one: Case, token: number, element: string): void {
    const { setting, time, floor } = this.#scenery;
    const { step, no } = this.#steps.get(element)!;
    if (step.kind === 'deliver') one.resultAt ??= time.now;
    const visit = one.visits.get(step.id) ?? 0;
    one.visits.set(step.id, visit + 1);
    const draw = (part: number) => chance(setting.seed, about.work, one.no, no, visit, part);
    const task: CaseTask = {
      of: one,
      token,
      setting: step,
      step: step.id,
      work: step.hours * 60 * workload(setting.variation, draw),
      fate: chance(setting.seed, about.outcome, one.no, no, visit),
      since: time.now,
      begunAt: null,
      isGone: false,
    };
    one.tasks.set(token, task);
    floor.join(task);
  }

  #leave(one: Case): void {
    const { clock, time, figures } = this.#scenery;
    if (one.acceptedAt !== null) one.resultAt ??= time.now;
    figures.ended += 1;
    figures.closes(one, clock);
    this.inside.delete(one);
  }
}

/** What the office would note in the case with an outcome, so that later conditions find it. */
function varsAfter({ kind }: StepSetting, outcome: string | null): Record<string, unknown> {
  if (outcome === 'propose-refusal') return { proposal: 'refuse' };
  if (outcome === 'paid') return { feeDue: false };
  return kind === 'handle' && outcome === 'forward' ? { proposal: 'grant' } : {};
}
