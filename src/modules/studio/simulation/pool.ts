import { Waiting } from './waiting.ts';

/** Work that stands in a line, or that somebody does. */
export interface Task {
  /** Minutes of real work. */
  readonly work: number;
  readonly since: number;
  /** Of which line it is for the figures; null for work that has nothing to do with the procedure. */
  readonly step: string | null;
  begunAt: number | null;
  isGone: boolean;
}

/** The people of a role with one line before them: first come, first served. */
export class Pool<T extends Task> {
  readonly people: number;
  readonly line = new Waiting();
  #free: number;
  #waiting: T[] = [];
  #first = 0;
  #busyMinutes = 0;

  constructor(people: number) {
    this.people = people;
    this.#free = people;
  }

  /** A task joins the line. Tells which one is begun now, if any. */
  join(task: T, now: number): T | undefined {
    this.#waiting.push(task);
    if (task.step !== null) this.line.change(1, now);
    return this.#call(now);
  }

  /** Somebody is done, or leaves a task that is wanted no more. Tells which task is begun now, if any. */
  release(task: T, now: number): T | undefined {
    this.#free += 1;
    this.#busyMinutes += now - task.begunAt!;
    return this.#call(now);
  }

  /** A task that nobody has begun is wanted no more. */
  withdraw(task: T, now: number): void {
    if (task.step !== null) this.line.change(-1, now);
  }

  /** Share of the time that the people were at work until `now`; `doing` is what is being done. */
  busyUntil(now: number, doing: Iterable<T>): number {
    let minutes = this.#busyMinutes;
    for (const task of doing) minutes += now - task.begunAt!;
    return now > 0 ? Math.min(1, minutes / (now * this.people)) : 0;
  }

  #call(now: number): T | undefined {
    if (this.#free === 0) return undefined;
    while (this.#first < this.#waiting.length) {
      const task = this.#waiting[this.#first]!;
      this.#first += 1;
      if (task.isGone) continue;
      if (task.step !== null) this.line.change(-1, now);
      this.#free -= 1;
      task.begunAt = now;
      this.#shorten();
      return task;
    }
    this.#shorten();
    return undefined;
  }

  /** Forgets those who were called long ago. */
  #shorten(): void {
    if (this.#first < 1000 || this.#first * 2 < this.#waiting.length) return;
    this.#waiting = this.#waiting.slice(this.#first);
    this.#first = 0;
  }
}
