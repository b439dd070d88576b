import { beforeAll, expect, test } from 'vitest';
import { closeAccount, demoAccounts } from '#/modules/identity/index.ts';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { answer, bringPapers } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { atDesk } from '../../../../../test/journeys/official.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
const start = '/can-bo/nhan-ho-so';
const father = '000090000088';
const secret = 'chim én bay qua ruộng lúa';
let code = '';

/** A father who has no account brings a dossier to the counter; the justice clerk looks at it before he ever signs in. */
beforeAll(async () => {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open(start);
  await clerk.fill({ slug: 'dang-ky-khai-sinh', channel: 'DIRECT', personalId: father }, start);
  const born = { 'bornOn.day': '1', 'bornOn.month': '2', 'bornOn.year': '1990' };
  await clerk.fill({ fullName: 'Trần Văn Khải', ...born, sex: 'Nam' }, '/nguoi-moi');
  await answer(clerk, {
    ...birth,
    'nyc_noi_cu_tru.province': '92',
    'nyc_noi_cu_tru.commune': '31135',
    'me_noi_cu_tru.province': '92',
    'me_noi_cu_tru.commune': '31135',
  });
  await bringPapers(clerk);
  await office().settle();
  await clerk.open(clerk.path);
  await clerk.fill({ delivery: 'COUNTER', signed: 'yes' }, '/nop');
  code = /^\/can-bo\/ho-so\/([^/?]+)$/.exec(clerk.path)![1]!;
  await atDesk(office(), 'thu-ly-1', code);
});

/** The clerk compares the card and hands out a code. */
async function handOut(): Promise<string> {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open(`${start}/tai-khoan`);
  await clerk.fill({ personalId: father }, '/tai-khoan');
  await clerk.fill({ seen: 'yes' }, '/ma');
  expect(clerk.status).toBe(200);
  return /<p class="panel-code">([^<]+)</.exec(clerk.html)![1]!;
}

/** Somebody at home types a code and a password. */
async function typeCode(typed: string, personalId = father): Promise<Person> {
  const person = await office().person().open('/dang-nhap');
  await person.open(person.linkTo('/dat-mat-khau')!);
  const form = person.form('/dat-mat-khau');
  await person.send(form.action, {
    ...Object.fromEntries(form.fields),
    personalId,
    code: typed,
    password: secret,
    again: secret,
  });
  return person;
}

test('without a look at the card there is no code', async () => {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open(`${start}/tai-khoan`);
  await clerk.fill({ personalId: father }, '/tai-khoan');
  expect(clerk.words).toContain('Người này chưa có tài khoản trực tuyến');
  await clerk.fill({}, '/ma');
  expect(clerk.status).toBe(422);
  expect(clerk.html).not.toContain('panel-code');
});

test('who was known at the counter alone gets an account, the dossier, and all who read it before', async () => {
  const issued = await handOut();
  expect(issued).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  const person = await typeCode(issued.toLowerCase().replaceAll('-', ' '));
  expect([person.path, person.status]).toEqual(['/ho-so', 200]);
  expect(person.words).toContain('Đã đặt mật khẩu');
  await person.open(`/ho-so/${code}`);
  expect(person.status).toBe(200);
  await person.open('/toi/du-lieu');
  for (const said of [
    'Nhận hồ sơ giấy tại quầy',
    'Tư pháp – hộ tịch',
    code,
    'Đối chiếu thẻ căn cước',
  ])
    expect(person.words).toContain(said);
  await person.open('/hop-thu');
  expect(person.words).toContain('Bạn đã nhận mã đặt mật khẩu tại quầy');
  const again = await office().person().open('/dang-nhap');
  await again.fill({ name: father, password: secret }, '/dang-nhap');
  await again.open('/ho-so');
  expect(again.words).toContain(code);
});

test('a code works once, for its person, in its week, and only as long as no later one was issued', async () => {
  const first = await handOut();
  expect((await typeCode(first, '000192000001')).status, 'another person').toBe(422);
  const second = await handOut();
  expect((await typeCode(first)).status, 'a later one was issued').toBe(422);
  const person = await typeCode(second);
  expect(person.status).toBe(200);
  expect((await typeCode(second)).words, 'used').toContain('Số định danh hoặc mã chưa đúng');
  const third = await handOut();
  office().at('2026-07-21T02:00:01Z');
  expect((await typeCode(third)).status, 'a week later').toBe(422);
  office().at('2026-07-14T02:00:00Z');
});

test('a new password signs out whoever was signed in', async () => {
  const before = await typeCode(await handOut());
  await typeCode(await handOut());
  await before.open('/ho-so');
  expect(before.path).toContain('/dang-nhap');
});

test('an account that somebody else had opened with the number is closed, and the right person gets a new one', async () => {
  const impostor = await typeCode(await handOut());
  const { database, clock } = office().services;
  await database.transaction((tx) => closeAccount(tx, father, clock.now()));
  await impostor.open('/ho-so');
  expect(impostor.path).toContain('/dang-nhap');
  await impostor.fill({ name: father, password: secret }, '/dang-nhap');
  expect(impostor.status).toBe(422);
  const person = await typeCode(await handOut());
  await person.open(`/ho-so/${code}`);
  expect(person.status).toBe(200);
});

test('codes cannot be tried out: after some wrong ones one has to wait', async () => {
  const tried: number[] = [];
  for (let n = 0; n < 9; n += 1)
    tried.push((await typeCode(`AAAA-AAAA-AA${n}A`, '000090000099')).status);
  expect(tried).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429]);
});

test('no official opens an account for themselves', async () => {
  const own = demoAccounts.find(({ name }) => name === 'mot-cua-1')!.person.personalId!;
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open(`${start}/tai-khoan`);
  await clerk.fill({ personalId: own }, '/tai-khoan');
  await clerk.fill({ seen: 'yes' }, '/ma');
  expect(clerk.status).toBe(403);
});
