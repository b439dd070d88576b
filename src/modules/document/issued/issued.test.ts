import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { openFolder } from '#/platform/files/index.ts';
import { sealFiles, type SealedFiles } from '#/platform/sealed-files/index.ts';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { openLog } from '#/platform/log.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  createPapersmith,
  PapersmithFault,
  qrSvg,
  type Papersmith,
} from '#/platform/papersmith/index.ts';
import { WorkshopClosed, WorkshopLost, WorkshopTimeout } from '#/platform/workshop/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { sampleData } from '../forms/sample-data.ts';
import {
  failedPrintsOf,
  findIssued,
  isPrinted,
  issuedFor,
  reprint,
  requestPrint,
  requestResult,
} from '../index.ts';
import { createPrintWorks, type PrintWorks } from './print-works.ts';
import { newVerificationCode, readVerificationCode } from './verification-code.ts';
import { verifyCode, verifyHash } from './verify.ts';

const database = testDatabase('document');
const folder = mkdtempSync(join(tmpdir(), 'issued-'));
const store = openFolder(folder);
let files: SealedFiles;
beforeAll(() => void (files = sealFiles(store, database())));
const clock = stillClock(new Date('2026-07-15T03:00:00Z'));
const papersmith = createPapersmith();
const clerk = systemActor(clock.now());
let works: PrintWorks;
beforeAll(() => {
  works = printWorks(papersmith);
});
afterAll(() => {
  papersmith.close();
  rmSync(folder, { recursive: true });
});

function printWorks(machine: Papersmith): PrintWorks {
  const config = readConfig({ CQS_PUBLIC_URL: 'https://dvc.example.vn' });
  const log = openLog('silent');
  return createPrintWorks(
    { database: database(), files, clock, papersmith: machine, config, log },
    { stepsFor: async () => [] },
  );
}

function result(template: string, isDraft = false) {
  const order = {
    owner: newId(),
    title: text('Giấy khai sinh', 'Birth certificate'),
    template,
    number: '15/GKS',
    isDraft,
  };
  const data = { agency: { name: 'Ủy ban nhân dân phường Ninh Kiều' }, answers: {} };
  return database().transaction((tx) => requestResult(tx, clerk, { ...order, data }));
}

function find(id: string) {
  return database().transaction((tx) => findIssued(tx, id));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const plain =
  '#let d = json(bytes(sys.inputs.data))\n#set document(title: d.number)\n#set text(lang: "vi")\n= #d.number\n#d.verification.code';

describe('an issued paper', () => {
  test('is asked for in a transaction, printed afterwards, and then never changes', async () => {
    const owner = newId();
    const order = {
      owner,
      kind: 'MAU_01',
      data: { ...sampleData.MAU_01, trackingAddress: '/tra-cuu?ma=1' },
    } as const;
    const id = await database().transaction((tx) => requestPrint(tx, clerk, order));
    expect(await find(id)).toMatchObject({ state: 'waiting', number: '42/TNHS', pdf: undefined });
    expect(await works.printNext()).toBe(true);
    expect(await works.printNext()).toBe(false);
    const printed = await find(id);
    expect(printed).toMatchObject({
      state: 'printed',
      title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      pdf: { pages: 1 },
    });
    expect((await files.read(printed!.pdf!.key)).length).toBe(printed!.pdf!.size);
    expect(await database().transaction((tx) => isPrinted(tx, id))).toBe(true);
    expect(
      (await database().transaction((tx) => issuedFor(tx, owner))).map((each) => each.id),
    ).toEqual([id]);
  });

  test('tells where the dossier is followed by an address that also works from paper', async () => {
    const { trackingAddress: _, ...slip } = sampleData.CT04;
    const data = { ...slip, trackingAddress: '/tra-cuu?ma=1' };
    const order = { owner: newId(), kind: 'CT04', data } as const;
    const id = await database().transaction((tx) => requestPrint(tx, clerk, order));
    const orders: unknown[] = [];
    const spied = printWorks({
      ...papersmith,
      print(each) {
        orders.push(each);
        return papersmith.print(each);
      },
    });
    await spied.printNext(id);
    const address = 'https://dvc.example.vn/tra-cuu?ma=1';
    expect(orders).toMatchObject([
      { data: { trackingAddress: address }, assets: { 'track.svg': await qrSvg(address) } },
    ]);
  });

  test('that is asked for twice at once is printed once', async () => {
    const id = await result(plain);
    expect(
      (await Promise.all([works.printNext(id), works.printNext(id), works.printNext(id)])).filter(
        Boolean,
      ),
    ).toHaveLength(1);
    expect(await database().transaction((tx) => isPrinted(tx, id))).toBe(true);
  });

  test('whose template is wrong fails at once and keeps the reason with its line', async () => {
    const id = await result(`${plain}\n#khong_co()`, true);
    await works.printNext(id);
    expect(await find(id)).toMatchObject({ state: 'failed' });
    expect((await find(id))?.fault).toBe('line 6: unknown variable: khong_co');
  });
});

describe('a paper that could not be printed', () => {
  const minutes = (count: number) => clock.set(new Date(clock.now().getTime() + count * 60_000));
  const official = (role: string): Actor => ({
    ...clerk,
    kind: 'official',
    posts: [{ unitId: newId(), role }],
  });
  const again = (id: string, role = 'VAN_THU') =>
    database().transaction((tx) => reprint(tx, official(role), id));

  /** Prints with a machine that fails in this way. */
  function broken(error: Error): PrintWorks {
    return printWorks({ ...papersmith, print: () => Promise.reject(error) });
  }

  test('since a process crashed is tried again after ever longer pauses, then an official is told', async () => {
    const id = await result(plain);
    const crashing = broken(new WorkshopLost('SIGSEGV'));
    for (const pause of [0.5, 2, 8, 32]) {
      expect(await crashing.printNext(id)).toBe(true);
      expect(await find(id)).toMatchObject({ state: 'waiting' });
      expect(await crashing.printNext(id)).toBe(false);
      minutes(pause);
    }
    await crashing.printNext(id);
    const failed = (await find(id))!;
    expect(failed.state).toBe('failed');
    const { owner } = failed;
    const count = (tx: Tx) => failedPrintsOf(tx, [owner, newId()]);
    expect(await database().transaction(count)).toEqual(new Map([[owner, 1]]));
  });

  test('since the machine was busy is tried again, too', async () => {
    const id = await result(plain);
    const cause = new WorkshopTimeout(10_000);
    await broken(new PapersmithFault({ message: cause.message }, { cause })).printNext(id);
    minutes(1);
    await works.printNext(id);
    expect(await find(id)).toMatchObject({ state: 'printed' });
  });

  test('since the program stopped has not failed: it is printed when the program runs again', async () => {
    const id = await result(plain);
    const stopping = broken(new WorkshopClosed());
    for (let i = 0; i < 6; i++)
      await expect(stopping.printNext(id)).rejects.toThrow(WorkshopClosed);
    expect(await find(id)).toMatchObject({ state: 'waiting', fault: undefined });
    await works.printNext(id);
    expect(await find(id)).toMatchObject({ state: 'printed' });
  });

  test('is printed with its number and code once a record clerk asks for it', async () => {
    const id = await result(`${plain}\n#khong_co()`);
    await works.printNext(id);
    const { code, number } = (await find(id))!;
    expect(await again(id, 'CHUYEN_VIEN')).toEqual({ refused: 'document.not-reprinter' });
    await database().transaction((tx) =>
      sql`update document.issued set template = ${plain} where id = ${id}`.execute(tx),
    );
    expect(await again(id)).toEqual({ done: true });
    expect(await again(id)).toEqual({ refused: 'document.not-failed' });
    await works.printNext(id);
    expect(await find(id)).toMatchObject({ state: 'printed', code, number });
    expect(await again(newId())).toEqual({ refused: 'document.not-found' });
  });
});

describe('verifying', () => {
  test('by the code, however it is typed, and by the file itself; nothing personal is told', async () => {
    const id = await result(plain);
    await works.printNext(id);
    const { code, pdf } = (await find(id))!;
    const bytes = await files.read(pdf!.key);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    const byCode = await database().transaction((tx) => verifyCode(tx, typed));
    expect(byCode).toEqual({
      title: 'Giấy khai sinh',
      issuer: 'Ủy ban nhân dân phường Ninh Kiều',
      number: '15/GKS',
      code,
      at: clock.now(),
      pages: 1,
      sha256: pdf!.sha256,
      isDraft: false,
      isResult: true,
    });
    expect(await database().transaction((tx) => verifyHash(tx, sha256(bytes)))).toEqual(byCode);
    bytes[bytes.length - 20]! ^= 1;
    expect(await database().transaction((tx) => verifyHash(tx, sha256(bytes)))).toBeUndefined();
  });

  test('a draft says that it is one', async () => {
    const id = await result(plain, true);
    await works.printNext(id);
    const { code } = (await find(id))!;
    expect(await database().transaction((tx) => verifyCode(tx, code))).toMatchObject({
      isDraft: true,
      title: 'Dự thảo: Giấy khai sinh',
    });
  });

  test('codes are read back whatever people do to them', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newVerificationCode), (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        expect(readVerificationCode(code.toLowerCase().replaceAll('-', ''))).toBe(code);
      }),
    );
    expect(readVerificationCode('7K3F-QX2M')).toBeUndefined();
    expect(readVerificationCode("' or 1=1 --")).toBeUndefined();
  });
});
