import { expect, test } from 'vitest';
import { demoOffice } from './office.ts';
import { formsOf } from './html-form.ts';
import type { Person } from './person.ts';

const office = demoOffice();

/** Goes to the simulated VNeID over real HTTP, chooses somebody, and gives the address that it leads back to. */
async function choose(person: Person, who: string, fault = 'none'): Promise<string> {
  const away = await person.leave('/dang-nhap/vneid?tiep=/ho-so');
  const page = await fetch(away);
  const [form] = formsOf(await page.text());
  const fields = new URLSearchParams([...form!.fields]);
  fields.set('person', who);
  fields.set('fault', fault);
  const answer = await fetch(new URL('/authorize', away), {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  });
  const back = new URL(answer.headers.get('location')!);
  return `${back.pathname}${back.search}`;
}

test('the demo signs people in with its simulated VNeID: who is known, and who is not', async () => {
  const mother = office().person();
  await mother.open('/dang-nhap');
  expect(mother.words).toContain('Đăng nhập bằng VNeID');
  await mother.open(await choose(mother, '000192000001'));
  expect(mother.path).toBe('/ho-so');
  expect(mother.words).toContain('Nguyễn Thị Bình');
  await mother.open('/tai-khoan/dang-nhap');
  expect(mother.words).toContain('Định danh điện tử (VNeID)');
  expect(mother.words).toContain('Mức 2');

  const stranger = office().person();
  await stranger.open(await choose(stranger, '000301000201'));
  expect(stranger.path).toBe('/ho-so');
  expect(stranger.words).toContain('Trương Mỹ Hoa');
});

test('an answer opens nothing twice, in another browser, or when VNeID errs', async () => {
  const mother = office().person();
  const back = await choose(mother, '000192000001');
  const thief = office().person();
  await thief.open(back);
  expect(thief.status).toBe(422);
  await mother.open(back);
  expect(mother.path).toBe('/ho-so');
  await mother.open(back);
  expect(mother.status).toBe(422);
  for (const fault of [
    'tampered-key',
    'tampered-data',
    'wrong-level',
    'organisation',
    'cancelled',
  ]) {
    const one = office().person();
    await one.open(await choose(one, '000192000001', fault));
    expect(one.status, fault).toBe(422);
    expect(one.words).toContain('Chưa đăng nhập được bằng VNeID');
  }
  const one = office().person();
  await one.open(await choose(one, '000192000001', 'down'));
  expect(one.status).toBe(503);
  expect(one.words).toContain('VNeID đang bận, hãy thử sau hoặc đến quầy');
});

test('who comes in by level 1 fills in forms, and reads how to reach level 2', async () => {
  const man = office().person();
  await man.open(await choose(man, '000085000202'));
  expect(man.words).toContain('Lâm Quốc Bảo');
  await man.open('/nop/dang-ky-khai-sinh');
  expect(man.words).toContain('để nộp cần định danh mức 2');
});

test('who closes a way is not let in by it, and one way always stays', async () => {
  const mother = office().person();
  await mother.open(await choose(mother, '000301000201'));
  await mother.open('/tai-khoan/dang-nhap');
  await mother.fill({}, '/khoa-cach');
  expect(mother.status).toBe(409);
  expect(mother.words).toContain('không còn cách nào chắc chắn để đăng nhập');
});
