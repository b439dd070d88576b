import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { answer, bringPapers } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
const start = '/can-bo/nhan-ho-so';
const page = `${start}/tai-khoan`;
const mother = '000192000001';

let clerk: Person;
let code = '';

/** A mother who opened her account from home has a dossier entered at the counter. */
beforeAll(async () => {
  await office().services.database.transaction((tx) =>
    sql`update identity.account set level = 'claimed' where name = 'cong-dan-1'`.execute(tx),
  );
  clerk = await office().signedIn('mot-cua-1');
  await clerk.open(start);
  await clerk.fill({ slug: 'dang-ky-khai-sinh', channel: 'DIRECT', personalId: mother }, start);
  await answer(clerk, birth);
  await bringPapers(clerk);
  await office().settle();
  await clerk.open(clerk.path);
});

async function told(): Promise<Person> {
  const person = await office().signedIn('cong-dan-1');
  return person.open('/hop-thu');
}

test('only who receives dossiers at a counter verifies accounts', async () => {
  for (const account of ['thu-ly-1', 'lanh-dao-1', 'cong-dan-1']) {
    const other = await office().signedIn(account);
    await other.open(page);
    expect([account, other.status]).toEqual([account, 403]);
    await other.open('/');
    await other.send(`${page}/xac-minh`, { personalId: mother, seen: 'yes' });
    expect([account, other.status]).toEqual([account, 403]);
  }
});

test('the counter leads there; a number that nobody has, or that is mistyped, is told and kept', async () => {
  const other = await office().signedIn('mot-cua-1');
  await other.open(start);
  await other.open(other.linkTo(page)!);
  for (const personalId of ['00019200000', '000099000099', 'x'.repeat(10_000)]) {
    await other.fill({ personalId }, '/tai-khoan');
    expect(other.status).toBe(422);
    expect(other.html).toContain('href="#personalId"');
  }
});

test('while a dossier is entered the clerk is told that the account waits, and verifies it there', async () => {
  const review = clerk.path;
  expect(clerk.words).toContain('có tài khoản tự mở, chưa được xác minh');
  await clerk.fill({}, '/tai-khoan');
  for (const said of ['Nguyễn Thị Bình', '27/03/1992', mother, 'chưa ai đối chiếu thẻ căn cước'])
    expect(clerk.words).toContain(said);
  await clerk.fill({}, '/xac-minh');
  expect(clerk.status, 'the card must have been compared').toBe(422);
  expect((await told()).words).not.toContain('đã được xác minh');
  await clerk.fill({ seen: 'yes' }, '/xac-minh');
  expect(clerk.words).toContain('Đã xác minh tài khoản của Nguyễn Thị Bình');
  expect(clerk.path, 'back to the dossier').toBe(review);
  expect(clerk.words).not.toContain('chưa được xác minh');
  await clerk.fill({ delivery: 'COUNTER', signed: 'yes' }, '/nop');
  code = /^\/can-bo\/ho-so\/([^/?]+)$/.exec(clerk.path)![1]!;
});

test('the person is told, sees the dossier of the counter, and who looked at their data', async () => {
  const person = await told();
  expect(person.words).toContain('Tài khoản của bạn đã được xác minh');
  await person.open(`/ho-so/${code}`);
  expect(person.status).toBe(200);
  await person.open('/toi/du-lieu');
  expect(person.words).toContain('Đối chiếu thẻ căn cước để xác minh tài khoản');
});

test('it is done once, and who did it is kept', async () => {
  await clerk.open(page);
  await clerk.fill({ personalId: mother }, '/tai-khoan');
  expect(clerk.words).toContain('đã được xác minh, không cần làm gì thêm');
  expect(clerk.offers('/xac-minh')).toBe(false);
  await clerk.send(`${page}/xac-minh`, { personalId: mother, seen: 'yes' });
  expect(clerk.status).toBe(409);
  const { rows } = await office().services.database.transaction((tx) =>
    sql<{ by: string }>`select clerk.name as by from identity.account a
      join identity.account clerk on clerk.id = a.verified_by where a.name = 'cong-dan-1'`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ by: 'mot-cua-1' }]);
});
