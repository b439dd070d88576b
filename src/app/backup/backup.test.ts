import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperArea } from '#/modules/document/index.ts';
import {
  BackupFault,
  choose,
  fingerprintOf,
  keepLog,
  makePairs,
  readIdentity,
  verifyBackup,
} from '#/platform/backup/index.ts';
import { readConfig } from '#/platform/config/index.ts';
import { startEmbedded, type EmbeddedServer } from '#/platform/db/embedded/index.ts';
import { openFolder } from '#/platform/files/index.ts';
import { nobodysFiles } from '#/platform/sealed-files/index.ts';
import { sealPlain } from '#/platform/vault/index.ts';
import { openServices, type RunningServices } from '../services.ts';
import { bringForward } from '../bring-forward.ts';
import { backUpFully, backUpLog, type Order } from './back-up-here.ts';
import { drill } from './drill.ts';
import { listBackups } from './record.ts';
import { restoreHere } from './restore-here.ts';

const root = mkdtempSync(join(tmpdir(), 'cqs-backup-'));
chmodSync(root, 0o755);
const order: Order = { dir: join(root, 'copies'), recipients: join(root, 'pairs'), keepDays: 35 };
const config = readConfig({ CQS_DATA_DIR: join(root, 'data'), CQS_LOG_LEVEL: 'silent' });
const quiet = () => undefined;
let server: EmbeddedServer;
let running: RunningServices;

beforeAll(async () => {
  makePairs(order.recipients);
  server = await startEmbedded({ dataDir: config.dataDir, isDurable: true, tell: quiet });
  await bringForward({ url: server.url, programUrl: server.url, stop: () => server.stop() }, quiet);
  running = openServices(config, server.url);
  await sealPlain((work) => running.services.database.transaction(work));
}, 180_000);
afterAll(async () => {
  await running.close();
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

async function ask<T extends pg.QueryResultRow>(sql: string, url = server.url): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const site = (name: string) => {
  const dataDir = join(root, name);
  return {
    dataDir,
    secretFile: join(dataDir, 'keys/secret'),
    keyFile: join(dataDir, 'keys/keks.json'),
    s3: null,
  };
};
const wanted = (until?: Date) => ({
  dir: order.dir,
  identity: readIdentity(order.recipients),
  until,
});
const verified = () =>
  verifyBackup(order.dir, running.services.keys, readIdentity(order.recipients));

describe('a backup', () => {
  let before: Date;
  const subjects = ['0192f000-0000-7000-8000-0000000000a1', '0192f000-0000-7000-8000-0000000000a2'];

  test('of everything and of what was committed since gives back the same installation', async () => {
    await ask(
      `create table notes (n int primary key, words text); insert into notes select n, repeat('chữ ', 50) from generate_series(1, 5000) n`,
    );
    await ask(
      subjects
        .map(
          (id) =>
            `insert into platform.data_key (id, subject, kek, wrapped) values ('${id}', '${id}', 'secret', '\\x00')`,
        )
        .join(';'),
    );
    await running.services.files.put(paperArea, Buffer.alloc(200_000, 'giấy'), nobodysFiles);
    await keepLog(server.url);
    const full = await backUpFully(running, order);
    expect(Object.keys(full!.manifest.parts)).toEqual(['base.sealed', 'keys.sealed', 'objects.gz']);

    await ask(`insert into notes values (10001, 'sau bản đầy đủ')`);
    await running.services.files.put(paperArea, Buffer.from('giấy nộp sau'), nobodysFiles);
    await ask(
      `update platform.data_key set kek = null, wrapped = null, destroyed_at = now(), destroyed_by = 'thử', destroyed_why = 'thử' where id = '${subjects[0]}'`,
    );
    before = new Date((await ask<{ at: Date }>('select clock_timestamp() as at'))[0]!.at);
    await ask(`select pg_sleep(0.05); delete from notes where n = 7`);
    expect((await backUpLog(running, order))!.segments).toBeGreaterThan(0);
    expect(
      (await listBackups(running.services.database)).map(({ kind, fault }) => [kind, fault]),
    ).toEqual([
      ['full', null],
      ['log', null],
    ]);

    const ours = await fingerprintOf(server.url);
    let theirs: typeof ours = {};
    const { objects } = await restoreHere(site('again'), wanted(), quiet, async (url) => {
      theirs = await fingerprintOf(url);
    });
    // How the copy itself went is written down after it.
    const { 'platform.backup': _, ...same } = ours;
    expect(theirs).toMatchObject(same);
    expect(objects).toBe(2);
    expect(readFileSync(join(root, 'again/keys/secret'))).toEqual(readFileSync(config.secretFile));
    const store = openFolder(join(root, 'again/files'));
    for await (const { key } of running.store.list(paperArea))
      expect(await store.read(key)).toEqual(await running.store.read(key));
  }, 180_000);

  test('gives back the moment that was asked for, and what was destroyed since stays destroyed', async () => {
    const rows: unknown[] = [];
    await ask(
      `update platform.data_key set kek = null, wrapped = null, destroyed_at = now(), destroyed_by = 'thử', destroyed_why = 'thử' where id = '${subjects[1]}'`,
    );
    await backUpLog(running, order);
    const { destroyed } = await restoreHere(site('earlier'), wanted(before), quiet, async (url) => {
      rows.push(
        ...(await ask(
          `select count(*)::int as all, count(*) filter (where n = 7)::int as seven from notes`,
          url,
        )),
      );
      rows.push(
        ...(await ask(
          `select count(*)::int as living from platform.data_key where subject in ('${subjects.join("','")}') and wrapped is not null`,
          url,
        )),
      );
    });
    expect(rows).toEqual([{ all: 5001, seven: 1 }, { living: 0 }]);
    expect(destroyed).toBe(1);
  }, 180_000);

  test('is tried out beside the living installation', async () => {
    const shown = await drill(config, wanted(), quiet);
    expect(shown).toMatchObject({ missing: 0, objects: 2, isCurrent: true });
  }, 180_000);

  test('overwrites nothing that is there', async () => {
    await expect(restoreHere(site('again'), wanted(), quiet)).rejects.toThrow('không ghi đè');
  });

  test('does not reach before its beginning or beyond its end', async () => {
    await expect(choose(order.dir, wanted().identity, new Date(0))).rejects.toThrow('sớm nhất');
    const later = new Date(Date.now() + 60_000);
    await expect(choose(order.dir, wanted().identity, later)).rejects.toThrow('mới có tới');
  });

  test('holds nothing that can be read without the private keys', async () => {
    const all = filesBelow(order.dir).filter((file) => file.endsWith('.sealed'));
    expect(all.length).toBeGreaterThan(4);
    for (const file of all) expect(readFileSync(file).includes('chữ chữ')).toBe(false);
    const strangers = join(root, 'strangers');
    makePairs(strangers);
    await expect(choose(order.dir, readIdentity(strangers))).rejects.toThrow(
      'không mở được bằng khóa này',
    );
  });

  test('is found whole; one changed byte, one cut end, one file less or a forged list is found before it is needed', async () => {
    expect(await verified()).toMatchObject({ faults: [] });
    const files = filesBelow(order.dir);
    const file = (ending: string) => files.find((name) => name.endsWith(ending))!;
    const faultsAfter = async (path: string, harm: (bytes: Buffer) => Buffer | undefined) => {
      const bytes = readFileSync(path);
      const harmed = harm(Buffer.from(bytes));
      if (harmed) writeFileSync(path, harmed);
      else rmSync(path);
      const { faults } = await verified();
      writeFileSync(path, bytes);
      return faults.join();
    };
    const flip = (bytes: Buffer) => {
      bytes[bytes.length >> 1]! ^= 1;
      return bytes;
    };
    const wal = files.find((name) => /wal\/[0-9A-F]{24}\.sealed$/.test(name))!;
    for (const path of [file('base.sealed'), file('keys.sealed'), wal]) {
      expect(await faultsAfter(path, flip)).toContain('không còn nguyên');
      expect(await faultsAfter(path, (bytes) => bytes.subarray(0, -1))).toContain(
        'không còn nguyên',
      );
      expect(await faultsAfter(path, () => undefined)).toContain('thiếu');
    }
    expect(
      await faultsAfter(join(order.dir, 'objects/list'), (bytes) =>
        Buffer.from(bytes.toString().replace(/ \d+ 2/, ' 1 2')),
      ),
    ).toContain('không do hệ thống này ghi');
    expect(
      await faultsAfter(file('manifest.json'), (bytes) =>
        Buffer.from(bytes.toString().replace('system', 'sistem')),
      ),
    ).toContain('không do hệ thống này ghi');
    expect(await verified()).toMatchObject({ faults: [] });
  });

  test('of another database is refused in the same folder', async () => {
    const text = readFileSync(manifestFile(), 'utf8');
    writeFileSync(manifestFile(), text.replace(/system\\": \\"\d+/, 'system\\": \\"1'));
    try {
      await expect(backUpFully(running, order)).rejects.toThrow(BackupFault);
      expect((await listBackups(running.services.database))[0]!.fault).toContain(
        'cơ sở dữ liệu khác',
      );
    } finally {
      writeFileSync(manifestFile(), text);
    }
  });

  test('that is broken off leaves nothing that looks like one', async () => {
    const list = () => {
      throw new Error('đĩa hỏng');
    };
    const broken = { ...running, store: { ...running.store, list } };
    await expect(backUpFully(broken, order)).rejects.toThrow('đĩa hỏng');
    expect(readdirSync(order.dir).filter((name) => /^\d{8}T/.test(name))).toHaveLength(1);
  });

  test('goes when it is old, with the log and the files that only it needs', async () => {
    const old = manifestFile();
    for await (const { key } of running.store.list(paperArea)) await running.store.remove(key);
    await backUpLog(running, order);
    const { pruned } = (await backUpFully(running, {
      ...order,
      keepDays: 0,
    }))!;
    expect(pruned).toBe(1);
    expect(existsSync(old)).toBe(false);
    expect(await verified()).toMatchObject({ objects: 0, faults: [] });
  });

  function manifestFile(): string {
    const id = readdirSync(order.dir).find((name) => /^\d{8}T/.test(name))!;
    return join(order.dir, id, 'manifest.json');
  }
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
