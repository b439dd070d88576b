import { expect, test } from 'vitest';
import { demoOffice } from './office.ts';

const office = demoOffice();
const day = 86_400_000;

test('somebody asks, a leader answers with a reason, and the answer is read', async () => {
  const person = await office().signedIn('cong-dan-1');
  await person.open('/toi/du-lieu/yeu-cau');
  await person.fill({ kind: 'CORRECT', words: 'Sửa số điện thoại' }, '/yeu-cau');
  expect(person.words).toContain('Đang chờ trả lời');
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open('/can-bo/du-lieu-ca-nhan');
  await leader.open(/\/can-bo\/du-lieu-ca-nhan\/[0-9a-f-]{36}/.exec(leader.html)![0]);
  const address = leader.path;
  await leader.fill({ verdict: 'accept', answer: 'Đã sửa theo thẻ căn cước.' }, address);
  await person.open('/toi/du-lieu/yeu-cau');
  expect(person.words).toContain('Đã sửa theo thẻ căn cước.');
  await person.open('/toi/du-lieu');
  expect(person.words).toContain('Trả lời yêu cầu của bạn về dữ liệu');
});

test('to delete is refused while the law keeps the data, and nothing changes', async () => {
  const person = await office().signedIn('cong-dan-2');
  await person.open('/toi/du-lieu/yeu-cau');
  await person.fill({ kind: 'DELETE', words: 'Xóa hết' }, '/yeu-cau');
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open('/can-bo/du-lieu-ca-nhan');
  await leader.open(/\/can-bo\/du-lieu-ca-nhan\/[0-9a-f-]{36}/.exec(leader.html)![0]);
  await leader.fill({ verdict: 'accept', answer: 'Đồng ý xóa' }, leader.path);
  expect(leader.words).toContain('tài khoản đang mở');
});

test('consent is given by one button and taken back by one, with a receipt', async () => {
  const person = await office().signedIn('cong-dan-1');
  await person.open('/toi/du-lieu/dong-y');
  await person.send('/toi/du-lieu/dong-y', { code: 'quality-survey' });
  const receipt = await person.download(person.linkTo('/bien-nhan.json')!);
  expect(receipt.json()).toMatchObject({ purpose: { code: 'quality-survey', version: 1 } });
  const { id } = receipt.json<{ id: string }>();
  await person.send('/toi/du-lieu/dong-y/rut-lai', { id });
  expect(person.linkTo('/bien-nhan.json')).toBeUndefined();
  const copy = await person.download('/toi/du-lieu/ban-sao.json');
  expect(copy.json()).toMatchObject({ person: { fullName: expect.any(String) } });
  const pdf = await person.download('/toi/du-lieu/ban-sao.pdf');
  expect(pdf.statusCode).toBe(200);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a breach is due 72 hours after it was entered, and retention is rehearsed', async () => {
  const admin = await office().signedIn('quan-tri');
  await admin.open('/quan-tri/du-lieu-ca-nhan/so/vi-pham');
  const facts = { title: 'Gửi nhầm thư', happened: 'a', affected: 'b', measures: 'c' };
  await admin.fill(facts, '/vi-pham');
  expect(admin.words).toContain('Báo cơ quan có thẩm quyền trước');
  office().at(new Date(office().services.clock.now().getTime() + 4 * day).toISOString());
  const again = await office().signedIn('quan-tri');
  await again.open('/quan-tri/du-lieu-ca-nhan/so/vi-pham');
  expect(again.words).toContain('Quá hạn báo cáo');
  await again.open('/quan-tri/du-lieu-ca-nhan/luu-giu');
  await again.fill({}, '/luu-giu');
  expect(again.words).toContain('Chạy thử');
});
