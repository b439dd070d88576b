import { expect, test } from 'vitest';
import { codeAt, stepOf } from '#/modules/identity/index.ts';
import { demoOffice } from './office.ts';
import type { Person } from './person.ts';

const office = demoOffice();
const password = 'ghe dua nang com';
const personalId = '000199000777';

/** What the telephone of somebody shows who scanned the picture of this page. */
function scan({ html }: Person): (at: Date) => string {
  const secret = /<code class="long-code">([^<]+)</.exec(html)![1]!.replaceAll(' ', '');
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  return (at) => codeAt(bytes, stepOf(at));
}

const now = () => office().services.clock.now();

/** Adds an app, from the account page on, and puts the recovery codes away. */
async function addApp(person: Person): Promise<{ code: (at: Date) => string; codes: string[] }> {
  await person.open('/tai-khoan');
  await person.open(person.linkTo('/bao-mat')!);
  await person.open(person.linkTo('/bao-mat/ung-dung')!);
  const code = scan(person);
  await person.fill({ code: code(now()) }, '/ung-dung');
  expect(person.words).toContain('Đã thêm ứng dụng xác thực');
  await person.fill({}, '/ma-du-phong');
  const codes = [...person.html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, one]) => one!);
  expect(codes).toHaveLength(10);
  return { code, codes };
}

let phone: { code: (at: Date) => string; codes: string[] };

test('a citizen adds an app, and from then on the password alone opens nothing', async () => {
  office().at('2026-07-14T02:00:00Z');
  const citizen = office().person();
  await citizen.open('/dang-ky');
  office().at('2026-07-14T02:01:00Z');
  await citizen.fill(
    {
      fullName: 'Nguyễn Thị Hoa',
      'bornOn.day': '9',
      'bornOn.month': '9',
      'bornOn.year': '1999',
      sex: 'Nữ',
      personalId,
      phone: '0900 000 777',
      password,
      again: password,
    },
    '/dang-ky',
  );
  phone = await addApp(citizen);
  office().at('2026-07-14T02:02:00Z');
  const elsewhere = office().person();
  await elsewhere.open('/dang-nhap?tiep=/ho-so');
  await elsewhere.fill({ name: personalId, password }, '/dang-nhap');
  expect(elsewhere.path).toBe('/dang-nhap/buoc-hai');
  await elsewhere.fill({ code: '000000' }, '/buoc-hai');
  expect(elsewhere.words).toContain('Mã chưa đúng');
  await elsewhere.fill({ code: phone.code(now()) }, '/buoc-hai');
  expect(elsewhere.path).toBe('/ho-so');
  await citizen.open('/hop-thu');
  expect(citizen.words).toContain('Đăng nhập từ một trình duyệt chưa từng dùng');
});

test('who lost the telephone goes to the counter, which takes the factor away and tells them', async () => {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open(clerk.linkTo('/go-xac-thuc')!);
  await clerk.fill({ account: personalId }, '/go-xac-thuc');
  expect(clerk.status, 'a card must have been compared').toBe(422);
  await clerk.fill(
    { account: personalId, document: 'Thẻ căn cước', ending: '0777', compared: 'yes' },
    '/go-xac-thuc',
  );
  expect(clerk.words).toContain('Đã gỡ bước xác thực của Nguyễn Thị Hoa');
  const citizen = office().person();
  await citizen.open('/dang-nhap');
  await citizen.fill({ name: personalId, password }, '/dang-nhap');
  expect(citizen.path).toBe('/');
  await citizen.open('/hop-thu');
  expect(citizen.words).toContain('Bước xác thực thứ hai đã được gỡ tại quầy');
  await citizen.open('/tai-khoan/bao-mat');
  expect(citizen.words).toContain('Cán bộ gỡ tại quầy');
});

test('a clerk at the counter leaves the accounts of officials alone', async () => {
  const clerk = await office().signedIn('mot-cua-1');
  await clerk.open('/can-bo/go-xac-thuc');
  await clerk.fill(
    { account: 'thu-ly-1', document: 'Hộ chiếu', ending: 'A123', compared: 'yes' },
    '/go-xac-thuc',
  );
  expect(clerk.status).toBe(403);
});

test('in the demo everybody can try it, and the button still opens the account', async () => {
  const leader = await office().signedIn('lanh-dao-1');
  await addApp(leader);
  const again = await office().signedIn('lanh-dao-1');
  expect(again.path).toBe('/can-bo');
  office().at('2026-07-14T02:14:00Z');
  await again.open('/tai-khoan/bao-mat');
  await again.fill({}, '/ung-dung/go');
  expect(again.path).toContain('/tai-khoan/xac-nhan');
  await again.send('/tai-khoan/xac-nhan', { demo: 'yes', tiep: '/tai-khoan/bao-mat' });
  await again.fill({}, '/ung-dung/go');
  expect(again.words).toContain('Chưa bật xác thực hai bước');
});
