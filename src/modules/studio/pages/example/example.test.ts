import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

async function examples(): Promise<string> {
  const reader = await office().signedIn('quan-tri');
  await reader.open(`${draft}/van-ban/examples.json`);
  return reader.form('examples.json').fields.get('body')!;
}

test('opening and saving every example without a change changes no letter', async () => {
  const before = await examples();
  const count = (JSON.parse(before) as unknown[]).length;
  for (let no = 1; no <= count; no += 1) {
    await editor.open(`${draft}/vi-du/${no}`);
    await editor.fill({}, `/vi-du/${no}`);
    expect(editor.status, String(no)).toBe(200);
  }
  expect(await examples()).toBe(before);
});

test('an example is made from another one, and takes what the rules say', async () => {
  await editor.open(`${draft}/vi-du/_moi?tu=1`);
  await editor.fill({
    _title: 'Nộp sau 61 ngày thì quá hạn (Luật Hộ tịch, Điều 15)',
    'con_ngay_sinh.day': '1',
    'con_ngay_sinh.month': '5',
    _do: 'take',
  });
  expect(editor.status).toBe(200);
  const { fields } = editor.form('_moi');
  expect(fields.get('_fees.0.key')).toBe('LP_KS_QUA_HAN');
  expect(fields.get('_feeTotal')).toBe('8.000');
  await editor.fill({}, '_moi');
  expect(editor.words).toContain('Nộp sau 61 ngày');
  expect(JSON.parse(await examples()).at(-1)).toMatchObject({
    given: { answers: { con_ngay_sinh: '2026-05-01' } },
    expect: { feeTotal: 8000 },
  });
});

test('a red example is red in the list, told in the check, and its link leads back to it', async () => {
  const count = (JSON.parse(await examples()) as unknown[]).length;
  await editor.open(`${draft}/vi-du/${count}`);
  await editor.fill({ _feeTotal: '1000' }, `/vi-du/${count}`);
  expect(editor.words).toContain('cần 1000, tính ra 8000');
  await editor.open(`${draft}/kiem-tra`);
  expect(editor.html).toContain(`href="${draft}/vi-du/${count}"`);
  await editor.send(`${draft}/vi-du/${count}/bo`, {});
  expect(editor.words).not.toContain('Nộp sau 61 ngày');
});
