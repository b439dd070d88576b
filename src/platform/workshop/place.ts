import { fork, type ChildProcess } from 'node:child_process';
import type { Answer } from './serve.ts';
import type { WorkshopOptions } from './workshop.ts';

/** The order took longer than the limit; its process was ended. */
export class WorkshopTimeout extends Error {
  constructor(limitMs: number) {
    super(`Took longer than ${limitMs} ms`);
    this.name = 'WorkshopTimeout';
  }
}

/** The process ended in the middle of an order: out of memory, or a crash of native code. */
export class WorkshopLost extends Error {
  constructor(how: string) {
    super(`The process ended while it worked (${how})`);
    this.name = 'WorkshopLost';
  }
}

/** The workshop was closed, since the program ends: the order is neither done nor at fault. */
export class WorkshopClosed extends Error {
  constructor() {
    super('The workshop is closed');
    this.name = 'WorkshopClosed';
  }
}

/** One process of a workshop, one order at a time. */
export interface Place<Order, Result> {
  work(order: Order): Promise<Result>;
  close(): void;
}

export function createPlace<Order, Result>(options: WorkshopOptions): Place<Order, Result> {
  let child: ChildProcess | undefined;
  let isClosed = false;
  return {
    async work(order) {
      if (isClosed) throw new WorkshopClosed();
      child ??= start(options);
      const running = child;
      const answer = await ask<Result>(running, order, options.limitMs).catch((error: unknown) => {
        discard(running);
        throw isClosed ? new WorkshopClosed() : error;
      });
      if (answer.residentBytes > options.maxResidentBytes) discard(running);
      if ('failure' in answer) throw new Error(answer.failure);
      return answer.result;
    },
    close() {
      isClosed = true;
      if (child) discard(child);
    },
  };

  function discard(old: ChildProcess): void {
    old.kill('SIGKILL');
    if (child === old) child = undefined;
  }
}

function start(options: WorkshopOptions): ChildProcess {
  const child = fork(options.program, {
    env: { ...options.environment },
    execArgv: ['--expose-gc', '--max-old-space-size=512', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  rest(child);
  return child;
}

function ask<Result>(
  child: ChildProcess,
  order: unknown,
  limitMs: number,
): Promise<Answer<Result>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new WorkshopTimeout(limitMs)), limitMs);
    const onMessage = (answer: Answer<Result>) => settle(() => resolve(answer));
    const onExit = (code: number | null, signal: string | null) =>
      fail(new WorkshopLost(signal ?? `code ${code}`));
    const onError = (error: Error) => fail(new WorkshopLost(error.message));
    child.once('message', onMessage).once('exit', onExit).once('error', onError);
    child.ref();
    child.channel?.ref();
    child.send(order as object, (error) => error && onError(error));

    function fail(error: Error): void {
      settle(() => reject(error));
    }

    function settle(finish: () => void): void {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      rest(child);
      finish();
    }
  });
}

/** A process without an order does not keep this one from ending. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
