import { expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { agreeToDraft, atDesk, handle, isOffered } from './official.ts';

const office = demoOffice();
const deed = 'chuyen-ngoai-quy-trinh';

/** A birth registration with the case officer. */
async function handled(): Promise<string> {
  const mother = await office().signedIn('cong-dan-1');
  const code = await apply(mother, 'dang-ky-khai-sinh', {
    ...birth,
    giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
  });
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  return code;
}

/** The same before the leader. */
async function toSign(): Promise<string> {
  const code = await handled();
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
  await agreeToDraft(office(), code);
  return code;
}

test('a leader sends a case to another step with a reason that only officials read', async () => {
  const code = await toSign();
  const leader = await atDesk(office(), 'lanh-dao-1', code);
  await leader.open(leader.linkTo(`/${deed}`)!);
  await leader.fill({}, `/${deed}`);
  expect(leader.status).toBe(422);
  expect(leader.words).toContain('Chọn bước chuyển tới');
  expect(leader.words).toContain('Ghi rõ lý do');
  const step = /name="step"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="step"/.exec(leader.html)!;
  const reason = 'Đơn vị họp và yêu cầu kiểm tra lại nơi sinh';
  await leader.fill({ step: step[1] ?? step[2]!, reason }, `/${deed}`);
  expect([leader.status, leader.words]).toEqual([200, expect.stringContaining('sang bước khác')]);
  expect(leader.words).toContain('Chuyển bước ngoài quy trình');
  expect(leader.words).toContain(reason);
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(isOffered(clerk, 'chuyen-buoc')).toBe(true);
  const mother = await office().signedIn('cong-dan-1');
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).not.toContain(reason);
});

test('who leads nothing is not offered it, and is refused when they try', async () => {
  const code = await toSign();
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(isOffered(clerk, deed)).toBe(false);
  await clerk.send(`/can-bo/ho-so/${code}/${deed}`, { step: 'Handle', reason: 'Tôi muốn' });
  expect([403, 409, 422]).toContain(clerk.status);
  const leader = await atDesk(office(), 'lanh-dao-1', code);
  expect(isOffered(leader, 'ky-duyet') || isOffered(leader, 'tra-lai')).toBe(true);
});

test('nobody is sent past the signature or the register', async () => {
  const code = await toSign();
  const leader = await atDesk(office(), 'lanh-dao-1', code);
  for (const step of ['Register', 'Deliver', 'Receive', 'Nowhere']) {
    await leader.send(`/can-bo/ho-so/${code}/${deed}`, { step, reason: 'Cho nhanh' });
    expect([step, leader.status]).toEqual([step, 422]);
  }
});
