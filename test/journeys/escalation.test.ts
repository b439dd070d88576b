import { beforeAll, describe, expect, test } from 'vitest';
import { story as permit } from './answers/cap-phep-xay-dung-nha-o-rieng-le.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, rowOf } from './official.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();
const slug = 'cap-phep-xay-dung-nha-o-rieng-le';
let code = '';

/** A building permit that waits for its assignment: four working hours from nine on Tuesday 14 July. */
beforeAll(async () => {
  office().at('2026-07-14T02:00:00Z');
  const person = await office().signedIn(permit.applicant);
  code = await apply(person, slug, await typingOf(office(), slug, permit));
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
});

async function climbed(at: string): Promise<void> {
  office().at(at);
  await office().strike('dossier.escalate');
}

async function deskOf(account: string): Promise<string> {
  return (await atDesk(office(), account, code)).words;
}

async function isListed(account: string): Promise<boolean> {
  const official = await office().signedIn(account);
  await official.open('/can-bo?hang=don-doc');
  return official.html.includes(code);
}

const told = 'Đôn đốc theo thang nhắc hạn';

describe('a step that nobody does', () => {
  test('is told of to nobody while most of its time is left', async () => {
    await climbed('2026-07-14T06:30:00Z');
    expect(await deskOf('lanh-dao-1')).not.toContain(told);
  });

  test('is told of to its holder when three quarters of the time are gone, once', async () => {
    await climbed('2026-07-14T07:30:00Z');
    await climbed('2026-07-14T07:35:00Z');
    const words = await deskOf('lanh-dao-1');
    expect(words).toContain('Đã nhắc: Người đang giữ bước, 14 giờ 30, 14/07/2026');
    expect(words.split(told)).toHaveLength(2);
    expect(await isListed('lanh-dao-1')).toBe(false);
  });

  test('is told of to the head of the unit when it is due, and to the leader eight working hours later', async () => {
    await climbed('2026-07-14T08:30:00Z');
    expect(await deskOf('lanh-dao-1')).toContain('Đã nhắc: Trưởng bộ phận');
    expect(await isListed('lanh-dao-1')).toBe(true);
    expect(await isListed('thu-ly-1')).toBe(false);
    await climbed('2026-07-15T08:30:00Z');
    await climbed('2026-07-15T09:00:00Z');
    const words = await deskOf('lanh-dao-1');
    expect(words).toContain('Đã nhắc: Lãnh đạo cơ quan, 15 giờ 30, 15/07/2026');
    expect(words.split(told)).toHaveLength(4);
  });

  test('is news in the list of those whose work it is, and none of the applicant’s business', async () => {
    const leader = await office().signedIn('lanh-dao-1');
    await leader.open('/can-bo?hang=tat-ca');
    expect(rowOf(leader, code)).toContain('Đã báo cấp trên');
    const person = await office().signedIn(permit.applicant);
    expect((await person.open(`/ho-so/${code}`)).words).not.toContain(told);
  });
});

describe('the ladder itself', () => {
  test('is changed by an administrator for a day to come, and shown with those before', async () => {
    const admin = await office().signedIn('quan-tri');
    await admin.open('/quan-tri/thang-nhac-han');
    expect(admin.words).toContain('Sau 75% thời gian của bước: Người đang giữ bước');
    const rungs = { 'rungs.0.amount': '50', source: 'Quyết định 9/QĐ-UBND' };
    const from = (day: string) => ({
      'validFrom.day': day,
      'validFrom.month': '7',
      'validFrom.year': '2026',
    });
    await admin.fill({ ...rungs, ...from('15') }, '/thang-nhac-han');
    expect(admin.status).toBe(422);
    expect(admin.words).toContain('từ ngày mai trở đi');
    await admin.fill({ ...rungs, ...from('20') }, '/thang-nhac-han');
    expect(admin.status).toBe(200);
    expect(admin.words).toContain('Sẽ áp dụng từ 20/07/2026');
    expect(admin.words).toContain('Sau 50% thời gian của bước: Người đang giữ bước');
  });

  test('tells of steps by the rungs that hold on the day, and not again of what was told', async () => {
    await climbed('2026-07-20T02:00:00Z');
    expect((await deskOf('lanh-dao-1')).split(told)).toHaveLength(4);
  });

  test('is nobody else’s to change', async () => {
    const clerk = await office().signedIn('thu-ly-1');
    await clerk.open('/quan-tri/thang-nhac-han');
    expect(clerk.status).toBe(403);
  });
});
