import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Work } from '#/platform/module.ts';

const program = fileURLToPath(new URL('../../../../witness/main.ts', import.meta.url));

/** Three invented agencies. In earnest each runs the program on a computer of its own. */
const agencies = ['so-tu-phap', 'thanh-tra', 'mat-tran-to-quoc'] as const;

/** Witnesses of the demo, as processes on this machine, and the policy that asks for two of three. */
interface DemoWitnesses extends Work {
  readonly policy: string;
}

/** Starts them for a log. Their keys and memory lie in the folder. They end when this process ends. */
export async function startDemoWitnesses(folder: string, logVkey: string): Promise<DemoWitnesses> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const children = agencies.map((agency) => start(agency, folder, logVkey));
  const lines = await Promise.all(children.map(introduction));
  const group = `group co-quan-chung-kien 2 ${agencies.join(' ')}`;
  return {
    policy: [...lines, group, 'quorum co-quan-chung-kien', ''].join('\n'),
    async stop() {
      await Promise.all(children.map(end));
    },
  };
}

function start(agency: string, folder: string, logVkey: string): ChildProcess {
  const file = join(folder, `${agency}.sqlite`);
  const given = ['--name', `${agency}.demo`, '--database', file, '--log', logVkey, '--port', '0'];
  return fork(program, given, {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=64'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function introduction(child: ChildProcess, at: number): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the demo witness ${agencies[at]} did not start`);
  });
  const [said] = (await Promise.race([once(child, 'message'), ended])) as [
    { vkey: string; url: string },
  ];
  ended.catch(() => undefined);
  return `witness ${agencies[at]} ${said.vkey} ${said.url}`;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
