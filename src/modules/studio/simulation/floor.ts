import type { AnyTask, Timeline } from './event.ts';
import type { Figures } from './figures.ts';
import { Pool } from './pool.ts';
import type { PoolOutcome } from './result.ts';

/** The people of the office and the lines before them. */
export class Floor {
  readonly #pools: ReadonlyMap<string, Pool<AnyTask>>;
  readonly #doing: ReadonlyMap<string, Set<AnyTask>>;
  readonly #time: Timeline;
  readonly #figures: Figures;

  constructor(people: ReadonlyMap<string, number>, time: Timeline, figures: Figures) {
    this.#pools = new Map([...people].map(([id, count]) => [id, new Pool(count)]));
    this.#doing = new Map([...people.keys()].map((id) => [id, new Set()]));
    this.#time = time;
    this.#figures = figures;
  }

  /** Work comes; whoever is free begins it, else it stands in line. */
  join(task: AnyTask): void {
    if (task.of !== null) this.#figures.waits(task, this.#time.now);
    this.#begin(this.#poolOf(task).join(task, this.#time.now));
  }

  /** Work is done, or left half done; its person takes the next. */
  release(task: AnyTask): void {
    this.#doing.get(poolId(task))!.delete(task);
    this.#begin(this.#poolOf(task).release(task, this.#time.now));
  }

  /** Work is wanted no more, wherever it is. */
  withdraw(task: AnyTask): void {
    task.isGone = true;
    if (task.begunAt !== null) return this.release(task);
    if (task.of !== null) this.#figures.waitsNoMore(task, this.#time.now);
    this.#poolOf(task).withdraw(task, this.#time.now);
  }

  until(end: number): PoolOutcome[] {
    return [...this.#pools].map(([id, pool]) => ({
      id,
      people: pool.people,
      busy: pool.busyUntil(end, this.#doing.get(id)!),
      line: pool.line.until(end),
    }));
  }

  #begin(task: AnyTask | undefined): void {
    if (task === undefined) return;
    if (task.of !== null) this.#figures.waitsNoMore(task, this.#time.now);
    this.#doing.get(poolId(task))!.add(task);
    this.#time.agenda.put(this.#time.now + task.work, { type: 'done', task });
  }

  #poolOf(task: AnyTask): Pool<AnyTask> {
    return this.#pools.get(poolId(task))!;
  }
}

function poolId(task: AnyTask): string {
  return task.of === null ? task.pool : task.setting.pool;
}
