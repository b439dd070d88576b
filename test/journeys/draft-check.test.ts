import { expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered } from './official.ts';
import { canReadPdf, wordsOfPdf } from './pdf-words.ts';
import type { Person } from './person.ts';

const office = demoOffice();

/** A birth that was filed online and forwarded on Tuesday at nine: its mother is asked to check the draft. */
async function forwarded(): Promise<{ code: string; mother: Person }> {
  office().at('2026-07-14T02:00:00Z');
  const mother = await office().signedIn('cong-dan-1');
  const code = await apply(mother, 'dang-ky-khai-sinh', birth, {
    subject: `Cháu thứ ${(count += 1)}`,
  });
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
  await office().settle();
  return { code, mother };
}

let count = 0;

test('the applicant reads the draft before the certificate is signed; while they do the clock stands', async () => {
  const { code, mother } = await forwarded();
  expect(isOffered(await atDesk(office(), 'lanh-dao-1', code), 'ky-duyet')).toBe(false);
  await mother.open('/hop-thu');
  expect(mother.words).toContain(`Hồ sơ ${code}: mời kiểm tra bản nháp`);
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Mời bạn kiểm tra bản nháp kết quả');
  expect(mother.words).toContain('Đang tạm dừng tính hạn');
  await mother.open(`/ho-so/${code}/ban-nhap`);
  expect(mother.words).toContain('Trả lời trước 9 giờ 00, 15/07/2026');
  const href = /href="(\/van-ban\/[^"]+)"/.exec(mother.html)![1]!;
  const pdf = await mother.download(href);
  expect(pdf.statusCode).toBe(200);
  if (canReadPdf) expect(wordsOfPdf(pdf.rawPayload)).toContain('NGUYỄN MINH ANH');
  await mother.fill({}, '/ban-nhap');
  expect(mother.status).toBe(422);
  office().at('2026-07-14T02:20:00Z');
  await mother.fill({ answer: 'right' }, '/ban-nhap');
  expect(mother.path).toBe(`/ho-so/${code}`);
  expect(mother.words).toContain('Xác nhận bản nháp đúng');
  expect((await mother.download(href)).statusCode, 'the draft is closed again').toBe(404);
  await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
});

test('who finds something wrong says what, and the clerk mends it', async () => {
  const { code, mother } = await forwarded();
  await mother.open(`/ho-so/${code}/ban-nhap`);
  await mother.fill({ answer: 'wrong', words: ' ' }, '/ban-nhap');
  expect(mother.status).toBe(422);
  await mother.fill({ answer: 'wrong', words: 'Tên đệm của cháu thiếu dấu.' }, '/ban-nhap');
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(clerk.words).toContain('Báo bản nháp sai');
  expect(clerk.words).toContain('Tên đệm của cháu thiếu dấu.');
  expect(isOffered(clerk, 'chuyen-buoc')).toBe(true);
});

test('a program of the applicant confirms the draft or tells what is wrong, as the page does', async () => {
  const acts = async (code: string, mother: Person) =>
    (JSON.parse((await mother.download(`/api/v1/dossiers/${code}`)).body) as { acts: string[] })
      .acts;
  const { code, mother } = await forwarded();
  expect(await acts(code, mother)).toEqual([
    'confirm-draft',
    'dispute-draft',
    'withdraw',
    'message',
  ]);
  const act = (verb: string, body: object) =>
    mother.call('POST', `/api/v1/dossiers/${code}/actions/${verb}`, body);
  expect((await act('dispute-draft', { words: ' ' })).statusCode).toBe(422);
  const disputed = await act('dispute-draft', { words: 'Sai tên đệm' });
  expect(JSON.parse(disputed.body)).toMatchObject({ state: 'HANDLING' });
  expect((await act('confirm-draft', {})).statusCode, 'it is answered').toBe(409);
  expect(await acts(code, mother)).toEqual(['withdraw', 'message']);
});

test('who does not answer within 24 hours agrees, by the law that is named, once', async () => {
  const { code, mother } = await forwarded();
  office().at('2026-07-15T01:59:00Z');
  await office().strike('dossier.unconfirmed');
  expect(isOffered(await atDesk(office(), 'lanh-dao-1', code), 'ky-duyet')).toBe(false);
  office().at('2026-07-15T02:01:00Z');
  for (let run = 0; run < 2; run += 1) await office().strike('dossier.unconfirmed');
  expect(isOffered(await atDesk(office(), 'lanh-dao-1', code), 'ky-duyet')).toBe(true);
  const again = await office().signedIn('cong-dan-1');
  await again.open(`/ho-so/${code}`);
  expect(again.words).toContain('không trả lời thì coi như đồng ý');
  expect(again.words.split('Hết hạn, coi như đồng ý')).toHaveLength(2);
  await again.open(`/ho-so/${code}/ban-nhap`);
  expect(again.path, 'nothing is left to answer').toBe(`/ho-so/${code}`);
  expect(mother.status).toBe(200);
});
