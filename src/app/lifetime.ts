import { closeAll } from './close-all.ts';

/** What a process opens and, told to stop, closes again in the opposite order. */
export interface Lifetime {
  /**
   * Runs `open`, which hands over how to close each thing that it opened. When it fails, everything is closed and the
   * fault is thrown. When a signal comes meanwhile, it is broken off at the next thing opened, and the process ends.
   */
  begin(open: (onClose: OnClose) => Promise<void>): Promise<void>;
  /** Closes everything now; what fails keeps nothing else open. @throws what failed. */
  end(): Promise<void>;
}

export type OnClose = (close: () => Promise<void>) => void;

/** Thrown by `onClose` to break off an opening that a signal has overtaken. */
class Interrupted extends Error {}

/** One stop may come as two signals: to the whole group of processes, and handed on by whoever started us. */
const echoMs = 1_000;

/**
 * A lifetime that SIGINT or SIGTERM ends: requests and jobs under way finish, then the process exits with 0. A second
 * signal exits at once, unless it is the echo of the first.
 */
export function lifetime(tell: (line: string) => void): Lifetime {
  const closers: (() => Promise<void>)[] = [];
  let endingSince: number | undefined;
  let opening: Promise<void> = Promise.resolve();

  async function end(): Promise<void> {
    try {
      await closeAll(closers.splice(0).toReversed());
    } finally {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    }
  }

  function onSignal(): void {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince > echoMs) process.exit(1);
      return;
    }
    endingSince = performance.now();
    tell('Đang dừng…');
    const ended = opening.catch(() => undefined).then(end);
    ended.then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  }

  async function begin(open: (onClose: OnClose) => Promise<void>): Promise<void> {
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    opening = open((close) => {
      closers.push(close);
      if (endingSince !== undefined) throw new Interrupted();
    });
    try {
      await opening;
    } catch (error) {
      if (endingSince !== undefined) return;
      await end().catch((fault: unknown) => console.error(fault));
      throw error;
    }
  }

  return { begin, end };
}
