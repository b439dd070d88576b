import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stillClock } from '#/platform/clock.ts';
import { FileGone, openFolder } from '#/platform/files/index.ts';
import { sealFiles, type SealedFiles } from '#/platform/sealed-files/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { openLog } from '#/platform/log.ts';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { WorkshopClosed } from '#/platform/workshop/index.ts';
import { newId } from '#/values/id.ts';
import { destroyKeys } from '#/platform/vault/index.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { openDarkroom } from '../darkroom/index.ts';
import * as sample from '../darkroom/samples/sample-files.ts';
import { addFile, shownName } from './add-file.ts';
import { arrange, confirmDoubts, moved, type Arrangement } from './arrange.ts';
import { listNeededKeys } from '../store/files.ts';
import { createPaperWorks, type PaperWorks } from './paper-works.ts';
import { paperState, type FileState, type Paper } from './paper.ts';
import {
  findPaper,
  forgetPapers,
  hasUnreadable,
  mergedPdf,
  movePapers,
  sealPapers,
} from './read-papers.ts';

const database = testDatabase('document');
const folder = mkdtempSync(join(tmpdir(), 'papers-'));
const store = openFolder(folder);
let files: SealedFiles;
beforeAll(() => void (files = sealFiles(store, database())));
const clock = stillClock(new Date('2026-07-15T03:00:00Z'));
const papersmith = createPapersmith();
const darkroom = openDarkroom(papersmith);
const citizen = systemActor(clock.now());
let works: PaperWorks;
beforeAll(() => {
  works = createPaperWorks(
    { database: database(), files, clock, log: openLog('silent') },
    darkroom,
  );
});
afterAll(() => {
  darkroom.close();
  papersmith.close();
  rmSync(folder, { recursive: true });
});

async function send(
  owner: string,
  bytes: Uint8Array,
  name = 'anh.jpg',
  paper = 'GCS',
  actor = citizen,
): Promise<string> {
  const stored = await files.put('papers', bytes, owner);
  const received = { owner, paper, name, size: bytes.length, stored };
  const id = await database().transaction((tx) => addFile(tx, actor, received));
  if (isRefusal(id)) throw new Error(id.refused);
  return id;
}

async function see(owner: string, paper = 'GCS'): Promise<Paper | undefined> {
  return await database().transaction((tx) => findPaper(tx, owner, paper));
}

async function settle(owner: string, paper = 'GCS'): Promise<Paper | undefined> {
  await works.settle(owner, paper, 20_000);
  return await see(owner, paper);
}

function act(id: string, arrangement: Arrangement) {
  return database().transaction((tx) => arrange(tx, citizen, id, arrangement));
}

async function texts(paper: Paper | undefined): Promise<string[]> {
  const pdf = await PDFDocument.load(await files.read(paper!.bound!.key));
  return pdf.getPages().map((page) => `${page.getWidth()}@${page.getRotation().angle}`);
}

/** A PDF with a page of this width, by which it is known again. */
async function sheet(width: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([width, 500]).drawText('x', { x: 9, y: 9 });
  return await pdf.save();
}

describe('a paper', () => {
  test('begins missing, waits for its check, and is ready with its pages and its hash', async () => {
    const owner = newId();
    expect(await see(owner)).toBeUndefined();
    await send(owner, sample.heicPhoto(), 'IMG_0001.HEIC');
    expect((await see(owner))?.state).toBe('uploaded');
    const paper = await settle(owner);
    expect(paper).toMatchObject({
      state: 'ready',
      doubts: 0,
      bound: { pages: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    });
    expect(paper?.files[0]).toMatchObject({
      name: 'IMG_0001.HEIC',
      medium: 'heic',
      pages: [{ no: 1, turn: 0, isDropped: false }],
    });
    const pdf = await database().transaction((tx) => mergedPdf(tx, owner, 'GCS'));
    expect((await files.read(pdf!.key)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('takes several files in their order; moving, turning and dropping makes a new PDF each time', async () => {
    const owner = newId();
    const first = await send(owner, await sheet(301));
    await send(owner, await sheet(302));
    const third = await send(owner, await sheet(303));
    expect(await texts(await settle(owner))).toEqual(['301@0', '302@0', '303@0']);
    await act(third, { act: 'earlier' });
    expect((await see(owner))?.state).toBe('checking');
    expect(await texts(await settle(owner))).toEqual(['301@0', '303@0', '302@0']);
    await act(third, { act: 'turn', page: 1 });
    await act(third, { act: 'turn', page: 1 });
    await act(first, { act: 'drop', page: 1 });
    expect(await texts(await settle(owner))).toEqual(['303@180', '302@0']);
    await act(first, { act: 'keep', page: 1 });
    await act(third, { act: 'remove' });
    expect(await texts(await settle(owner))).toEqual(['301@0', '302@0']);
  });

  test('never loses its last page: the file must be removed instead', async () => {
    const owner = newId();
    const id = await send(owner, await sheet(301));
    await settle(owner);
    expect(await act(id, { act: 'drop', page: 1 })).toEqual({ refused: 'document.last-page' });
    await act(id, { act: 'remove' });
    expect(await see(owner)).toBeUndefined();
  });

  test('with a file that cannot be read it is rejected and says why, until the file is taken out', async () => {
    const owner = newId();
    await send(owner, await sheet(301));
    const bad = await send(owner, Buffer.from('%PDF-1.7 broken'), 'don.pdf');
    const paper = await settle(owner);
    expect(paper?.state).toBe('rejected');
    expect(paper?.files[1]).toMatchObject({ state: 'rejected', spoiled: 'pdf-damaged' });
    expect(await database().transaction((tx) => hasUnreadable(tx, owner))).toBe(true);
    await act(bad, { act: 'remove' });
    expect((await settle(owner))?.state).toBe('ready');
    expect(await database().transaction((tx) => hasUnreadable(tx, owner))).toBe(false);
  });

  test('with a blurred page it is unreadable until a person says otherwise', async () => {
    const owner = newId();
    await send(
      owner,
      await sharp(await sample.pageImage())
        .blur(8)
        .jpeg()
        .toBuffer(),
    );
    expect(await settle(owner)).toMatchObject({ state: 'ready', doubts: 1 });
    expect(await database().transaction((tx) => hasUnreadable(tx, owner))).toBe(true);
    await database().transaction((tx) => confirmDoubts(tx, citizen, owner, 'GCS'));
    expect(await see(owner)).toMatchObject({ state: 'ready', doubts: 0 });
    expect(await database().transaction((tx) => hasUnreadable(tx, owner))).toBe(false);
  });

  test('a file sent twice, as by a double click, is there once', async () => {
    const owner = newId();
    const bytes = await sheet(301);
    const ids = await Promise.all([send(owner, bytes), send(owner, bytes), send(owner, bytes)]);
    expect(new Set(ids).size).toBe(1);
    expect((await see(owner))?.files).toHaveLength(1);
  });

  test('has room for twenty files; one too many and one too large are listed as rejected', async () => {
    const owner = newId();
    for (let i = 0; i < 21; i++) await send(owner, Buffer.from(`%PDF ${i}`));
    await database().transaction((tx) =>
      addFile(tx, citizen, { owner, paper: 'GCS', name: 'to.pdf', size: 30_000_000 }),
    );
    const spoiled = (await see(owner))?.files.map((file) => file.spoiled);
    expect(spoiled?.slice(19)).toEqual([undefined, 'too-many-files', 'too-many-files']);
    const other = newId();
    await database().transaction((tx) =>
      addFile(tx, citizen, { owner: other, paper: 'GCS', name: 'to.pdf', size: 30_000_000 }),
    );
    expect((await see(other))?.files).toMatchObject([
      { spoiled: 'file-too-large', state: 'rejected' },
    ]);
  });
});

describe('handing in', () => {
  test('moves papers with their PDF to the dossier; a later one replaces the earlier, which is kept apart', async () => {
    const [draft, dossier, supplement] = [newId(), newId(), newId()];
    await send(draft, await sheet(301));
    const before = await settle(draft);
    await database().transaction((tx) => movePapers(tx, draft, dossier));
    expect(await see(draft)).toBeUndefined();
    const filed = await see(dossier);
    expect(filed).toMatchObject({ state: 'ready', bound: { sha256: before?.bound?.sha256 } });
    const original = filed!.files[0]!.key!;
    await send(supplement, await sheet(402));
    await settle(supplement);
    await database().transaction((tx) => movePapers(tx, supplement, dossier));
    expect(await texts(await see(dossier))).toEqual(['402@0']);
    await database().transaction((tx) => forgetPapers(tx, dossier));
    expect((await see(dossier))?.files).toHaveLength(1);
    expect(await files.has(original)).toBe(true);
    await database().transaction((tx) =>
      destroyKeys(tx, [draft], { by: 'An', why: 'thử', at: clock.now() }),
    );
    expect((await files.read(original)).length).toBe(filed!.files[0]!.size);
    await database().transaction((tx) =>
      destroyKeys(tx, [dossier], { by: 'An', why: 'thử', at: clock.now() }),
    );
    await expect(files.read(original)).rejects.toThrow(FileGone);
  });

  test('what answers a supplement request is kept from then on, even when it is replaced again', async () => {
    const dossier = newId();
    const id = await send(dossier, await sheet(301));
    const [file] = (await see(dossier))!.files;
    await database().transaction((tx) => sealPapers(tx, dossier));
    await act(id, { act: 'remove' });
    expect(await see(dossier)).toBeUndefined();
    const needed = await database().transaction(listNeededKeys);
    expect(needed.has(file!.key!)).toBe(true);
  });

  test('a draft that is given up is forgotten', async () => {
    const draft = newId();
    await send(draft, await sheet(301));
    await database().transaction((tx) => forgetPapers(tx, draft));
    expect(await see(draft)).toBeUndefined();
  });
});

describe('work that was cut off', () => {
  test('a file whose check died is taken up again, and given up after three times', async () => {
    while (await works.workOff());
    const owner = newId();
    const id = await send(owner, await sheet(301));
    const dying = createPaperWorks(
      { database: database(), files, clock, log: openLog('silent') },
      { ...darkroom, develop: () => Promise.reject(new Error('power cut')) },
    );
    for (let i = 0; i < 3; i++) {
      await expect(dying.workOff()).rejects.toThrow('power cut');
      expect(await works.workOff()).toBe(false);
      clock.set(new Date(clock.now().getTime() + 180_000));
    }
    expect(await works.workOff()).toBe(true);
    expect((await see(owner))?.files[0]).toMatchObject({
      id,
      state: 'rejected',
      spoiled: 'unreadable',
    });
  });
});

test('a file whose check was cut off because the program stopped waits as before', async () => {
  while (await works.workOff());
  const owner = newId();
  await send(owner, await sheet(301));
  const stopping = createPaperWorks(
    { database: database(), files, clock, log: openLog('silent') },
    { ...darkroom, develop: () => Promise.reject(new WorkshopClosed()) },
  );
  for (let i = 0; i < 5; i++) await expect(stopping.workOff()).rejects.toThrow(WorkshopClosed);
  expect((await settle(owner))?.state).toBe('ready');
});

describe('people who wait for the check of their files', () => {
  test('get their first turn before anybody gets a second', async () => {
    while (await works.workOff());
    const [busy, late] = [newId(), newId()].map((accountId) => ({ ...citizen, accountId }));
    const [many, one] = [newId(), newId()];
    for (let i = 0; i < 4; i++) await send(many, await sheet(310 + i), 'a.pdf', 'GCS', busy);
    await send(one, await sheet(320), 'b.pdf', 'GCS', late);
    await works.workOff();
    await works.workOff();
    const readyOf = async (owner: string) =>
      (await see(owner))!.files.filter(({ state }) => state === 'ready').length;
    expect([await readyOf(many), await readyOf(one)]).toEqual([1, 1]);
    expect((await settle(many))?.state).toBe('ready');
  });
});

describe('small rules', () => {
  test('a paper is ready only when every file is', () => {
    const state = fc.constantFrom<FileState>('uploaded', 'checking', 'ready', 'rejected');
    fc.assert(
      fc.property(fc.array(state, { maxLength: 6 }), fc.boolean(), (states, isBound) => {
        const found = paperState(
          states.map((each) => ({ state: each })),
          isBound,
        );
        expect(found === 'missing').toBe(states.length === 0);
        expect(found === 'rejected').toBe(states.includes('rejected'));
        if (found === 'ready')
          expect(isBound && states.every((each) => each === 'ready')).toBe(true);
      }),
    );
  });

  test('moving keeps all files', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom(1 as const, -1 as const),
        (ids, at, by) => {
          expect(moved(ids, ids[at % ids.length]!, by).toSorted()).toEqual(ids.toSorted());
        },
      ),
    );
  });

  test.each([
    ['C:\\Users\\an\\đơn.pdf', 'đơn.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['anh\u202Egpj.exe', 'anhgpj.exe'],
    ['', 'tep'],
    ['\u0000\u200b', 'tep'],
  ])('the name %j is shown as %s', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  test('a name of ten thousand characters keeps its beginning and its end', () => {
    expect(shownName(`${'🙂'.repeat(10_000)}.pdf`)).toMatch(/^🙂{100}….*\.pdf$/u);
  });
});
