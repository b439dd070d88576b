import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort } from '#/platform/db/embedded/launch.ts';
import { listSettings } from '#/platform/config/index.ts';
import { testDatabase } from '../database/fixture.ts';
import { testSecret } from '../database/vault.ts';

const database = testDatabase();
const root = mkdtempSync(join(tmpdir(), 'cqs-deploy-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const read = (file: string) => readFileSync(join('deploy', file), 'utf8');
const known = (program: string) =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program)));

const dockerfile = read('Dockerfile');
const list = (instruction: string) =>
  JSON.parse(new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(dockerfile)![1]!) as string[];
const units = ['chinh-quyen-so-web@.service', 'chinh-quyen-so-worker.service'];
const execStart = (unit: string) =>
  /^ExecStart=(.*)$/m.exec(read(`systemd/${unit}`))![1]!.split(' ');

describe('the commands of the deployment', () => {
  test.each([
    ['the image as it starts', () => [...list('ENTRYPOINT'), ...list('CMD')]],
    ['the unit of a web node', () => execStart(units[0]!)],
  ])(
    'start a web node that becomes ready and stops in order: %s',
    async (_name, words) => {
      const { code, ready } = await runUntilReady(words(), '/healthz/ready');
      expect([ready, code]).toEqual([200, 0]);
    },
    90_000,
  );

  test.each([
    ['the image as a worker', () => [...list('ENTRYPOINT'), 'worker']],
    ['the unit of a worker', () => execStart(units[1]!)],
  ])(
    'start a worker that tells its metrics and stops in order: %s',
    async (_name, words) => {
      const { code, ready } = await runUntilReady(words(), '/metrics');
      expect([ready, code]).toEqual([200, 0]);
    },
    90_000,
  );
});

describe('the files of the deployment', () => {
  test('name only settings that exist', () => {
    const names = new Set(listSettings().map(({ name }) => name));
    const all = [
      'Dockerfile',
      'compose.yml',
      'systemd/environment.example',
      'helm/templates/_pod.tpl',
    ].map(read);
    const used = all.join('\n').match(/\b(CQS_[A-Z0-9_]+|METRICS_PORT|DATABASE_URL)(?=[:=,\s])/g)!;
    const foreign = ['CQS_DATABASE_PASSWORD', 'CQS_LOG_VKEY'];
    expect(
      [...new Set(used)].filter((name) => !names.has(name) && !foreign.includes(name)),
    ).toEqual([]);
  });

  test('run nothing as root, with a root file system that is read only', () => {
    expect(dockerfile).toMatch(/^USER 10001:10001$/m);
    expect(dockerfile).not.toMatch(/FROM \S*:latest|FROM \w+$/m);
    expect(read('compose.yml')).toContain('read_only: true');
    expect(read('helm/templates/_pod.tpl')).toContain('readOnlyRootFilesystem: true');
    for (const unit of units) {
      expect(read(`systemd/${unit}`)).toContain('ProtectSystem=strict');
      expect(read(`systemd/${unit}`)).toContain('NoNewPrivileges=yes');
    }
  });

  test('keep no secret', () => {
    for (const file of ['compose.yml', 'helm/values.yaml', 'systemd/environment.example'])
      expect(read(file)).not.toMatch(/password: *\w|postgres:\/\/\w+:[^$@{]+@/i);
  });

  test.runIf(known('systemd-analyze'))(
    'are units that systemd understands (where it is installed)',
    () => {
      const folder = mkdtempSync(join(root, 'units-'));
      for (const unit of units)
        writeFileSync(
          join(folder, unit),
          read(`systemd/${unit}`).replaceAll('/usr/bin/node', process.execPath),
        );
      const files = [join(folder, 'chinh-quyen-so-web@8081.service'), join(folder, units[1]!)];
      writeFileSync(files[0]!, readFileSync(join(folder, units[0]!)));
      const told = execFileSync('systemd-analyze', ['verify', ...files], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      expect(told).not.toMatch(/Unknown|Failed/);
    },
  );

  test.runIf(known('nginx'))('are a configuration that nginx takes (where it is installed)', () => {
    const conf = join(root, 'nginx.conf');
    const site = read('nginx/chinh-quyen-so.conf')
      .replace(/ssl_certificate.*\n/g, '')
      .replace('listen 443 ssl', 'listen 8443');
    writeFileSync(conf, `events {}\nhttp {\n${site}\n}\n`);
    execFileSync('nginx', ['-t', '-c', conf], { stdio: 'pipe' });
  });
});

async function runUntilReady(words: readonly string[], path: string) {
  const dataDir = mkdtempSync(join(root, 'data-'));
  mkdirSync(join(dataDir, 'keys'));
  writeFileSync(join(dataDir, 'secret'), testSecret);
  const [port, metricsPort] = [await freePort(), await freePort()];
  // The machine's own Node may be older than the image's.
  const child = spawn(process.execPath, words.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: database().url,
      CQS_PUBLIC_URL: 'https://dichvucong.example.vn',
      CQS_DATA_DIR: dataDir,
      CQS_SECRET_FILE: join(dataDir, 'secret'),
      CQS_LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = `http://127.0.0.1:${path === '/metrics' ? metricsPort : port}${path}`;
  let ready: number | undefined;
  for (let waited = 0; ready !== 200 && waited < 60_000 && child.exitCode === null; waited += 100) {
    ready = await fetch(address).then(
      ({ status }) => status,
      () => undefined,
    );
    await pause(100);
  }
  if (ready !== 200) console.error(output);
  child.kill('SIGTERM');
  return { ready, code: await ended };
}
