import { describe, expect, test } from 'vitest';
import { formatInstant } from '#/values/instant.ts';
import { story as certificate } from './answers/xac-nhan-tinh-trang-hon-nhan.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { letter } from './letter.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered, press, rowOf } from './official.ts';
import { canReadPdf } from './pdf-words.ts';
import { typingOf } from './type-answers.ts';
import { openSteps } from './work-off.ts';

const office = demoOffice();

/** A certificate of marital status, which takes three working days, accepted on Tuesday 14 July at nine. */
async function accepted(): Promise<string> {
  office().at('2026-07-14T02:00:00Z');
  const person = await office().signedIn(certificate.applicant);
  const typing = await typingOf(office(), 'xac-nhan-tinh-trang-hon-nhan', certificate);
  const code = await apply(person, 'xac-nhan-tinh-trang-hon-nhan', typing);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  return code;
}

async function dueOfStep(code: string): Promise<string> {
  const [step] = await openSteps(office(), code);
  return formatInstant(step!.dueAt!);
}

async function applicantReads(code: string): Promise<string> {
  return (await (await office().signedIn(certificate.applicant)).open(`/ho-so/${code}`)).words;
}

test('verification lengthens the deadline as the law of the procedure says, once, and the applicant reads why', async () => {
  const code = await accepted();
  expect(await applicantReads(code)).toContain('Hẹn trả kết quả 9 giờ 00, 17/07/2026');
  await handle(office(), 'thu-ly-1', code, 'gia-han', {
    reason: 'Xác minh tại nơi thường trú trước đây',
  });
  const words = await applicantReads(code);
  expect(words).toContain('Đang xác minh');
  expect(words).toContain('Xác minh tại nơi thường trú trước đây');
  expect(words).toContain('Hẹn trả kết quả 17 giờ 00, 06/08/2026');
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(isOffered(clerk, 'gia-han')).toBe(false);
});

test('the step that waits gets the longer hours of its model, counted from when it was opened', async () => {
  office().at('2026-07-14T02:00:00Z');
  const mother = await office().signedIn('cong-dan-1');
  const code = await apply(mother, 'dang-ky-khai-sinh', birth);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  expect(await dueOfStep(code), '5 working hours').toBe('16 giờ 00, 14/07/2026');
  office().at('2026-07-14T07:30:00Z');
  await handle(office(), 'thu-ly-1', code, 'gia-han', { reason: 'Xác minh' });
  expect(await dueOfStep(code), '21 working hours').toBe('16 giờ 00, 16/07/2026');
  const clerk = await office().signedIn('thu-ly-1');
  await clerk.open('/can-bo?hang=dang-xu-ly');
  expect(rowOf(clerk, code)).toContain('16h00, 16/07');
});

test('no step lasts longer than its dossier', async () => {
  const code = await accepted();
  await handle(office(), 'thu-ly-1', code, 'gia-han', { reason: 'Xác minh' });
  expect(await dueOfStep(code), 'not 160 working hours').toBe('17 giờ 00, 06/08/2026');
});

test('a deadline is lengthened together with the pauses that the dossier has had', async () => {
  const code = await accepted();
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  await clerk.open(clerk.linkTo('/bo-sung')!);
  await clerk.fill({ _do: 'add:muc' }, '/bo-sung');
  await clerk.fill(
    { 'muc.0.name': 'nyc_ho_ten', 'muc.0.reason': 'incorrect', 'muc.0.words': 'Viết đủ chữ đệm' },
    '/bo-sung',
  );
  office().at('2026-07-16T02:00:00Z');
  const applicant = await office().signedIn(certificate.applicant);
  await applicant.open(`/ho-so/${code}/bo-sung`);
  await applicant.fill({ nyc_ho_ten: 'Nguyễn Thị Thanh Bình', _certified: 'yes' }, '/bo-sung');
  expect(await applicantReads(code), 'two working days later').toContain(
    'Hẹn trả kết quả 9 giờ 00, 21/07/2026',
  );
  await handle(office(), 'thu-ly-1', code, 'gia-han', { reason: 'Xác minh' });
  expect(await applicantReads(code)).toContain('Hẹn trả kết quả 17 giờ 00, 10/08/2026');
  expect(await dueOfStep(code), 'and so is the step').toBe('17 giờ 00, 10/08/2026');
});

test('a procedure without verification offers none', async () => {
  office().at('2026-07-14T02:00:00Z');
  const person = await office().signedIn('doanh-nghiep-1');
  const { story } = await import('./answers/dang-ky-ho-kinh-doanh.ts');
  const code = await apply(
    person,
    'dang-ky-ho-kinh-doanh',
    await typingOf(office(), 'dang-ky-ho-kinh-doanh', story),
  );
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  const clerk = await atDesk(office(), 'thu-ly-2', code);
  expect(isOffered(clerk, 'gia-han')).toBe(false);
});

describe('a dossier that becomes late', () => {
  let code = '';

  test('nobody apologises a minute before it is due', async () => {
    code = await accepted();
    office().at('2026-07-17T01:59:00Z');
    await office().strike('dossier.overdue');
    expect(await applicantReads(code)).not.toContain('Chúng tôi xin lỗi');
  });

  test('after it the applicant is told at once, with one new date; the first stays the one that counts', async () => {
    office().at('2026-07-17T02:05:00Z');
    await office().strike('dossier.overdue');
    await office().settle();
    const applicant = await office().signedIn(certificate.applicant);
    await applicant.open(`/ho-so/${code}`);
    expect(applicant.words).toContain('Chúng tôi xin lỗi. Hẹn lại: 9 giờ 05, 22/07/2026');
    expect(applicant.words).toContain('Hẹn trả kết quả 9 giờ 00, 17/07/2026');
    const words = await letter(applicant, 'Phiếu xin lỗi');
    if (canReadPdf) expect(words).toContain('9 giờ 05, 22/07/2026');
    const clerk = await atDesk(office(), 'thu-ly-1', code);
    expect(clerk.words).toContain('Quá hạn');
  });

  test('however often the job runs, and however late it gets, there is one apology', async () => {
    for (const at of ['2026-07-17T02:10:00Z', '2026-07-22T03:00:00Z', '2026-08-03T02:00:00Z']) {
      office().at(at);
      await office().strike('dossier.overdue');
    }
    const applicant = await office().signedIn(certificate.applicant);
    await applicant.open('/hop-thu');
    expect(applicant.words.split(`Mã hồ sơ: ${code}. Hồ sơ đã quá hạn trả kết quả`)).toHaveLength(
      2,
    );
    await applicant.open(`/ho-so/${code}`);
    expect(applicant.words).toContain('Hẹn lại: 9 giờ 05, 22/07/2026');
  });

  test('it can still be finished, and is counted as late', async () => {
    await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
    await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
    const records = await handle(office(), 'van-thu-1', code, 'vao-so');
    expect(records.words).toContain('Xong, trễ hạn');
  });
});

test('a dossier that waits for its applicant does not become late', async () => {
  office().at('2026-07-14T02:00:00Z');
  const code = await apply(await office().signedIn('cong-dan-1'), 'dang-ky-khai-sinh', {
    ...birth,
    giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
  });
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  await clerk.open(clerk.linkTo('/bo-sung')!);
  await clerk.fill({ _do: 'add:muc' }, '/bo-sung');
  await clerk.fill(
    { 'muc.0.name': 'con_ho_ten', 'muc.0.reason': 'incorrect', 'muc.0.words': 'Xem lại chữ đệm' },
    '/bo-sung',
  );
  office().at('2026-07-20T02:00:00Z');
  await office().strike('dossier.overdue');
  expect(await applicantReads(code)).not.toContain('Chúng tôi xin lỗi');
  const early = await atDesk(office(), 'thu-ly-1', code);
  await press(early, 'dung', { reason: 'Người nộp không bổ sung' });
  expect(early.status, 'the applicant still has time').toBe(409);
  office().at('2026-08-14T02:00:00Z');
  await handle(office(), 'thu-ly-1', code, 'dung', { reason: 'Người nộp không bổ sung' });
  expect(await applicantReads(code)).toContain('Dừng xử lý');
});
