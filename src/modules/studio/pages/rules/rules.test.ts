import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import { readDecisions, readTable } from '../../dmn/decisions.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

async function dmn(): Promise<string> {
  const reader = await office().signedIn('quan-tri');
  await reader.open(`${draft}/van-ban/rules.dmn`);
  return reader.form('rules.dmn').fields.get('body')!;
}

async function fees() {
  const xml = await dmn();
  const { table } = readDecisions(xml).find(({ name }) => name === 'fees')!;
  return readTable(xml, table!).rules.map(({ tests, results, notes }) => ({
    tests: tests.map(({ text }) => text),
    results: results.map(({ text }) => text),
    notes: notes.map(({ text }) => text),
  }));
}

test('opening and saving every table and formula without a change changes no letter', async () => {
  const before = await dmn();
  for (const { name } of readDecisions(before)) {
    await editor.open(`${draft}/quy-tac/${name}`);
    await editor.fill({});
    expect(editor.status, name).toBe(200);
  }
  expect(await dmn()).toBe(before);
});

test('cells show words, not quotation marks', async () => {
  await editor.open(`${draft}/quy-tac/fees`);
  const { fields } = editor.form('fees');
  expect(fields.get('rows.3.in.2')).toBe('CT-PL1');
  expect(fields.get('rows.3.in.4')).toBe('<= 31/12/2025');
  expect(fields.get('rows.5.in.3')).toBe('không phải ONLINE');
  expect(fields.get('rows.3.out.0')).toBe('LP_KS_QUA_HAN_ONL');
});

test('a fee is changed, and a row is doubled for another territory, by an official’s own words', async () => {
  const before = await fees();
  await editor.open(`${draft}/quy-tac/fees`);
  await editor.fill({ 'rows.4.out.1': '10000', _do: 'copy:rows.4' }, 'fees');
  expect(editor.status).toBe(200);
  await editor.fill(
    { 'rows.5.in.2': 'CT-PL2', 'rows.5.in.4': '> 1/7/2026', 'rows.5.note.0': 'Nghị quyết mới' },
    'fees',
  );
  const after = await fees();
  expect(after).toHaveLength(before.length + 1);
  expect(after[4]!.results[1]).toBe('10000');
  expect(after[5]).toMatchObject({
    tests: ['false', '"NONE"', '"CT-PL2"', '"ONLINE"', '> date("2026-07-01")', '-'],
    notes: ['Nghị quyết mới'],
  });
  expect(after.toSpliced(4, 2)).toEqual(before.toSpliced(4, 1));
  await editor.open(`${draft}/kiem-tra`);
  expect(editor.words, 'an example of the law now fails').toMatch(/cần .*8000.*tính ra/);
});

test('a broken cell is named by its row and column, and nothing typed is lost', async () => {
  await editor.open(`${draft}/quy-tac/fees`);
  await editor.fill(
    { 'rows.0.in.0': '> )', 'rows.0.out.1': '', 'rows.1.note.0': 'ghi dở' },
    'fees',
  );
  expect(editor.status).toBe(422);
  expect(editor.html).toContain('href="#rows.0.in.0"');
  expect(editor.html).toContain('href="#rows.0.out.1"');
  expect(editor.form('fees').fields.get('rows.1.note.0')).toBe('ghi dở');
});

test('a column is added; DMN is told what the table looks at', async () => {
  await editor.open(`${draft}/quy-tac/deadline/cot/_moi`);
  await editor.fill({ label: 'Cách nộp', subject: 'channel' });
  expect(editor.words).toContain('channel');
  const xml = await dmn();
  expect(xml).toContain('href="#input_channel"');
  await editor.open(`${draft}/quy-tac/deadline`);
  await editor.fill({ 'rows.0.in.1': 'ONLINE, DIRECT' }, 'deadline');
  const { table } = readDecisions(await dmn()).find(({ name }) => name === 'deadline')!;
  expect(readTable(await dmn(), table!).rules[0]!.tests.map(({ text }) => text)).toEqual([
    'not("VERIFY")',
    '"ONLINE", "DIRECT"',
  ]);
});

test('a formula that names what does not exist is refused with its place', async () => {
  await editor.open(`${draft}/quy-tac/onTime/cong-thuc`);
  await editor.fill({ formula: 'submittedOn <=\n khong_co' });
  expect(editor.status).toBe(422);
  expect(editor.words).toContain('Dòng 2, cột 1');
});

test('two editors of two tables are merged; of one table the later one is told', async () => {
  const other = await office().signedIn('quan-tri');
  await other.open(`${draft}/quy-tac/papers`);
  await editor.open(`${draft}/quy-tac/fees`);
  await other.fill({ 'rows.0.note.0': 'Căn cứ mới' }, 'papers');
  await editor.fill({ 'rows.0.note.0': 'Căn cứ khác' }, 'fees');
  expect(editor.words).toContain('gộp');
  await other.open(`${draft}/quy-tac/fees`);
  await editor.open(`${draft}/quy-tac/fees`);
  await other.fill({ 'rows.0.note.0': 'của họ' }, 'fees');
  await editor.fill({ 'rows.1.note.0': 'của tôi' }, 'fees');
  expect(editor.status).toBe(409);
  expect(editor.words).toContain('của họ');
  expect(editor.form('fees').fields.get('rows.1.note.0')).toBe('của tôi');
});
