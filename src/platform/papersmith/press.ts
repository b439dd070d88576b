import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { PapersmithFault } from './fault.ts';
import type { PressAnswer, PressOrder } from './print-order.ts';
import { nowhere } from './nowhere.ts';

/** One process that sets papers, one at a time; started when first needed. */
export interface Press {
  print(order: PressOrder): Promise<Uint8Array>;
  /** Ends the process; a paper on its way fails. */
  close(): void;
}

/**
 * A process, not a thread: a thread inside the compiler's native code cannot be ended (measured: `terminate()` of a
 * worker never returned while a template looped), a process can. It also gets an environment of its own, without
 * secrets and without a way to the network. It is replaced when it grew beyond `maxResidentBytes`.
 */
export function createPress(limitMs: number, maxResidentBytes: number): Press {
  let child: ChildProcess | undefined;
  return {
    async print(order) {
      child ??= start();
      const running = child;
      const answer = await ask(running, order, limitMs).catch((error: unknown) => {
        discard(running);
        throw error;
      });
      if (answer.residentBytes > maxResidentBytes) discard(running);
      if ('fault' in answer) throw new PapersmithFault(answer.fault);
      return answer.pdf;
    },
    close() {
      if (child) discard(child);
    },
  };

  function discard(old: ChildProcess): void {
    old.kill('SIGKILL');
    if (child === old) child = undefined;
  }
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'press-process.ts'), {
    env: sealed,
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/**
 * Typst fetches packages that a template names. Its HTTP client obeys these variables, and nothing listens on port 9
 * of this machine; local packages would lie below these folders, which do not exist.
 */
const deadEnd = 'http://127.0.0.1:9';
const sealed = {
  HTTPS_PROXY: deadEnd,
  HTTP_PROXY: deadEnd,
  ALL_PROXY: deadEnd,
  HOME: nowhere,
  XDG_DATA_HOME: nowhere,
  XDG_CACHE_HOME: nowhere,
};

function ask(child: ChildProcess, order: PressOrder, limitMs: number): Promise<PressAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        settle(() => reject(new PapersmithFault({ message: `Took longer than ${limitMs} ms` }))),
      limitMs,
    );
    const onMessage = (answer: PressAnswer) => settle(() => resolve(answer));
    const onGone = () => settle(() => reject(new Error('The process that sets papers ended')));
    child.once('message', onMessage).once('exit', onGone).once('error', onGone);
    child.ref();
    child.channel?.ref();
    child.send(order, (error) => error && onGone());

    function settle(finish: () => void): void {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onGone).off('error', onGone);
      child.unref();
      child.channel?.unref();
      finish();
    }
  });
}
