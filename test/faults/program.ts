import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '#/platform/db/embedded/launch.ts';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };
import { testSecret } from '../database/vault.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real program as an operator runs it: a process of its own, with its own data folder and port. */
export class Program {
  readonly dataDir: string;
  readonly port: number;
  #child: ChildProcess | undefined;
  /** What it printed since the last start. */
  output = '';

  private constructor(dataDir: string, port: number) {
    this.dataDir = dataDir;
    this.port = port;
  }

  /** A program that is not started yet. */
  static async on(dataDir: string): Promise<Program> {
    // What the tests have sealed it can open, and the other way round.
    mkdirSync(join(dataDir, 'keys'), { recursive: true });
    writeFileSync(join(dataDir, 'keys', 'secret'), testSecret, { mode: 0o600 });
    return new Program(dataDir, await freePort());
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it is ready. @throws Error with its output when it ends or takes four minutes. */
  async start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.output = '';
    const child = spawn(process.execPath, [...nodeFlags, 'src/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        CQS_DATA_DIR: this.dataDir,
        CQS_DEMO: '1',
        CQS_LOG_LEVEL: 'error',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        ...environment,
      },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    }
    for (let waited = 0; !(await this.isReady()); waited += 50) {
      if (child.exitCode !== null || waited > 240_000) throw new Error(`not ready: ${this.output}`);
      await pause(50);
    }
  }

  /** Whether it answers and has its database. */
  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.address}/healthz/ready`)).status === 200;
    } catch {
      return false;
    }
  }

  /** Ends the process at once, as a power cut would. Its database server lives on. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end in order, and waits. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }
}
