import { expect, test } from 'vitest';
import { story as joined } from './answers/lien-thong-khai-sinh.ts';
import { story as stay } from './answers/dang-ky-tam-tru.ts';
import { story as landTax } from './answers/thue-dat-phi-nong-nghiep.ts';
import { apply } from './apply.ts';
import { letter } from './letter.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered } from './official.ts';
import { payAtCounter } from './pay.ts';
import { canReadPdf } from './pdf-words.ts';
import type { Person } from './person.ts';
import type { Story } from './story.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();

async function file(slug: string, story: Story): Promise<string> {
  office().at(story.at ?? '2026-07-14T02:00:00Z');
  const person = await office().signedIn(story.applicant);
  return apply(person, slug, await typingOf(office(), slug, story));
}

async function applicantAt(code: string, { applicant }: Story): Promise<Person> {
  return (await office().signedIn(applicant)).open(`/ho-so/${code}`);
}

test('residence goes to the police, with their own letters (CT04), and to nobody of the service centre', async () => {
  const code = await file('dang-ky-tam-tru', stay);
  expect(code).toMatch(/^G01\.713\.32-/);
  expect((await atDesk(office(), 'mot-cua-1', code)).status).toBe(403);
  await handle(office(), 'cong-an-1', code, 'tiep-nhan');
  await office().settle();
  const slip = await letter(await applicantAt(code, stay), 'Phiếu tiếp nhận hồ sơ');
  if (canReadPdf) for (const said of ['CT04', code, '7.000']) expect(slip).toContain(said);
});

test('while the fee for a residence is awaited the clock of the police stands; paid, it goes on', async () => {
  const code = await file('dang-ky-tam-tru', stay);
  await handle(office(), 'cong-an-1', code, 'tiep-nhan');
  const waiting = await applicantAt(code, stay);
  expect(waiting.words).toContain('Cần nộp phí, lệ phí');
  expect(waiting.words).toContain('Đang tạm dừng tính hạn');
  expect(waiting.words).toMatch(/Phải nộp 7\.000/);
  expect(isOffered(await atDesk(office(), 'cong-an-1', code), 'chuyen-buoc')).toBe(false);
  office().at('2026-07-16T02:00:00Z');
  await payAtCounter(office(), code);
  const paid = await applicantAt(code, stay);
  expect(paid.words).toContain('Đang thẩm tra');
  // Three working days from Tuesday nine o'clock, and two that passed before the money came.
  expect(paid.words).toContain('Hẹn trả kết quả 9 giờ 00, 21/07/2026');
  await paid.open('/hop-thu');
  expect(paid.words).toContain(`Mã hồ sơ: ${code}. Hồ sơ được xử lý tiếp`);
});

test('a land tax is received at the service centre, assessed by the tax office, and paid before the proof is handed out', async () => {
  const code = await file('thue-dat-phi-nong-nghiep', landTax);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thue-1', code, 'chuyen-buoc');
  await handle(office(), 'thue-2', code, 'ky-duyet');
  await handle(office(), 'thue-1', code, 'vao-so');
  const waiting = await applicantAt(code, landTax);
  expect(waiting.words).toContain('Cần nộp phí, lệ phí');
  expect(waiting.words).toMatch(/360\.000/);
  expect(isOffered(await atDesk(office(), 'thue-1', code), 'tra-ket-qua')).toBe(false);
  await payAtCounter(office(), code);
  await office().settle();
  await handle(office(), 'thue-1', code, 'tra-ket-qua', { by: 'ONLINE' });
  expect((await applicantAt(code, landTax)).words).toContain('Đã trả kết quả');
});

test('police and insurance work on a joined birth at the same time, in whatever order they finish', async () => {
  const code = await file('lien-thong-khai-sinh', joined);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
  await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
  await handle(office(), 'van-thu-1', code, 'vao-so');
  await office().settle();
  for (const account of ['cong-an-1', 'bhxh-1']) {
    expect(isOffered(await atDesk(office(), account, code), 'hoan-thanh-lien-thong'), account).toBe(
      true,
    );
  }
  await handle(office(), 'bhxh-1', code, 'hoan-thanh-lien-thong', {
    note: 'Đã cấp thẻ bảo hiểm y tế',
  });
  expect(
    isOffered(await atDesk(office(), 'mot-cua-1', code), 'tra-ket-qua'),
    'not before all are done',
  ).toBe(false);
  await handle(office(), 'cong-an-1', code, 'hoan-thanh-lien-thong', {
    note: 'Đã đăng ký thường trú',
  });
  await handle(office(), 'cong-an-1', code, 'hoan-thanh-lien-thong', { note: 'Đã cấp căn cước' });
  const applicant = await applicantAt(code, joined);
  for (const result of ['Đã cấp thẻ bảo hiểm y tế', 'Đã đăng ký thường trú', 'Đã cấp căn cước'])
    expect(applicant.words).toContain(result);
  await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
  expect((await applicantAt(code, joined)).words).toContain('Đã trả kết quả');
});
