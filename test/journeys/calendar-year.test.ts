import { beforeAll, expect, test } from 'vitest';
import { story as certificate } from './answers/xac-nhan-tinh-trang-hon-nhan.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { handle } from './official.ts';
import type { Person } from './person.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();
const slug = 'xac-nhan-tinh-trang-hon-nhan';
const decision = 'Thông báo 9/TB-BNV ngày 28/12/2026';
const provisional = 'Hạn theo luật là tạm tính';
let admin: Person;
let code: string;

/** Three working days from Wednesday 30 December: due on Tuesday of the year whose days off are not decided yet. */
beforeAll(async () => {
  office().at('2026-12-30T02:00:00Z');
  admin = await office().signedIn('quan-tri');
  const person = await office().signedIn(certificate.applicant);
  code = await apply(person, slug, await typingOf(office(), slug, certificate));
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
});

async function applicantReads(): Promise<string> {
  const person = await office().signedIn(certificate.applicant);
  return (await person.open(`/ho-so/${code}`)).words;
}

async function rowsOf(year: number): Promise<number> {
  await admin.open(`/quan-tri/co-quan/nam/${year}`);
  const names = [...admin.form(`/nam/${year}`).fields.keys()];
  return names.filter((name) => /^days\.\d+\.name$/.test(name)).length;
}

test('until a year is approved its deadlines are marked as provisional where they are read', async () => {
  const words = await applicantReads();
  expect(words).toContain('Hẹn trả kết quả 9 giờ 00, 05/01/2027');
  expect(words).toContain(provisional);
});

test('the year is filled in from the law and the moon; a day of another year, or twice, is pointed out', async () => {
  const rows = await rowsOf(2027);
  expect(rows).toBe(14);
  await admin.fill({ 'days.0.on.year': '2026' }, '/nam/2027');
  expect(admin.status).toBe(422);
  expect(admin.words).toContain('Ngày này không thuộc năm 2027');
  expect(await rowsOf(2029)).toBeGreaterThanOrEqual(11);
  await admin.open('/quan-tri/co-quan/nam/2030');
  await admin.fill({ source: decision }, '/nam/2030');
  expect(admin.status, 'years follow one another').toBe(409);
});

test('whoever set it up cannot approve it; a leader does, and deadlines follow and are provisional no longer', async () => {
  const rows = await rowsOf(2027);
  await admin.fill({ _do: 'add:days' }, '/nam/2027');
  const added = `days.${rows}`;
  await admin.fill(
    {
      source: decision,
      [`${added}.on.day`]: '4',
      [`${added}.on.month`]: '1',
      [`${added}.on.year`]: '2027',
      [`${added}.kind`]: 'SWAPPED',
      [`${added}.name`]: 'Nghỉ hoán đổi với 09/01',
    },
    '/nam/2027',
  );
  const change = admin.path;
  expect(admin.words).toContain('Nghỉ hoán đổi với 09/01');
  expect(admin.words).toContain('1 hồ sơ');
  expect(admin.words).toContain('cần người khác duyệt');
  await admin.send(`${change}/ap-dung`, {});
  expect(admin.status).toBe(403);
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open('/quan-tri/co-quan');
  await leader.open(leader.linkTo(change)!);
  await leader.fill({}, '/ap-dung');
  expect(leader.words).toContain('Đã áp dụng');
  await office().strike('dossier.recompute');
  const words = await applicantReads();
  expect(words).toContain('Hạn theo luật 9 giờ 00, 06/01/2027');
  expect(words).not.toContain(provisional);
  await admin.open('/quan-tri/co-quan?nam=2027');
  expect(admin.words).toContain(`Căn cứ: ${decision}`);
  expect(admin.words, 'what is not law yet goes on waiting').toContain('Ngày Văn hóa Việt Nam');
});
