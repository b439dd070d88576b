import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { artefactNames, hashArtefacts, writeArtefacts, type Artefacts } from './artefacts.ts';
import { checkBundle, readBundle } from './bundle.ts';
import { checkFolders, importFolders } from './cli.ts';
import { faultLine } from './fault.ts';
import { noLinks } from './links.ts';
import { foldersIn, shippedProcedures } from './seed.ts';
import { shippedArtefacts } from './shipped-bundle.ts';

let sound: Artefacts;
let folder: string;

beforeAll(async () => {
  sound = await shippedArtefacts('dang-ky-khai-sinh');
  folder = mkdtempSync(join(tmpdir(), 'cqs-bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every procedure that comes with the program is sound and all its examples hold', async () => {
  const lines: string[] = [];
  const folders = (await foldersIn(shippedProcedures)).map((slug) => join(shippedProcedures, slug));
  const isSound = await checkFolders(folders, noLinks, (line) => lines.push(line));
  expect(lines.filter((line) => !line.includes('đều đúng'))).toEqual([]);
  expect(isSound).toBe(true);
});

describe('a faulty text is refused with its file, its place and the way to mend it', () => {
  test.each([
    [
      'a comma too many',
      json('{"code": "1",}'),
      'procedure.json, dòng 1, cột 14: không đọc được JSON',
    ],
    ['a misspelt name', facts({ lifeEvent: [] }), 'không có mục nào tên "lifeEvent"'],
    ['a missing part', facts({ steps: undefined }), 'procedure.json: thiếu "steps"'],
    [
      'a wrong word',
      paper({ group: 'SEND' }),
      'procedure.json, papers › 1 › group: phải là một trong FORM',
    ],
    [
      'an empty text',
      paper({ name: { vi: '', en: 'x' } }),
      'papers › 1 › name › vi: không được để trống',
    ],
    [
      'a day that is not on the calendar',
      facts({ effectiveFrom: '2026-02-30' }),
      '"2026-02-30" không có trên lịch',
    ],
    [
      'an unknown life event',
      facts({ lifeEvents: ['di_choi'] }),
      'lifeEvents › 1: không có sự kiện cuộc đời nào tên "di_choi"',
    ],
    [
      'an unknown source',
      paper({ reuseFrom: 'KHO' }),
      'papers › 1 › reuseFrom: không có nguồn dữ liệu nào tên "KHO"',
    ],
    ['the same paper twice', samePaperTwice, 'papers › 2: mã "TOKHAI.KS" đã dùng ở mục 1'],
    [
      'an unknown question',
      facts({ about: 'ten_cho' }),
      'about: tờ khai không có câu hỏi nào tên "ten_cho"',
    ],
    ['a condition that is no FEEL', paper({ when: 'channel = = 1' }), 'papers › 1 › when'],
    [
      'a condition that contradicts the rules',
      paper({ when: 'channel = "ONLINE"' }),
      'papers › 1 › when: “',
    ],
    [
      'a question without a label',
      firstQuestion({ label: undefined }),
      'form.json, pages › 1 › questions › 1',
    ],
    [
      'a faulty question before filling',
      eligibility({ kind: 'color' }),
      'procedure.json, eligibility › 1 › kind',
    ],
    ['rules that are no XML', { 'rules.dmn': 'xin chào' }, 'rules.dmn'],
    ['a missing decision', decision('fees', 'tien'), 'rules.dmn: thiếu quyết định "fees"'],
    [
      'an example that fails',
      examples((one) => ({ ...one, expect: { feeTotal: 999 } })),
      'examples.json, 1 › feeTotal: “',
    ],
    ['a fee without a name', facts({ fees: [] }), 'examples.json, 1: “'],
    ['no examples at all', { 'examples.json': '[]' }, 'examples.json: không được để trống'],
  ])('%s', async (_, change, expected) => {
    const artefacts = { ...sound, ...(typeof change === 'function' ? change() : change) };
    const lines = await faultsOf(artefacts);
    expect(lines.join('\n')).toContain(expected);
  });

  test('a process that cannot be deployed', async () => {
    const checkProcess = () => Promise.resolve([{ place: 'Task_1', words: 'không có vai trò' }]);
    const outcome = await checkBundle(sound, { checkProcess });
    expect('faults' in outcome && outcome.faults.map(faultLine)).toEqual([
      'process.bpmn, Task_1: không có vai trò',
    ]);
  });
});

describe('a hostile folder does no harm', () => {
  test('missing files are named, all at once', async () => {
    const lines = await linesOf(join(folder, 'empty'));
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('procedure.json: không có tệp này trong thư mục');
  });

  test('a file of two gigabytes is not read', async () => {
    const target = await copy('huge');
    writeFileSync(join(target, 'form.json'), '');
    truncateSync(join(target, 'form.json'), 2 ** 31);
    expect(await linesOf(target)).toEqual([
      'form.json: lớn hơn 1 MB; một thủ tục không cần tệp lớn như vậy',
    ]);
  });

  test('a link that leads out of the folder is not followed', async () => {
    const target = await copy('link');
    rmSync(join(target, 'result.typ'));
    symlinkSync('/etc/passwd', join(target, 'result.typ'));
    expect(await linesOf(target)).toEqual(['result.typ: không phải là tệp thường']);
  });

  test('bytes that are no UTF-8 and NUL letters are refused', async () => {
    const target = await copy('bytes');
    writeFileSync(join(target, 'result.typ'), Buffer.from([0x41, 0xff, 0xfe]));
    writeFileSync(join(target, 'rules.dmn'), 'a\0b');
    expect(await linesOf(target)).toEqual([
      'rules.dmn: có ký tự NUL; hãy lưu lại dạng văn bản',
      'result.typ: không phải văn bản UTF-8; hãy lưu lại với mã UTF-8',
    ]);
  });

  test('a folder whose name is not the address of the procedure is refused', async () => {
    expect(await linesOf(await copy('khac'))).toEqual([
      'procedure.json, slug: thư mục tên "khac" nhưng slug là "dang-ky-khai-sinh"; hai tên phải giống nhau',
    ]);
  });

  test('JSON nested a hundred thousand deep, and names of JavaScript, are faults like others', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await faultsOf({ ...sound, 'form.json': deep })).not.toEqual([]);
    expect(await faultsOf({ ...sound, 'examples.json': deep })).not.toEqual([]);
    const polluted = sound['procedure.json'].replace('{', '{"__proto__": {"code": "1"},');
    expect((await faultsOf({ ...sound, 'procedure.json': polluted })).join()).toContain(
      '__proto__',
    );
  });

  test('any text in any file is answered with faults, never with a crash', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          ...artefactNames.filter((name) => name !== 'result.typ' && name !== 'process.bpmn'),
        ),
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        async (name, text) => {
          expect(await faultsOf({ ...sound, [name]: text })).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('nothing is published when one of several folders is faulty', async () => {
  const lines: string[] = [];
  const database = {
    transaction: () => Promise.reject(new Error('must not be asked')),
    connections: () => ({ open: 0, idle: 0, waiting: 0 }),
    keepReads: () => undefined,
    close: () => Promise.resolve(),
  };
  const folders = [join(shippedProcedures, 'dang-ky-khai-sinh'), join(folder, 'khong-co')];
  const done = await importFolders(database, folders, 'someone', new Date(), noLinks, (line) =>
    lines.push(line),
  );
  expect(done).toBe(false);
  expect(lines.at(-1)).toBe('Chưa nhập thủ tục nào. Hãy sửa các chỗ trên rồi nhập lại.');
});

test('the hash tells apart texts that only moved from one file to another', () => {
  const moved = { ...sound, 'result.typ': sound['rules.dmn'], 'rules.dmn': sound['result.typ'] };
  expect(hashArtefacts(moved)).not.toBe(hashArtefacts(sound));
  expect(hashArtefacts({ ...sound })).toBe(hashArtefacts(sound));
});

async function faultsOf(artefacts: Artefacts): Promise<string[]> {
  const outcome = await checkBundle(artefacts, noLinks);
  return 'faults' in outcome ? outcome.faults.map(faultLine) : [];
}

async function linesOf(target: string): Promise<string[]> {
  const outcome = await readBundle(target, noLinks);
  return 'faults' in outcome ? outcome.faults.map(faultLine) : [];
}

async function copy(name: string): Promise<string> {
  await writeArtefacts(join(folder, name), sound);
  return join(folder, name);
}

type Change = () => Partial<Artefacts>;
type Loose = Record<string, unknown>;

function json(text: string): Partial<Artefacts> {
  return { 'procedure.json': text };
}

function facts(change: Loose): Change {
  return () =>
    json(JSON.stringify({ ...(JSON.parse(sound['procedure.json']) as Loose), ...change }));
}

function listed(list: string, change: Loose): Change {
  return () => {
    const [first, ...others] = (JSON.parse(sound['procedure.json']) as Record<string, Loose[]>)[
      list
    ]!;
    return facts({ [list]: [{ ...first, ...change }, ...others] })();
  };
}

function paper(change: Loose): Change {
  return listed('papers', change);
}

function eligibility(change: Loose): Change {
  return listed('eligibility', change);
}

function samePaperTwice(): Partial<Artefacts> {
  const { papers } = JSON.parse(sound['procedure.json']) as { papers: Loose[] };
  return facts({ papers: [papers[0], ...papers] })();
}

function firstQuestion(change: Loose): Change {
  return () => {
    const form = JSON.parse(sound['form.json']) as { pages: { questions: Loose[] }[] };
    Object.assign(form.pages[0]!.questions[0]!, change);
    return { 'form.json': JSON.stringify(form) };
  };
}

function decision(from: string, to: string): Change {
  return () => ({ 'rules.dmn': sound['rules.dmn'].replaceAll(`name="${from}"`, `name="${to}"`) });
}

function examples(change: (one: Loose) => Loose): Change {
  return () => ({
    'examples.json': JSON.stringify((JSON.parse(sound['examples.json']) as Loose[]).map(change)),
  });
}
