import type { CompiledProcess } from '#/modules/process/index.ts';
import { Agenda } from './agenda.ts';
import { chance, exponential, workload } from './chance.ts';
import { mostEvents } from './estimate.ts';
import { about, type Timeline } from './event.ts';
import { Figures } from './figures.ts';
import { Floor } from './floor.ts';
import type { OfficeClock } from './office-clock.ts';
import { otherWorkOf } from './other-work.ts';
import type { Outcome } from './result.ts';
import { limits, type Setting } from './setting.ts';
import { Traffic } from './traffic.ts';

/** So many events are played in one go. */
const slice = 200;

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
  const { seed, variation } = setting;
  const { horizon } = clock;
  const time: Timeline = { agenda: new Agenda(), now: 0, events: 0, most: mostEvents(setting) };
  const figures = new Figures(setting.steps.map(({ id }) => id));
  const floor = new Floor(people, time, figures);
  const traffic = new Traffic({ compiled, setting, clock, time, floor, figures });
  const others = otherWorkOf(setting);
  const gap = horizon / (setting.days * setting.perDay);

  function expectCase(no: number): void {
    if (no >= limits.cases) return;
    const wait = exponential(chance(seed, about.arrival, no)) * gap;
    time.agenda.put(time.now + wait, { type: 'arrival' });
  }

  function arrive(): void {
    const no = figures.arrived;
    figures.arrived += 1;
    expectCase(no + 1);
    traffic.arrive(no);
  }

  function expectOther(pool: string, no: number): void {
    const stream = others.get(pool)!;
    const wait = exponential(chance(seed, about.otherArrival, stream.index, no)) * stream.gap;
    time.agenda.put(time.now + wait, { type: 'other', pool, no });
  }

  function arriveOther(pool: string, no: number): void {
    expectOther(pool, no + 1);
    const stream = others.get(pool)!;
    const draw = (part: number) => chance(seed, about.otherWork, stream.index, no, part);
    const work = stream.work * workload(variation, draw);
    const since = time.now;
    floor.join({ of: null, pool, step: null, work, since, begunAt: null, isGone: false });
  }

  expectCase(0);
  for (const pool of others.keys()) expectOther(pool, 0);
  for (let next = time.agenda.take(); next !== undefined; next = time.agenda.take()) {
    if (next.at > horizon || time.events > time.most) break;
    time.now = next.at;
    time.events += 1;
    if (time.events % slice === 0) yield;
    const event = next.what;
    if (event.type === 'arrival') arrive();
    else if (event.type === 'other') arriveOther(event.pool, event.no);
    else if (event.type === 'fire') traffic.fire(event.of, event.token);
    else if (!event.task.isGone) {
      floor.release(event.task);
      if (event.task.of !== null) traffic.complete(event.task);
    }
  }
  const isCut = time.events > time.most;
  const end = isCut || figures.arrived >= limits.cases ? time.now : horizon;
  for (const one of traffic.inside) figures.leftInside(one, clock, end);
  return { ...figures.until(end, traffic.inside.size), pools: floor.until(end), isCut };
}
