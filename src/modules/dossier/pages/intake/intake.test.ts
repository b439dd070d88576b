import { expect, test } from 'vitest';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { answer, bringPapers } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { handle } from '../../../../../test/journeys/official.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
const start = '/can-bo/nhan-ho-so';
const slug = 'dang-ky-khai-sinh';

/** Begins to enter a paper dossier. */
async function begin(official: Person, personalId: string, channel = 'DIRECT'): Promise<void> {
  await official.open(start);
  await official.fill({ slug, channel, personalId }, start);
}

test('only who receives has the counter; each sees the procedures that the unit receives', async () => {
  for (const [account, status] of [
    ['thu-ly-1', 403],
    ['cong-dan-1', 403],
    ['mot-cua-1', 200],
    ['cong-an-1', 200],
  ] as const) {
    const person = await office().signedIn(account);
    await person.open(start);
    expect([account, person.status]).toEqual([account, status]);
  }
  const police = await office().signedIn('cong-an-1');
  await police.open(start);
  expect([...police.form(start).choices.get('slug')!]).toEqual([
    'dang-ky-tam-tru',
    'dang-ky-thuong-tru',
  ]);
});

test('what is missing or mistyped is told at its box, and the typing is kept', async () => {
  const official = await office().signedIn('mot-cua-1');
  await begin(official, '00019200000');
  expect(official.status).toBe(422);
  expect(official.form(start).fields.get('personalId')).toBe('00019200000');
  expect(official.html).toContain('href="#personalId"');
});

test('a procedure is entered only by the ways that the law opens for it', async () => {
  const official = await office().signedIn('mot-cua-1');
  await official.open(start);
  expect(official.form(start).choices.get('slug')?.has('lien-thong-khai-sinh'), 'only online').toBe(
    false,
  );
  await official.fill(
    { slug: 'dang-ky-ket-hon', channel: 'POSTAL', personalId: '000192000001' },
    start,
  );
  expect(official.status).toBe(422);
  expect(official.words).toContain('Thủ tục này không nhận hồ sơ bằng cách đó');
});

test('an official enters a dossier for a mother at the counter; it is hers, she is told, and it goes on as any other', async () => {
  const official = await office().signedIn('mot-cua-1');
  await begin(official, '000192000001');
  expect(official.words).toContain('Đang nhập hồ sơ của Nguyễn Thị Bình, sinh 27/03/1992');
  await answer(official, birth);
  await bringPapers(official);
  await office().settle();
  await official.open(official.path);
  await official.fill({ delivery: 'COUNTER' }, '/nop');
  expect(official.status, 'the paper must be signed').toBe(422);
  await official.fill({ delivery: 'POST', signed: 'yes' }, '/nop');
  expect(official.words).toContain('Nhập địa chỉ nhận kết quả qua bưu chính');
  await official.fill({ delivery: 'COUNTER', signed: 'yes' }, '/nop');
  const code = /^\/can-bo\/ho-so\/([^/?]+)$/.exec(official.path)![1]!;
  expect(official.words).toContain('Trực tiếp');
  const mother = await office().signedIn('cong-dan-1');
  await mother.open(`/ho-so/${code}`);
  expect(mother.status).toBe(200);
  await mother.open('/hop-thu');
  expect(mother.words).toContain(`Mã hồ sơ: ${code}`);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Đang thẩm tra');
  await mother.open('/toi/du-lieu');
  expect(mother.words).toContain('Nhận hồ sơ giấy tại quầy');
});

test('a person who is not known is registered first, and the draft can be taken up again or thrown away', async () => {
  const official = await office().signedIn('mot-cua-1');
  await begin(official, '000099000077', 'POSTAL');
  expect(official.words).toContain('Người nộp chưa có trong hệ thống');
  await official.fill({ fullName: '1' }, '/nguoi-moi');
  expect(official.status).toBe(422);
  await official.fill(
    {
      fullName: 'Lê Văn Tám',
      'bornOn.day': '1',
      'bornOn.month': '2',
      'bornOn.year': '1999',
      sex: 'Nam',
    },
    '/nguoi-moi',
  );
  expect(official.path).toContain('/trang/');
  await begin(official, '000099000077', 'POSTAL');
  expect(official.words, 'known by now').toContain(
    'Đang nhập hồ sơ của Lê Văn Tám, sinh 01/02/1999',
  );
  await official.open(start);
  expect(official.words).toContain('Bưu chính · 000099000077 · Lê Văn Tám');
  await official.fill({}, '/xoa');
  expect(official.path).toBe(start);
  expect(official.words).not.toContain('Lê Văn Tám');
});

test('a draft of a colleague is the colleague’s', async () => {
  const official = await office().signedIn('mot-cua-1');
  await begin(official, '000192000001', 'POSTAL');
  const police = await office().signedIn('cong-an-1');
  await police.open(official.path);
  expect(police.status).toBe(404);
  await police.open(start);
  await police.send(`${start}/khong-co/nop`, { delivery: 'COUNTER', signed: 'yes' });
  expect(police.status).toBe(404);
});
