import { imagineRun, type CompiledProcess, type ImaginedMove } from '#/modules/process/index.ts';
import { Agenda } from './agenda.ts';
import type { Case, CaseTask, OtherTask } from './case.ts';
import { chance, choice, exponential, workload } from './chance.ts';
import { Figures } from './figures.ts';
import type { OfficeClock } from './office-clock.ts';
import { otherWorkOf } from './other-work.ts';
import { Pool } from './pool.ts';
import type { Outcome } from './result.ts';
import { limits, type Setting, type StepSetting } from './setting.ts';

/** What the chances of a play are about; a number, so that they are drawn quickly. */
const about = { arrival: 1, work: 2, outcome: 3, otherArrival: 4, otherWork: 5 } as const;

/** The first part of the time, in which an empty office fills up, is not measured. */
const fillingUp = 0.1;

/** So many events are played in one go. */
const slice = 200;

type Event =
  | { readonly type: 'arrival' }
  | { readonly type: 'other'; readonly pool: string; readonly no: number }
  | { readonly type: 'done'; readonly task: CaseTask | OtherTask }
  | { readonly type: 'fire'; readonly of: Case; readonly token: number };

/**
 * Plays an office through its days: cases come without memory (Poisson), are moved by the process itself, and wait for
 * people. Yields now and then, so that others may use the processor. `people` is how many there are in each pool.
 * @throws EngineFault when the process leaves no way to go on
 */
export function* play(
  compiled: CompiledProcess,
  setting: Setting,
  clock: OfficeClock,
  people: ReadonlyMap<string, number>,
): Generator<void, Outcome> {
  const steps = new Map(setting.steps.map((step, no) => [step.id, { step, no }]));
  const figures = new Figures([...steps.keys()]);
  const pools = new Map(
    setting.pools.map(({ id }) => [id, new Pool<CaseTask | OtherTask>(people.get(id)!)]),
  );
  const doing = new Map(setting.pools.map(({ id }) => [id, new Set<CaseTask | OtherTask>()]));
  const others = otherWorkOf(setting);
  const agenda = new Agenda<Event>();
  const inside = new Set<Case>();
  const { seed, variation } = setting;
  const { horizon } = clock;
  const gap = horizon / (setting.days * setting.perDay);
  let now = 0;
  let events = 0;

  function begin(task: CaseTask | OtherTask | undefined): void {
    if (task === undefined) return;
    if (task.of !== null) figures.waitsNoMore(task, now);
    doing.get(poolOf(task))!.add(task);
    agenda.put(now + task.work, { type: 'done', task });
  }

  function release(task: CaseTask | OtherTask): void {
    doing.get(poolOf(task))!.delete(task);
    begin(pools.get(poolOf(task))!.release(task, now));
  }

  function withdraw(task: CaseTask): void {
    task.isGone = true;
    if (task.begunAt !== null) return release(task);
    figures.waitsNoMore(task, now);
    pools.get(task.setting.pool)!.withdraw(task, now);
  }

  function arrive(): void {
    const no = figures.arrived;
    figures.arrived += 1;
    if (figures.arrived < limits.cases) {
      agenda.put(now + exponential(chance(seed, about.arrival, no + 1)) * gap, { type: 'arrival' });
    }
    const one: Case = {
      no,
      run: imagineRun(compiled, ({ hours }, at) =>
        hours === null ? null : clock.after(at, hours),
      ),
      filedAt: now,
      isMeasured: now >= horizon * fillingUp,
      acceptedAt: null,
      resultAt: null,
      waited: 0,
      tasks: new Map(),
      awaited: new Set(),
      visits: new Map(),
    };
    inside.add(one);
    if (!setting.steps.some(({ kind }) => kind === 'receive')) one.acceptedAt = now;
    follow(one, one.run.start(setting.vars, clock.instantOf(now)));
  }

  /** What a movement of a case means for the office; machines do their work at once. */
  function follow(one: Case, first: ImaginedMove): void {
    for (const moves = [first]; moves.length > 0;) {
      const move = moves.shift()!;
      for (const token of move.closed) {
        one.awaited.delete(token);
        const task = one.tasks.get(token);
        if (task !== undefined) withdraw(task);
        one.tasks.delete(token);
      }
      for (const wait of move.opened) {
        events += 1;
        if (events > limits.events) return;
        if (wait.kind === 'person') open(one, wait.token, steps.get(wait.element)!);
        else if (wait.kind === 'machine')
          moves.push(one.run.complete(wait.token, null, {}, clock.instantOf(now)));
        else if (wait.kind === 'timer') expect(one, wait.token, clock.minuteOf(wait.dueAt!));
        else if (!wait.isAside) expect(one, wait.token, now + setting.newsHours * 60);
      }
      if (!move.isOpen) leave(one);
    }
  }

  function expect(one: Case, token: number, at: number): void {
    one.awaited.add(token);
    agenda.put(Math.max(at, now), { type: 'fire', of: one, token });
  }

  function open(one: Case, token: number, { step, no }: { step: StepSetting; no: number }): void {
    if (step.kind === 'deliver') one.resultAt ??= now;
    const visit = one.visits.get(step.id) ?? 0;
    one.visits.set(step.id, visit + 1);
    const draw = (part: number) => chance(seed, about.work, one.no, no, visit, part);
    const task: CaseTask = {
      of: one,
      token,
      setting: step,
      step: step.id,
      work: step.hours * 60 * workload(variation, draw),
      fate: chance(seed, about.outcome, one.no, no, visit),
      since: now,
      begunAt: null,
      isGone: false,
    };
    one.tasks.set(token, task);
    figures.waits(task, now);
    begin(pools.get(step.pool)!.join(task, now));
  }

  function complete(task: CaseTask): void {
    const { of: one, setting: step, token } = task;
    one.tasks.delete(token);
    release(task);
    const outcome = choice(Object.entries(step.outcomes), task.fate) ?? null;
    if (step.kind === 'receive' && outcome !== 'refuse') one.acceptedAt ??= now;
    follow(one, one.run.complete(token, outcome, varsAfter(step, outcome), clock.instantOf(now)));
  }

  function leave(one: Case): void {
    if (one.acceptedAt !== null) one.resultAt ??= now;
    figures.ended += 1;
    figures.closes(one, clock);
    inside.delete(one);
  }

  function other(pool: string, no: number): void {
    const { gap: apart, work, index } = others.get(pool)!;
    const draw = (part: number) => chance(seed, about.otherWork, index, no, part);
    const next = exponential(chance(seed, about.otherArrival, index, no + 1)) * apart;
    agenda.put(now + next, { type: 'other', pool, no: no + 1 });
    const size = work * workload(variation, draw);
    const task = {
      of: null,
      pool,
      step: null,
      work: size,
      since: now,
      begunAt: null,
      isGone: false,
    };
    begin(pools.get(pool)!.join(task, now));
  }

  agenda.put(exponential(chance(seed, about.arrival, 0)) * gap, { type: 'arrival' });
  for (const [pool, { gap: apart, index }] of others) {
    agenda.put(exponential(chance(seed, about.otherArrival, index, 0)) * apart, {
      type: 'other',
      pool,
      no: 0,
    });
  }
  for (let next = agenda.take(); next !== undefined; next = agenda.take()) {
    if (next.at > horizon || events > limits.events) break;
    now = next.at;
    events += 1;
    if (events % slice === 0) yield;
    const event = next.what;
    if (event.type === 'arrival') arrive();
    else if (event.type === 'other') other(event.pool, event.no);
    else if (event.type === 'fire') {
      if (event.of.awaited.delete(event.token))
        follow(event.of, event.of.run.fire(event.token, clock.instantOf(now)));
    } else if (event.task.of === null) release(event.task);
    else if (!event.task.isGone) complete(event.task);
  }
  const isCut = events > limits.events;
  const end = isCut || figures.arrived >= limits.cases ? now : horizon;
  for (const one of inside) figures.leftInside(one, clock, end);
  return {
    ...figures.until(end, inside.size),
    pools: [...pools].map(([id, pool]) => ({
      id,
      people: pool.people,
      busy: pool.busyUntil(end, doing.get(id)!),
      line: pool.line.until(end),
    })),
    isCut,
  };
}

function poolOf(task: CaseTask | OtherTask): string {
  return task.of === null ? task.pool : task.setting.pool;
}

/** What the office would note in the case with an outcome, so that later conditions find it. */
function varsAfter({ kind }: StepSetting, outcome: string | null): Record<string, unknown> {
  if (outcome === 'propose-refusal') return { proposal: 'refuse' };
  if (outcome === 'paid') return { feeDue: false };
  return kind === 'handle' && outcome === 'forward' ? { proposal: 'grant' } : {};
}
