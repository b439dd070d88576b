import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { answerPage, begin } from './apply.ts';
import { demoOffice } from './office.ts';
import type { Person } from './person.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
let count = 0;

let mother: Person;
let page: string;
beforeEach(async () => {
  office().at('2026-07-14T02:00:00Z');
  mother = await office().signedIn('cong-dan-1');
  await begin(mother, slug, `Con thứ ${(count += 1)}`);
  await answerPage(mother, birth);
  page = mother.path;
});

/** Types half a page, with something wrong, after the session has ended. */
async function typeTooLate(): Promise<void> {
  mother.loseSession();
  await mother.fill({ nyc_ho_ten: 'Nguyễn Thị Muộn', 'nyc_ngay_sinh.day': '99' });
  expect(mother.path).toContain('/dang-nhap?tiep=');
}

/** Signs in on the page of signing in that is open, which leads back. */
async function signInHere(account: string): Promise<void> {
  const tiep = new URL(mother.path, 'http://localhost').searchParams.get('tiep')!;
  await mother.send('/dang-nhap/demo', { account, tiep });
}

const kept = () =>
  office().services.database.transaction(async (tx) => {
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from platform.kept_post`.execute(
      tx,
    );
    return rows;
  });

test('who typed after the session had ended finds the page as it was typed, after signing in', async () => {
  await typeTooLate();
  const [row] = await kept();
  expect(row!.sealed.toString('latin1'), 'nobody reads it in the database').not.toContain('Nguy');
  await signInHere('cong-dan-1');
  expect([mother.status, mother.path]).toEqual([200, page]);
  expect(mother.words).toContain('Những gì bạn vừa gõ vẫn còn');
  const { fields } = mother.form();
  expect(fields.get('nyc_ho_ten')).toBe('Nguyễn Thị Muộn');
  expect(fields.get('nyc_ngay_sinh.day')).toBe('99');
  expect(await kept()).toEqual([]);
  await mother.open(page);
  expect(mother.words, 'said once').not.toContain('Những gì bạn vừa gõ vẫn còn');
});

test('somebody else who signs in at the same computer gets nothing of it', async () => {
  await typeTooLate();
  await signInHere('cong-dan-2');
  expect(mother.html).not.toContain('Muộn');
  expect(await kept()).toEqual([]);
  mother.loseSession();
  await mother.signIn('cong-dan-1');
  await mother.open(page);
  expect(mother.form().fields.get('nyc_ho_ten')).not.toBe('Nguyễn Thị Muộn');
});

test('after a quarter of an hour it is gone, and the page opens as it was saved', async () => {
  await typeTooLate();
  office().at('2026-07-14T02:16:00Z');
  await signInHere('cong-dan-1');
  expect([mother.status, mother.path]).toEqual([200, page]);
  expect(mother.form().fields.get('nyc_ho_ten')).not.toBe('Nguyễn Thị Muộn');
  expect(await kept()).toEqual([]);
});

test('a form that another site made the browser send is not kept', async () => {
  mother.loseSession();
  await mother.send(page, { _csrf: 'foreign', nyc_ho_ten: 'Người lạ' });
  expect(mother.path).toContain('/dang-nhap?tiep=');
  expect(await kept()).toEqual([]);
});

test('a form whose address is no page leads back to the page that held it, and never to a 404', async () => {
  await mother.open('/tai-khoan');
  mother.loseSession();
  await mother.send('/tai-khoan/mat-khau', { current: 'a', password: 'b', again: 'b' });
  expect(mother.path).toBe('/dang-nhap?tiep=%2Ftai-khoan');
  expect(await kept(), 'passwords are never kept').toEqual([]);
  await signInHere('cong-dan-1');
  expect([mother.status, mother.path]).toEqual([200, '/tai-khoan']);
});
