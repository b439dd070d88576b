import { createPlace, type Place } from './place.ts';

export { WorkshopClosed, WorkshopLost, WorkshopTimeout } from './place.ts';

/** Work that is done in processes of their own, because it is heavy or touches what strangers sent. */
export interface Workshop<Order, Result> {
  /**
   * Has an order done. Orders wait in line for a free place.
   * Throws WorkshopTimeout, WorkshopLost (the process died), WorkshopClosed or an Error (the program has a bug).
   */
  work(order: Order): Promise<Result>;
  /** Ends the processes. Orders still in work or in line fail with WorkshopClosed. */
  close(): void;
}

export interface WorkshopOptions {
  /** Path of the program, which calls `serveWorkshop`: a `.ts` file that Node runs as it is. */
  readonly program: string;
  /** How many processes work at the same time; each is started when first needed. */
  readonly places: number;
  /** A process that needs longer for an order is ended. */
  readonly limitMs: number;
  /** A process that has grown beyond this after an order is replaced. */
  readonly maxResidentBytes: number;
  /** The whole environment of the processes. They inherit nothing: they need no secrets. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/**
 * Opens a workshop. Processes, not threads: a thread inside native code cannot be ended (measured: `terminate()` of a
 * worker never returned while a Typst template looped), a process can, and its crash is not ours.
 */
export function openWorkshop<Order, Result>(options: WorkshopOptions): Workshop<Order, Result> {
  const all = Array.from({ length: options.places }, () => createPlace<Order, Result>(options));
  const idle = [...all];
  const waiting: ((place: Place<Order, Result>) => void)[] = [];
  return {
    async work(order) {
      const place =
        idle.pop() ?? (await new Promise<Place<Order, Result>>((take) => waiting.push(take)));
      try {
        return await place.work(order);
      } finally {
        const next = waiting.shift();
        if (next) next(place);
        else idle.push(place);
      }
    },
    close() {
      for (const place of all) place.close();
    },
  };
}
