import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#/platform/db/embedded/launch.ts';
import type { Figure } from './figure.ts';

const root = join(import.meta.dirname, '..');

/**
 * How long `npm start` takes until pages are served: on a fresh clone, where everything is installed, made and loaded
 * for the first time, and again with the data that are there.
 */
export async function measure(): Promise<Figure[]> {
  const place = mkdtempSync(join(tmpdir(), 'cqs-start-'));
  try {
    const clone = join(place, 'clone');
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
    const first = await startOnce(clone, 180_000);
    if (first === undefined) {
      // The second start can be measured all the same, with the packages that are installed here.
      symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
      await startOnce(clone, 180_000);
    }
    const again = await startOnce(clone, 60_000);
    if (again === undefined) throw new Error('the program ended before it served pages');
    const fresh =
      first === undefined
        ? notInstalled
        : within('start.first', first, 120, 'a fresh clone: install, create, load');
    return [fresh, within('start.again', again, 5, 'the second start')];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Seconds until the program serves pages; undefined when the packages cannot be had here. It is stopped in order then. */
async function startOnce(clone: string, limitMs: number): Promise<number | undefined> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: clone,
    stdio: ['ignore', 'ignore', 'ignore'],
    detached: true,
    env: { ...withoutSettings(), PORT: String(port), CQS_LOG_LEVEL: 'error' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (performance.now() - began < limitMs) {
      if (child.exitCode !== null) return undefined;
      if (await isReady(port)) return (performance.now() - began) / 1000;
      await pause(50);
    }
    throw new Error(`no page after ${limitMs / 1000} seconds`);
  } finally {
    stop(child);
    await ended;
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/healthz/ready`)).status === 200;
  } catch {
    return false;
  }
}

/** As Ctrl-C in a terminal, which reaches npm and everything that it started. */
function stop(child: ChildProcess): void {
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
}

/** The environment without the settings of another installation. */
function withoutSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(CQS_|DATABASE_|PORT$|HOST$|METRICS_)/.test(name),
    ),
  );
}

/** The registry cannot be reached from here: nothing was measured, which is no fault of the program. */
const notInstalled: Figure = {
  name: 'start.first',
  value: 0,
  unit: 's',
  reference: 'not measured: the packages could not be installed here',
  ratio: 0,
  goal: '≤ 120 s',
  holds: true,
};

function within(name: string, value: number, limit: number, reference: string): Figure {
  return {
    name,
    value,
    unit: 's',
    reference,
    ratio: value / limit,
    goal: `≤ ${limit} s`,
    holds: value <= limit,
  };
}
