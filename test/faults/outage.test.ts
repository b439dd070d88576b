import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordOf } from '#/platform/db/embedded/cluster.ts';
import { readNote } from '#/platform/db/embedded/note.ts';
import { Browser } from '../../bench/browser.ts';
import { Program } from './program.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cqs-outage-'));
chmodSync(dataDir, 0o755);
const folder = join(dataDir, 'postgres');
let program: Program;

beforeAll(async () => {
  program = await Program.on(dataDir);
  await program.start();
}, 300_000);

afterAll(async () => {
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function connected(): Promise<pg.Client> {
  const { port } = readNote(folder)!;
  const client = new pg.Client({
    connectionString: `postgres://cqs:${passwordOf(folder)}@127.0.0.1:${port}/postgres`,
  });
  await client.connect();
  return client;
}

/** A citizen at a browser, signed in. */
async function citizen(): Promise<Browser> {
  const browser = new Browser(program.port);
  const { body } = await browser.get('/dang-nhap');
  const token = /name="_csrf" value="([^"]+)"/.exec(body)![1]!;
  const { status } = await browser.post('/dang-nhap/demo', { _csrf: token, account: 'cong-dan-1' });
  expect(status).toBe(303);
  return browser;
}

describe('when only the database goes down', () => {
  it('pages say so with 503 and an hour to come again, and come back by themselves', async () => {
    const browser = await citizen();
    expect((await browser.get('/ho-so')).status).toBe(200);
    process.kill(readNote(folder)!.postgresPid, 'SIGKILL');
    const seen = new Set<number>();
    let outage = '';
    for (let waited = 0; waited < 60_000; waited += 50) {
      const { status, body } = await browser.get('/ho-so');
      seen.add(status);
      if (status === 503) outage = body;
      if (status === 200 && seen.has(503)) break;
      await pause(50);
    }
    expect(seen).toEqual(new Set([503, 200]));
    expect(outage).toContain('Hệ thống đang gián đoạn');
    browser.close();
  }, 120_000);
});

describe('when the program is told to stop', () => {
  it('a request under way is answered first, and nobody new is let in', async () => {
    const browser = await citizen();
    const client = await connected();
    await client.query('begin; lock table identity.session in access exclusive mode');
    const underway = browser.get('/ho-so');
    await pause(300);
    const stopped = program.stop();
    await pause(500);
    await expect(new Browser(program.port).get('/')).rejects.toThrow('ECONNREFUSED');
    await client.query('commit');
    expect((await underway).status).toBe(200);
    await client.end();
    expect(await stopped).toBe(0);
    browser.close();
  }, 60_000);
});

describe('when only the program is killed', () => {
  it('the next one takes the database over that lives on without an owner', async () => {
    await program.start();
    const { postgresPid } = readNote(folder)!;
    await program.kill();
    await program.start();
    expect(program.output).toContain('Cơ sở dữ liệu của lần chạy trước còn sống: dùng tiếp.');
    expect(readNote(folder)!.postgresPid).toBe(postgresPid);
  }, 120_000);

  it('so does one whose starter was killed before it could leave a note', async () => {
    const { postgresPid } = readNote(folder)!;
    await program.kill();
    rmSync(`${folder}.server.json`);
    await program.start();
    expect(readNote(folder)!.postgresPid).toBe(postgresPid);
  }, 120_000);
});
