import { beforeAll, expect, test } from 'vitest';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { apply } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
const filtered = '/can-bo?hang=tat-ca&kenh=buu-chinh';
let clerk: Person;

beforeAll(async () => {
  await apply(await office().signedIn('cong-dan-1'), 'dang-ky-khai-sinh', birth);
  clerk = await office().signedIn('mot-cua-1');
});

/** Keeps a list under a name and gives its address. */
async function keep(official: Person, name: string): Promise<string> {
  await official.open(filtered);
  await official.fill({ name }, '/can-bo/danh-sach');
  return official.path;
}

/** The saved lists of the rail. */
function names({ html }: Person): string[] {
  return [...html.matchAll(/<a href="\/can-bo\?luu=[^"]+"[^>]*>([\s\S]*?)<\/a>/g)].map(([, name]) =>
    name!.replace(/<[^>]*>/g, '').trim(),
  );
}

test('a saved list has an address of its own, and shows what was saved whatever else the address says', async () => {
  const list = await keep(clerk, 'Bưu chính');
  expect(list).toMatch(/^\/can-bo\?luu=[0-9a-f-]{36}$/);
  for (const address of [list, `${list}&hang=tiep-nhan&kenh=truc-tuyen`]) {
    await clerk.open(address);
    expect(clerk.html).toMatch(/<h1>Bưu chính<\/h1>/);
    expect(clerk.words, 'nothing came by post').toContain('Không có hồ sơ nào khớp');
  }
});

test('it gets another name, which must be there, short, visible and single', async () => {
  const list = await keep(clerk, 'Tạm');
  await keep(clerk, 'Đã có');
  for (const [name, said] of [
    ['  ', 'Nhập tên, ví dụ'],
    ['đ'.repeat(61), 'dài 61 ký tự, tối đa 60'],
    ['Tên\u202exấu', 'ký tự ẩn'],
    ['Đã có', 'Bạn đã có một danh sách tên này'],
  ] as const) {
    await clerk.open(list);
    await clerk.fill({ name }, '/ten');
    expect([name, clerk.status]).toEqual([name, 422]);
    expect(clerk.words).toContain(said);
    expect(clerk.form('/ten').fields.get('name'), 'typing is kept').toBe(name);
  }
  await clerk.open(list);
  await clerk.fill({ name: 'Tạm' }, '/ten');
  expect(clerk.status, 'its own name is not taken').toBe(200);
  await clerk.fill({ name: 'Lâu dài' }, '/ten');
  expect(clerk.path).toBe(list);
  expect(clerk.words).toContain('Danh sách nay có tên “Lâu dài”');
  expect(names(clerk)).toContain('Lâu dài');
  expect(names(clerk)).not.toContain('Tạm');
});

test('a name that is too long is not cut off in silence when the list is saved', async () => {
  const long = 'Hồ sơ cấp phép xây dựng quá hạn của khu vực 1, khu vực 2 và khu vực 3';
  await keep(clerk, long);
  expect(clerk.status).toBe(422);
  expect(clerk.form('/can-bo/danh-sach').fields.get('name')).toBe(long);
});

test('names that look like a page or a program are shown as they are', async () => {
  const name = `<script>alert(1)</script>"' onx=1 & \\`;
  const list = await keep(clerk, name);
  await clerk.open(list);
  expect(clerk.html).not.toContain('<script>alert(1)');
  expect(clerk.words).toContain('alert(1)');
  await clerk.fill({}, '/bo');
  expect(clerk.words).not.toContain('alert(1)');
});

test('nobody opens, renames or removes the list of a colleague', async () => {
  const list = await keep(clerk, 'Của Lan');
  const id = /luu=([0-9a-f-]+)/.exec(list)![1]!;
  const other = await office().signedIn('van-thu-1');
  await other.open(list);
  expect(other.words).not.toContain('Của Lan');
  for (const deed of ['ten', 'bo']) {
    await other.send(`/can-bo/danh-sach/${id}/${deed}`, { name: 'Của tôi' });
    expect([deed, other.status]).toEqual([deed, 404]);
  }
  await clerk.open(list);
  expect(clerk.html).toMatch(/<h1>Của Lan<\/h1>/);
});

test('the fifty-first list is refused with what to do, not saved out of sight', async () => {
  const other = await office().signedIn('thu-ly-1');
  for (let n = 1; n <= 50; n += 1) await keep(other, `Danh sách ${n}`);
  expect(names(other)).toHaveLength(50);
  await keep(other, 'Một cái nữa');
  expect(other.status).toBe(422);
  expect(other.words).toContain('Bạn đã lưu 50 danh sách');
});
