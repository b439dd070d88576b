import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../witness/main.ts', import.meta.url));

/** A witness as a process of its own, as another agency runs it. */
export interface WitnessProcess {
  readonly vkey: string;
  readonly url: string;
  /** Ends it in the way of a power cut. */
  kill(): Promise<void>;
}

export async function startWitness(
  name: string,
  database: string,
  logs: readonly string[],
): Promise<WitnessProcess> {
  const given = ['--name', name, '--database', database, '--port', '0'];
  const child = fork(program, [...given, ...logs.flatMap((log) => ['--log', log])], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [said] = (await Promise.race([once(child, 'message'), fails(child)])) as [
    Pick<WitnessProcess, 'vkey' | 'url'>,
  ];
  return {
    ...said,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function fails(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number];
  throw new Error(`the witness ended with ${code}`);
}
