import { beforeAll, describe, expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { recomputePart } from '#/modules/dossier/recompute/job.ts';
import { story as certificate } from './answers/xac-nhan-tinh-trang-hon-nhan.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle } from './official.ts';
import type { Person } from './person.ts';
import { typingOf } from './type-answers.ts';
import { openSteps } from './work-off.ts';

const office = demoOffice();
const decision = 'Quyết định 123/QĐ-UBND ngày 14/07/2026';
const [filed, accepted, asked] = ['filed', 'accepted', 'asked'] as const;
const codes = new Map<string, string>();

/** Three dossiers of three working days on Tuesday 14 July at nine: filed, accepted, and waiting for its applicant. */
beforeAll(async () => {
  office().at('2026-07-14T02:00:00Z');
  const person = await office().signedIn(certificate.applicant);
  const typing = await typingOf(office(), 'xac-nhan-tinh-trang-hon-nhan', certificate);
  for (const name of [filed, accepted, asked])
    codes.set(name, await apply(person, 'xac-nhan-tinh-trang-hon-nhan', typing));
  for (const name of [accepted, asked])
    await handle(office(), 'mot-cua-1', codes.get(name)!, 'tiep-nhan');
  const clerk = await atDesk(office(), 'thu-ly-1', codes.get(asked)!);
  await clerk.open(clerk.linkTo('/bo-sung')!);
  await clerk.fill({ _do: 'add:muc' }, '/bo-sung');
  const point = {
    'muc.0.name': 'nyc_ho_ten',
    'muc.0.reason': 'incorrect',
    'muc.0.words': 'Viết rõ',
  };
  await clerk.fill(point, '/bo-sung');
});

async function proposed(fields: Readonly<Record<string, string>>): Promise<Person> {
  const admin = await office().signedIn('quan-tri');
  await admin.open('/quan-tri/co-quan/ngay');
  await admin.fill({ source: decision, name: 'Đóng cửa vì bão', ...fields }, '/ngay');
  return admin;
}

const wednesday = { 'on.day': '15', 'on.month': '7', 'on.year': '2026', kind: 'CLOSURE' };

async function applicantReads(name: string): Promise<string> {
  const person = await office().signedIn(certificate.applicant);
  return (await person.open(`/ho-so/${codes.get(name)}`)).words;
}

describe('a day on which the office has to close', () => {
  let admin: Person;

  test('is shown with every deadline that it would move, without names, before anything moves', async () => {
    admin = await proposed(wednesday);
    expect(admin.words).toContain('Chưa áp dụng');
    expect(admin.words).toContain('3 hồ sơ và 2 bước sẽ đổi hạn, trong 3 hồ sơ đang giải quyết');
    expect(admin.words).toContain(codes.get(accepted));
    expect(admin.words).toContain('9 giờ 00, 17/07/2026');
    expect(admin.words).toContain('9 giờ 00, 20/07/2026');
    expect(admin.words).toContain('Hạn tiếp nhận 9 giờ 00, 15/07/2026 9 giờ 00, 16/07/2026');
    expect(admin.words).not.toContain('Thạch');
    expect(await applicantReads(accepted)).toContain('Hẹn trả kết quả 9 giờ 00, 17/07/2026');
  });

  test('moves them once it is applied, in one go, with the decision in each history', async () => {
    await admin.fill({}, '/ap-dung');
    expect(admin.words).toContain('Đã áp dụng');
    expect(admin.words).toContain('Đang tính lại');
    const { database } = office().services;
    const part = () => database.transaction((tx) => recomputePart(tx, office().clock.now(), 1));
    await part();
    const cutOff = database.transaction(async (tx) => {
      await recomputePart(tx, office().clock.now(), 1);
      throw new Error('killed');
    });
    await expect(cutOff, 'what is cut off leaves nothing behind').rejects.toThrow('killed');
    await part();
    await office().strike('dossier.recompute');
    await admin.open(admin.path);
    expect(admin.words).toContain('3 hồ sơ và 2 bước đã đổi hạn, trong 3 hồ sơ đã xem');
    const words = await applicantReads(accepted);
    expect(words).toContain('Hẹn trả kết quả 9 giờ 00, 20/07/2026');
    expect(words).toContain('Tính lại hạn theo lịch làm việc');
    expect(words).toContain(decision);
    const clerk = await atDesk(office(), 'thu-ly-1', codes.get(accepted)!);
    expect(clerk.words).toContain('Hạn: 9 giờ 00, 20/07/2026');
  });

  test('stands in the JSON of the change for administrators, and in the calendar for everybody', async () => {
    await admin.open(admin.path.replace('/quan-tri/co-quan/lich/', '/api/v1/calendar/changes/'));
    expect(JSON.parse(admin.html)).toMatchObject({
      source: decision,
      impact: { dossiers: 3, steps: 2, examined: 3, isWhole: true },
    });
    const path = admin.path;
    await admin.open('/quan-tri/co-quan');
    const anybody = office().person();
    await anybody.open('/api/v1/calendar?unit=ninh-kieu-mot-cua&year=2026');
    const { days } = JSON.parse(anybody.html) as { days: { on: string; kind: string }[] };
    expect(days).toContainEqual(expect.objectContaining({ on: '2026-07-15', kind: 'CLOSURE' }));
    await anybody.open(path);
    expect(anybody.status).toBe(401);
  });

  test('is told to who was promised an earlier day, once however often the job runs', async () => {
    await office().strike('dossier.recompute');
    const person = await office().signedIn(certificate.applicant);
    await person.open('/hop-thu');
    const told = `Mã hồ sơ: ${codes.get(accepted)}. Lịch làm việc thay đổi (${decision}). Hẹn trả kết quả mới: 9 giờ 00, 20/07/2026`;
    expect(person.words.split(told)).toHaveLength(2);
    expect((await applicantReads(accepted)).split('Tính lại hạn theo lịch làm việc')).toHaveLength(
      2,
    );
  });

  test('stands in the register with the new day', async () => {
    const clerk = await office().signedIn('mot-cua-1');
    await clerk.open('/can-bo/so-theo-doi?tu=2026-07-14&den=2026-07-14');
    expect(clerk.words).toContain('9 giờ 00, 20/07/2026');
    await clerk.open(`/can-bo/ho-so/${codes.get(accepted)}/phieu-kiem-soat`);
    expect(clerk.words).toContain('9 giờ 00, 20/07/2026');
  });

  test('counts for a dossier that waited meanwhile: what was left is left', async () => {
    office().at('2026-07-17T02:00:00Z');
    const person = await office().signedIn(certificate.applicant);
    await person.open(`/ho-so/${codes.get(asked)}/bo-sung`);
    await person.fill({ nyc_ho_ten: 'Nguyễn Thị Thanh Bình', _certified: 'yes' }, '/bo-sung');
    expect(await applicantReads(asked)).toContain('Hẹn trả kết quả 9 giờ 00, 22/07/2026');
  });

  test('that is worked after all brings the days back that are still ahead', async () => {
    const monday = { 'on.day': '20', 'on.month': '7', 'on.year': '2026' };
    for (const [kind, due] of [
      ['CLOSURE', '9 giờ 00, 21/07/2026'],
      ['ORDINARY', '9 giờ 00, 20/07/2026'],
    ] as const) {
      admin = await proposed({ ...monday, kind });
      await admin.fill({}, '/ap-dung');
      await office().strike('dossier.recompute');
      expect(await applicantReads(accepted)).toContain(`Hẹn trả kết quả ${due}`);
    }
  });

  test('moves nothing when it is dropped', async () => {
    admin = await proposed({ 'on.day': '20', 'on.month': '7', 'on.year': '2026', kind: 'CLOSURE' });
    await admin.press('/bo');
    expect(admin.words).toContain('Đã bỏ, lịch không đổi');
    await office().strike('dossier.recompute');
    expect(await applicantReads(accepted)).toContain('Hẹn trả kết quả 9 giờ 00, 20/07/2026');
  });
});

test('other office hours move what is counted in hours, and leave what is counted in days', async () => {
  office().at('2026-08-03T02:00:00Z');
  const person = await office().signedIn(certificate.applicant);
  const typing = await typingOf(office(), 'xac-nhan-tinh-trang-hon-nhan', certificate);
  const code = await apply(person, 'xac-nhan-tinh-trang-hon-nhan', typing);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  const admin = await office().signedIn('quan-tri');
  await admin.open('/quan-tri/co-quan/gio');
  const hours = { weekdays: '8:00-12:00, 13:30-17:30', season: '16/04-15/10', source: decision };
  const from = { 'from.day': '4', 'from.month': '8', 'from.year': '2026' };
  await admin.fill({ unit: demoUnits.committee.id, ...from, ...hours, saturday: 'sáng' }, '/gio');
  expect(admin.status).toBe(422);
  expect(admin.words).toContain('Nhập giờ theo mẫu');
  await admin.fill({ saturday: '' }, '/gio');
  expect(admin.words).toContain('Thứ Hai – Thứ Sáu: 8:00–12:00, 13:30–17:30');
  expect(admin.words).toContain('9 giờ 00, 04/08/2026 10 giờ 00, 04/08/2026');
  await admin.fill({}, '/ap-dung');
  await office().strike('dossier.recompute');
  const [step] = await openSteps(office(), code);
  expect(step!.dueAt).toEqual(new Date('2026-08-04T03:00:00Z'));
  await person.open(`/ho-so/${code}`);
  expect(person.words).toContain('Hẹn trả kết quả 9 giờ 00, 06/08/2026');
  await admin.open('/quan-tri/co-quan');
  expect(admin.words).toContain('16/04 – 15/10: Thứ Hai – Thứ Sáu: 8:00–12:00, 13:30–17:30');
});
