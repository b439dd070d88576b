import { describe, expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply, type Typing } from './apply.ts';
import { letter } from './letter.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered, press, rowOf } from './official.ts';
import { payAtCounter } from './pay.ts';
import { canReadPdf } from './pdf-words.ts';
import type { Person } from './person.ts';

const office = demoOffice();

/** A birth whose clinic has sent the data: no papers to bring. */
const withoutPapers: Typing = { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' };
const late: Typing = { ...withoutPapers, 'con_ngay_sinh.day': '10', 'con_ngay_sinh.month': '3' };

async function file(typing: Typing = withoutPapers): Promise<string> {
  return apply(await office().signedIn('cong-dan-1'), 'dang-ky-khai-sinh', typing);
}

async function applicantAt(code: string): Promise<Person> {
  return (await office().signedIn('cong-dan-1')).open(`/ho-so/${code}`);
}

describe('a birth that is registered after sixty days', () => {
  let code = '';

  test('the fee of 8.000 đ is told before submitting, demanded with the acceptance, and shown with a code to pay', async () => {
    code = await file(late);
    await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
    const applicant = await applicantAt(code);
    expect(applicant.words).toContain('8.000 đ');
    expect(applicant.html).toContain('<svg');
    await office().settle();
    const slip = await letter(await applicantAt(code), 'Giấy tiếp nhận hồ sơ');
    if (canReadPdf) expect(slip).toContain('8.000');
  });

  test('the result is not handed out before it is paid', async () => {
    for (const [account, deed] of [
      ['thu-ly-1', 'chuyen-buoc'],
      ['lanh-dao-1', 'ky-duyet'],
      ['van-thu-1', 'vao-so'],
    ] as const) {
      await handle(office(), account, code, deed);
    }
    await office().settle();
    const counter = await atDesk(office(), 'mot-cua-1', code);
    expect(isOffered(counter, 'tra-ket-qua')).toBe(false);
    await counter.send(`/can-bo/ho-so/${code}/tra-ket-qua`, { asked: '1', by: 'COUNTER' });
    expect(counter.status).toBe(409);
    expect(counter.words).toContain('Người nộp chưa hoàn thành phí, lệ phí: 8.000 đ');
  });

  test('paid in cash at the counter, with a receipt, it is handed out', async () => {
    await payAtCounter(office(), code);
    const counter = await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', {
      by: 'COUNTER',
      note: 'Nguyễn Thị Bình',
    });
    expect(counter.words).toContain('Đã nộp');
    const applicant = await applicantAt(code);
    expect(applicant.words).toContain('Đã trả kết quả');
    expect(applicant.words, 'nothing is asked for any more').not.toContain('Quét mã');
  });
});

test('a dossier that is not accepted ends with a written reason (Mẫu 03)', async () => {
  const code = await file();
  const counter = await atDesk(office(), 'mot-cua-1', code);
  await press(counter, 'tu-choi', { reason: '' });
  expect(counter.status, 'no refusal without a reason').toBe(422);
  await handle(office(), 'mot-cua-1', code, 'tu-choi', {
    reason: 'Cháu đã được đăng ký khai sinh tại phường Cái Khế',
  });
  await office().settle();
  const applicant = await applicantAt(code);
  expect(applicant.words).toContain('Không được tiếp nhận');
  expect(applicant.words).toContain('Cháu đã được đăng ký khai sinh tại phường Cái Khế');
  const words = await letter(applicant, 'Phiếu từ chối');
  if (canReadPdf) expect(words).toContain('Cháu đã được đăng ký khai sinh tại phường Cái Khế');
  for (const account of ['mot-cua-1', 'thu-ly-1']) {
    const official = await atDesk(office(), account, code);
    expect(isOffered(official, 'tiep-nhan') || isOffered(official, 'chuyen-buoc')).toBe(false);
  }
});

test('a refusal on the merits is a result: proposed, signed, numbered, with the right to complain', async () => {
  const code = await file();
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', code, 'de-nghi-tu-choi', {
    reason: 'Không đủ căn cứ theo Điều 16 Luật Hộ tịch',
  });
  await office().settle();
  const leader = await atDesk(office(), 'lanh-dao-1', code);
  expect(leader.words).toContain('Không đủ căn cứ theo Điều 16 Luật Hộ tịch');
  const draft = await letter(leader, 'Dự thảo');
  if (canReadPdf)
    expect(draft.toLowerCase()).toContain('không đủ căn cứ theo điều 16 luật hộ tịch');
  await press(leader, 'ky-duyet');
  await handle(office(), 'van-thu-1', code, 'vao-so');
  await office().settle();
  const applicant = await applicantAt(code);
  expect(applicant.words).toContain('Từ chối giải quyết');
  expect(applicant.words).toContain('Không đủ căn cứ theo Điều 16 Luật Hộ tịch');
  expect(applicant.words).toContain('quyền khiếu nại');
  await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
  await applicant.open(`/ho-so/${code}`);
  expect(applicant.words, 'and stays one after it was handed out').toContain('quyền khiếu nại');
  expect(applicant.words).toContain('01/TB');
});

test('an applicant takes a dossier back while nothing is decided, and then no more', async () => {
  const code = await file(late);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  const applicant = await applicantAt(code);
  await applicant.fill({ reason: 'Đăng ký ở nơi khác' }, '/rut');
  expect(applicant.words).toContain('Hồ sơ đã rút theo yêu cầu của bạn');
  expect(applicant.words, 'nothing is owed any more').toMatch(/Không phải nộp 8\.000\sđ nữa/);
  expect(applicant.words).not.toMatch(/Phải nộp 8\.000\sđ/);
  expect(applicant.offers('/rut')).toBe(false);
  await applicant.send(`/ho-so/${code}/rut`, { reason: 'Lần nữa' });
  expect(applicant.status).toBe(409);
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(clerk.words).toContain('Đã rút');
  expect(isOffered(clerk, 'chuyen-buoc')).toBe(false);
});

test('nobody takes back a dossier of somebody else, or reads it', async () => {
  const code = await file();
  const stranger = await office().signedIn('cong-dan-2');
  await stranger.open(`/ho-so/${code}`);
  expect(stranger.status).toBe(404);
  expect(stranger.words).not.toContain('Nguyễn Minh Anh');
  await stranger.send(`/ho-so/${code}/rut`, { reason: 'x' });
  expect(stranger.status).toBe(404);
  const visitor = await office().person().open(`/ho-so/${code}`);
  expect(visitor.path).toContain('/dang-nhap');
  const outsider = await atDesk(office(), 'thu-ly-2', code);
  expect(outsider.status, 'an official of a unit that takes no part').toBe(403);
});

test('officials stop a dossier for a stated reason, which the applicant reads', async () => {
  const code = await file();
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', code, 'dung', {
    reason: 'Có quyết định tạm đình chỉ của tòa án',
  });
  const applicant = await applicantAt(code);
  expect(applicant.words).toContain('Dừng xử lý');
  expect(applicant.words).toContain('Có quyết định tạm đình chỉ của tòa án');
});

test('a message goes to the other side, which is told of it', async () => {
  const code = await file();
  const applicant = await applicantAt(code);
  await applicant.fill({ words: 'Tôi có cần mang giấy tờ gì không?' }, '/tin-nhan');
  const counter = await office().signedIn('mot-cua-1');
  await counter.open('/can-bo');
  expect(rowOf(counter, code)).toContain('Tin nhắn mới');
  await counter.open(`/can-bo/ho-so/${code}`);
  expect(counter.words).toContain('Tôi có cần mang giấy tờ gì không?');
  await counter.fill({ message: 'Không cần, cảm ơn bạn.' }, '/tin-nhan');
  await applicant.open('/hop-thu');
  expect(applicant.words).toContain(`Mã hồ sơ: ${code}. Mở hồ sơ để đọc và trả lời`);
  await applicant.open(`/ho-so/${code}`);
  expect(applicant.words).toContain('Không cần, cảm ơn bạn.');
});
