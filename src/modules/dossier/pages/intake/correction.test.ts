import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
const page = '/can-bo/nhan-ho-so/tai-khoan';
const mother = '000192000001';
const born = { 'bornOn.day': '28', 'bornOn.month': '3', 'bornOn.year': '1992' };

let impostor: Person;
let clerk: Person;

/** Somebody opened an account from home with the number of a mother, and is signed in to it. */
beforeAll(async () => {
  await office().services.database.transaction((tx) =>
    sql`update identity.account set level = 'claimed' where name = 'cong-dan-1'`.execute(tx),
  );
  impostor = await office().signedIn('cong-dan-1');
  clerk = await office().signedIn('mot-cua-1');
  await clerk.open(page);
  await clerk.fill({ personalId: mother }, '/tai-khoan');
});

test('the clerk is asked for what stands on the card, and that it was seen', async () => {
  expect(clerk.words).toContain('Thông tin trên khác với thẻ căn cước?');
  await clerk.fill({ fullName: 'Nguyễn Thị Bích' }, '/sua');
  expect(clerk.status).toBe(422);
  expect(clerk.html).toContain('href="#bornOn');
  expect(clerk.html).toContain('href="#cardSeen"');
  expect(clerk.words).toContain('chưa ai đối chiếu thẻ căn cước');
});

test('what is the same already is no correction', async () => {
  const other = await office().signedIn('mot-cua-1');
  await other.open(page);
  await other.fill({ personalId: mother }, '/tai-khoan');
  const same = { ...born, 'bornOn.day': '27', fullName: 'nguyễn thị bình', cardSeen: 'yes' };
  await other.fill(same, '/sua');
  expect(other.status).toBe(422);
  expect(other.words).toContain('Không có gì để sửa');
  await impostor.open('/ho-so');
  expect(impostor.status).toBe(200);
});

test('name and day of birth follow the card, the impostor is out, and the person gets a code', async () => {
  await clerk.fill({ ...born, fullName: 'Nguyễn Thị Bích', cardSeen: 'yes' }, '/sua');
  expect([clerk.status, clerk.words]).toEqual([200, expect.stringContaining('Nguyễn Thị Bích')]);
  expect(clerk.words).toContain('Mã đặt mật khẩu');
  await impostor.open('/ho-so');
  expect(impostor.path).toContain('/dang-nhap');
  await clerk.open(page);
  await clerk.fill({ personalId: mother }, '/tai-khoan');
  for (const said of ['Nguyễn Thị Bích', '28/03/1992', 'đã được xác minh'])
    expect(clerk.words).toContain(said);
});

test('what was there before is kept with who corrected it, and nobody reads it in the table', async () => {
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ field: string; by: string; readable: boolean }>`
      select d.field, a.name as by, position('Bình'::bytea in d.sealed) > 0 as readable
        from identity.national_difference d join identity.account a on a.id = d.by_account
       order by d.field`.execute(tx),
  );
  expect(rows).toEqual([
    { field: 'born-on', by: 'mot-cua-1', readable: false },
    { field: 'full-name', by: 'mot-cua-1', readable: false },
  ]);
});

test('once the account is verified, nothing is corrected this way', async () => {
  expect(clerk.offers('/sua')).toBe(false);
  const again = { ...born, personalId: mother, fullName: 'Nguyễn Thị Ba', cardSeen: 'yes' };
  await clerk.send(`${page}/sua`, again);
  expect(clerk.status).toBe(409);
});
