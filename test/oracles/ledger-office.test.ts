import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { ledgerDoors } from '#/app/links.ts';
import { inspectLedger } from '#/modules/ledger/index.ts';
import { leafHash } from '#/modules/ledger/merkle/hash.ts';
import { examineLedger } from '#/modules/ledger/monitor/inspect.ts';
import { parsePolicy } from '#/modules/ledger/receipts/policy.ts';
import { checkReceipt, parseReceipt } from '#/modules/ledger/receipts/receipt.ts';
import { logKeys } from '#/modules/ledger/sequencer/log-keys.ts';
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { findLog } from '#/modules/ledger/store/log.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { openDatabase } from '#/platform/db/index.ts';
import { rolledBack } from '../database/fixture.ts';
import { testVault } from '../database/vault.ts';
import { birth } from '../journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../journeys/apply.ts';
import { demoOffice } from '../journeys/office.ts';
import type { Person } from '../journeys/person.ts';
import { workOff } from '../journeys/work-off.ts';

const office = demoOffice();
let mother: Person;
let code: string;
beforeAll(async () => {
  await takeOverLog();
  mother = await office().signedIn('cong-dan-1');
  code = await apply(mother, 'dang-ky-khai-sinh', birth);
  office().at('2026-07-14T03:00:00Z');
  await workOff(office(), code);
  await office().settle();
  // The dossier took longer than a session lasts.
  mother = await office().signedIn('cong-dan-1');
});

/** The demo commune was filled by a process with other keys. */
async function takeOverLog(): Promise<void> {
  const { database, keys } = office().services;
  await database.transaction(async (tx) => {
    const { vkeys } = logKeys(keys, (await findLog(tx))!.origin);
    await sql`update ledger.log set vkeys = ${vkeys}::text[]`.execute(tx);
  });
}

/** Has everything sealed that waits, as the worker does all the time. */
async function seal(): Promise<void> {
  const { services } = office();
  await services.database.transaction((tx) =>
    sql`update ledger.log set leader_seen_at = now() - interval '1 hour'`.execute(tx),
  );
  const council = createCouncil(services, 'quorum none');
  const sequencer = createSequencer(services, council);
  while ((await sequencer.turn()).became !== 'idle');
  await council.round();
}

test('before the seal the applicant sees that her acts are recorded', async () => {
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Biên nhận kiểm chứng');
  expect(mother.words).toMatch(/Đã ghi \(Đã xong\) \d+ việc/);
  expect(mother.html).not.toContain('/so-minh-bach/bien-nhan/');
});

test('afterwards every act of the office fits its leaf, those of the first start too', async () => {
  await seal();
  const verdict = await inspectLedger(office().services, ledgerDoors.sources);
  expect(verdict.findings).toEqual([]);
  expect(verdict).toMatchObject({ count: 0, before: 0 });
  expect(verdict.compared).toBeGreaterThan(15);
});

test('the applicant keeps receipts of her acts that hold without the office', async () => {
  await mother.open(`/ho-so/${code}`);
  const links = [...mother.html.matchAll(/href="(\/so-minh-bach\/bien-nhan\/act\/[^"]+)"/g)];
  expect(links.length).toBeGreaterThanOrEqual(4);
  const file = await mother.download('/ledger/policy');
  const policy = parsePolicy(file.payload);
  for (const [, path] of links) {
    const receipt = parseReceipt((await mother.download(path!)).payload)!;
    const { leaf, open } = JSON.parse(receipt.extra!.toString()) as {
      leaf: string;
      open: { document: { dossier: string } };
    };
    expect(checkReceipt(receipt, leafHash(Buffer.from(leaf)), policy).holds).toBe(true);
    expect(path).toContain(open.document.dossier);
  }
});

test('another citizen gets none of them', async () => {
  const [, path] = /href="(\/so-minh-bach\/bien-nhan\/act\/[^"]+)"/.exec(mother.html)!;
  const stranger = await office().signedIn('cong-dan-2');
  expect((await stranger.download(path!)).statusCode).toBe(404);
});

test('the public sees what was done where, in words, and nobody’s name', async () => {
  const visitor = office().person();
  await visitor.open('/so-minh-bach?thu-tuc=dang-ky-khai-sinh');
  for (const words of ['Đăng ký khai sinh', 'Nộp hồ sơ', 'Trả kết quả', 'Đã trả kết quả'])
    expect(visitor.words).toContain(words);
  for (const words of ['Bình', 'Minh Anh', code]) expect(visitor.words).not.toContain(words);
});

test('whatever an administrator changes in a dossier, its acts, papers or the law behind it is found', async () => {
  // Who owns the tables may do what the program may not.
  const database = openDatabase(office().url, 1, testVault());
  for (const mutation of [
    `update dossier.act set sealed = set_byte(sealed, 60, 255 - get_byte(sealed, 60)) where seq = 2`,
    `update dossier.act set at = at - interval '1 day' where seq = 3`,
    `update dossier.act a set sealed = (select sealed from dossier.act b where b.dossier_id = a.dossier_id and b.seq = 3) where seq = 2`,
    `delete from dossier.act where seq = 2`,
    `update dossier.dossier set content = set_byte(content, 60, 255 - get_byte(content, 60))`,
    `update dossier.dossier set due_at = due_at + interval '1 day'`,
    `update dossier.dossier set state = 'REFUSED_RESULT'`,
    `update dossier.dossier set owner_person_id = gen_random_uuid()`,
    `update document.issued set sha256 = repeat('0', 64) where kind = 'RESULT'`,
    `update document.issued set sealed = set_byte(sealed, 60, 255 - get_byte(sealed, 60)) where kind = 'RESULT'`,
    `delete from document.issued where kind = 'RESULT'`,
    `update procedure.artefact set body = body || ' ' where name = 'rules.dmn'`,
    `delete from procedure.artefact where name = 'result.typ'`,
    `update procedure.version set effective_from = effective_from - 1`,
  ]) {
    const verdict = await rolledBack(database, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql.raw(mutation).execute(tx);
      return examineLedger(tx, ledgerDoors.sources);
    });
    expect(verdict.count, mutation).toBeGreaterThan(0);
  }
  await database.close();
});
