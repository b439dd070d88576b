/** A queue before work that is dear: so much of it at once, and only so many who wait. */
export interface Queue {
  /** Does the work when its turn comes. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Takes a place for work that is yet to come; undefined when all are taken. Whoever has one calls `leave` at the end. */
  enter(): Place | undefined;
}

export interface Place {
  leave(): void;
}

/** A queue with `atOnce` at work, and `places` that can be taken in all. */
export function queue({ atOnce, places }: { atOnce: number; places: number }): Queue {
  const waiting: (() => void)[] = [];
  let working = 0;
  let taken = 0;

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      // Whoever waits longest takes over, so that the count of the working stays.
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  }

  function enter(): Place | undefined {
    if (taken >= places) return undefined;
    taken += 1;
    let isIn = true;
    return {
      leave() {
        if (isIn) taken -= 1;
        isIn = false;
      },
    };
  }

  return { run, enter };
}
