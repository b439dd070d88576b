import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { freePort } from '#/platform/db/embedded/launch.ts';
import { testDatabase } from '../database/fixture.ts';
import { demoCommune } from '../journeys/commune.ts';
import { runToEnd } from './ended-run.ts';
import { Program } from './program.ts';

const database = testDatabase(undefined, demoCommune);
const dataDir = mkdtempSync(join(tmpdir(), 'cqs-outside-'));
chmodSync(dataDir, 0o755);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a start that cannot succeed', () => {
  it('with wrong settings says one line for each of them', async () => {
    const { exitCode, complaints } = await runToEnd({
      CQS_DATA_DIR: dataDir,
      CQS_DEMO: '1',
      PORT: 'abc',
      DATABASE_POOL: '0',
    });
    expect(exitCode).toBe(2);
    expect(complaints).toHaveLength(2);
    expect(complaints.join()).toMatch(/PORT.*DATABASE_POOL|DATABASE_POOL.*PORT/);
  });

  it('with a role that does not exist names those that do', async () => {
    const { exitCode, complaints } = await runToEnd(
      { CQS_DATA_DIR: dataDir, CQS_DEMO: '1' },
      'src/main.ts',
      'wbe',
    );
    expect(exitCode).toBe(2);
    expect(complaints).toEqual([expect.stringContaining('web|worker|migrate')]);
  });

  it('on a port that is taken says so before anything is started', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const settings = {
      CQS_DATA_DIR: dataDir,
      CQS_DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
    };
    const { exitCode, complaints } = await runToEnd(settings);
    other.close();
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([
      expect.stringContaining(`Cổng ${port} đang có chương trình khác dùng`),
    ]);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  it('without its database says where it looked, and not with which password', async () => {
    const url = `postgres://cqs:secret@127.0.0.1:${await freePort()}/cqs`;
    const { exitCode, complaints } = await runToEnd({
      CQS_DATA_DIR: dataDir,
      CQS_DEMO: '1',
      PORT: '0',
      DATABASE_URL: url,
    });
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([
      expect.stringContaining('Không vào được cơ sở dữ liệu 127.0.0.1:'),
    ]);
    expect(complaints[0]).not.toContain('secret');
  });
});

describe('with a PostgreSQL of one’s own', () => {
  it('the program works on that, starts none, stops in order, and leaves the data there', async () => {
    const program = await Program.on(dataDir);
    await program.start({ DATABASE_URL: database().url });
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    expect(program.output).toContain('Đang nạp hồ sơ mẫu');
    expect(await program.stop()).toBe(0);
    const { rows } = await database().transaction((tx) =>
      sql<{ n: number }>`select count(*) as n from dossier.dossier`.execute(tx),
    );
    expect(rows[0]!.n).toBeGreaterThan(50);
  });

  it('an older program refuses data of a newer one, and changes nothing', async () => {
    await database().transaction((tx) =>
      sql`insert into public.migration (name, sha256) values ('tomorrow/0001-better', repeat('0', 64))`.execute(
        tx,
      ),
    );
    const settings = {
      CQS_DATA_DIR: dataDir,
      CQS_DEMO: '1',
      PORT: '0',
      DATABASE_URL: database().url,
    };
    const { exitCode, complaints } = await runToEnd(settings);
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([expect.stringContaining('mới hơn chương trình')]);
  });
});
