import { beforeEach, expect, test } from 'vitest';
import { demoUnits, grantPost } from '#/modules/agency/index.ts';
import { demoAccounts, findPersonByPersonalId } from '#/modules/identity/index.ts';
import { dayOf } from '#/values/day.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { story as house } from './answers/cap-phep-xay-dung-nha-o-rieng-le.ts';
import { answer, apply, begin, bringPapers } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered, press } from './official.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();

let code = '';
beforeEach(async () => {
  const mother = await office().signedIn('cong-dan-1');
  code = await apply(mother, 'dang-ky-khai-sinh', {
    ...birth,
    giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
  });
});

test('of two officials who accept at the same moment one does it; the other reads who was faster', async () => {
  await giveCounterPost('van-thu-1');
  const [lan, diep] = [
    await atDesk(office(), 'mot-cua-1', code),
    await atDesk(office(), 'van-thu-1', code),
  ];
  await Promise.all([press(lan, 'tiep-nhan'), press(diep, 'tiep-nhan')]);
  const [fast, slow] = lan.status === 200 ? [lan, diep] : [diep, lan];
  expect([fast.status, slow.status]).toEqual([200, 409]);
  const winner = fast === lan ? 'Phạm Thị Mai Lan' : 'Bùi Ngọc Diệp';
  expect(slow.words).toContain(`Việc gần nhất: Tiếp nhận hồ sơ, ${winner}`);
  expect(slow.words, 'with the dossier as it stands now').toContain('Đang thẩm tra');
  const mother = await office().signedIn('cong-dan-1');
  await mother.open('/hop-thu');
  expect(
    mother.words.split(`Mã hồ sơ: ${code}. Hẹn trả kết quả`),
    'the applicant is told once',
  ).toHaveLength(2);
});

test('of two officials who take a dossier on at the same moment one gets it, and is named to the other', async () => {
  await giveCounterPost('van-thu-1');
  const [lan, diep] = [
    await atDesk(office(), 'mot-cua-1', code),
    await atDesk(office(), 'van-thu-1', code),
  ];
  await Promise.all([press(lan, 'nhan-viec'), press(diep, 'nhan-viec')]);
  const [fast, slow] = lan.status === 200 ? [lan, diep] : [diep, lan];
  expect([fast.status, slow.status]).toEqual([200, 409]);
  expect(slow.words).toContain(fast === lan ? 'Phạm Thị Mai Lan' : 'Bùi Ngọc Diệp');
  expect(isOffered(slow, 'tiep-nhan'), 'and may not act on it').toBe(false);
  expect(isOffered(fast, 'tiep-nhan')).toBe(true);
});

/** Lets a further official receive dossiers at the service centre. */
async function giveCounterPost(account: string): Promise<void> {
  const { personalId } = demoAccounts.find(({ name }) => name === account)!.person;
  const at = office().clock.now();
  await office().services.database.transaction(async (tx) => {
    const person = await findPersonByPersonalId(tx, personalId!);
    const post = { unitKey: demoUnits.oneStop.key, role: 'TIEP_NHAN', title: 'Công chức một cửa' };
    return grantPost(tx, { personId: person!.id, ...post, from: dayOf(at), at });
  });
}

test('an act on a page that is out of date is refused, and tells what the dossier has become', async () => {
  const stale = await atDesk(office(), 'mot-cua-1', code);
  const mother = await (await office().signedIn('cong-dan-1')).open(`/ho-so/${code}`);
  await mother.fill({ reason: '' }, '/rut');
  await press(stale, 'tiep-nhan');
  expect(stale.status).toBe(409);
  expect(stale.words).toContain('Đã rút');
});

test('the head of an office gives a dossier to a case officer, who finds it among their own', async () => {
  const applicant = await office().signedIn(house.applicant);
  await begin(applicant, 'cap-phep-xay-dung-nha-o-rieng-le');
  await answer(applicant, await typingOf(office(), 'cap-phep-xay-dung-nha-o-rieng-le', house));
  await bringPapers(applicant);
  await applicant.fill({ delivery: 'COUNTER', declared: 'yes' }, '/nop');
  const permit = /^\/ho-so\/([^/]+)/.exec(applicant.path)![1]!;
  await handle(office(), 'mot-cua-1', permit, 'tiep-nhan');
  const head = await atDesk(office(), 'truong-phong-1', permit);
  await head.open(head.linkTo('/chuyen-buoc')!);
  const [officer = ''] = [...(head.form('/chuyen-buoc').choices.get('to') ?? [])];
  await head.fill({ to: officer, note: 'Xem thực địa trước thứ sáu' }, '/chuyen-buoc');
  expect(head.status).toBe(200);
  const case_ = await office().signedIn('thu-ly-2');
  await case_.open('/can-bo');
  expect(case_.html).toContain(permit);
  await case_.open(`/can-bo/ho-so/${permit}`);
  expect(case_.words).toContain('Xem thực địa trước thứ sáu');
  expect(isOffered(case_, 'chuyen-buoc')).toBe(true);
});

test('dossiers that are filed at the same moment get different numbers without a gap', async () => {
  const people = await Promise.all(
    ['cong-dan-1', 'cong-dan-2', 'doanh-nghiep-1'].map((name) => office().signedIn(name)),
  );
  const codes = await Promise.all(
    people.map((person) =>
      apply(person, 'dang-ky-khai-sinh', {
        ...birth,
        giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
      }),
    ),
  );
  const numbers = codes.map((one) => Number(one.split('-').at(-1))).toSorted((a, b) => a - b);
  const before = Number(code.split('-').at(-1));
  const houses = numbers[0]! - before - 1;
  expect(numbers).toEqual([0, 1, 2].map((n) => before + 1 + houses + n));
});
