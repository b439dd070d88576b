import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../test/journeys/office.ts';
import type { Person } from '../../../test/journeys/person.ts';

const office = demoOffice();
const slug = 'dang-ky-ket-hon';
let editor: Person;
let leader: Person;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  leader = await office().signedIn('lanh-dao-1');
});

async function begin(
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  await editor.fill(fields, action);
  return editor.path.replace(/\/khac-biet$/, '');
}

async function writeFee(draft: string, words: string): Promise<void> {
  await editor.open(`${draft}/thong-tin/thoi-han-le-phi`);
  await editor.fill({ feeText_vi: words }, 'thoi-han-le-phi');
}

async function publish(draft: string): Promise<void> {
  await editor.open(`${draft}/duyet`);
  await editor.fill({ words: '' }, '/gui-duyet');
  await leader.open(`${draft}/duyet`);
  await leader.fill({ words: 'Đồng ý' }, '/duyet');
  await editor.open(`${draft}/duyet`);
  await editor.fill({}, '/cong-bo');
}

async function feeOnPortal(): Promise<string> {
  const citizen = office().person();
  await citizen.open(`/dich-vu/${slug}?xem=day-du`);
  return citizen.status === 404 ? 'gone' : citizen.words;
}

test('a change is told in words, published as the next version, and seen by citizens', async () => {
  const draft = await begin('/sua');
  await writeFee(draft, 'Miễn lệ phí theo lời mới.');
  await editor.open(`${draft}/khac-biet`);
  expect(editor.words).toContain('Phí, lệ phí');
  expect(editor.words).toContain('Miễn lệ phí theo lời mới.');
  await publish(draft);
  expect(editor.words).toContain('Đã công bố phiên bản 2');
  expect(await feeOnPortal()).toContain('Miễn lệ phí theo lời mới.');
});

test('a draft that fell behind is not published before it has taken the newer version in', async () => {
  const late = await begin('/sua');
  const early = await begin('/sua');
  await writeFee(early, 'Lời của bản ra trước.');
  await publish(early);
  await editor.open(`${late}/thong-tin/cach-thuc`);
  await editor.fill({ sets: '3' }, 'cach-thuc');
  await publish(late);
  expect(editor.status).toBe(409);
  expect(editor.words).toContain('phiên bản 3 mới hơn');
  await editor.open(`${late}/duyet`);
  await editor.fill({}, '/lay-ban-moi');
  await editor.open(`${late}/khac-biet`);
  expect(editor.words).toContain('So với phiên bản 3');
  expect(editor.words).toContain('Số bộ hồ sơ');
  expect(editor.words, 'what the newer version says is in it').not.toContain(
    'Lời của bản ra trước',
  );
  await publish(late);
  expect(editor.words).toContain('Đã công bố phiên bản 4');
  expect(await feeOnPortal()).toContain('Lời của bản ra trước.');
});

test('an office returns to an earlier version by a version of its own', async () => {
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  const [, first] = [...editor.html.matchAll(/action="[^"]*(\/tro-lai\/[0-9a-f-]+)"/g)].at(-1)!;
  const draft = await begin(first!);
  await editor.open(`${draft}/khac-biet`);
  expect(editor.words).toContain('Lời của bản ra trước.');
  await publish(draft);
  expect(editor.words).toContain('Đã công bố phiên bản 5');
  expect(await feeOnPortal()).not.toContain('Lời của bản ra trước.');
});

test('a repeal needs a day to come; the service is there until it, and gone from it on', async () => {
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  const day = (of: string, month: string) => ({
    'repealedFrom.day': of,
    'repealedFrom.month': month,
    'repealedFrom.year': '2026',
  });
  await editor.fill(day('1', '7'), '/bai-bo');
  expect(editor.status).toBe(422);
  const draft = await begin('/bai-bo', day('1', '9'));
  await publish(draft);
  expect(editor.words).toContain('Đã công bố phiên bản 6');
  expect(await feeOnPortal()).not.toBe('gone');
  office().at('2026-09-01T02:00:00Z');
  expect(await feeOnPortal()).toBe('gone');
});
