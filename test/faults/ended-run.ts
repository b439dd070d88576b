import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a run of the program left that ended by itself. */
export interface EndedRun {
  readonly exitCode: number | null;
  /** Lines that it complained. */
  readonly complaints: readonly string[];
}

/** Runs the program with these settings until it ends; for starts that must not succeed. */
export function runToEnd(
  settings: Readonly<Record<string, string>>,
  file = 'src/main.ts',
  ...args: string[]
): Promise<EndedRun> {
  const child = spawn(process.execPath, [...nodeFlags, file, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      CQS_LOG_LEVEL: 'error',
      ...settings,
    },
  });
  let complained = '';
  child.stderr.on('data', (bytes: Buffer) => (complained += bytes.toString()));
  return new Promise((resolve) => {
    child.once('close', (exitCode) => {
      resolve({ exitCode, complaints: complained.split('\n').filter((line) => line !== '') });
    });
  });
}
