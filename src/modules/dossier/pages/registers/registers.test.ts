import { beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../../../../test/journeys/apply.ts';
import { birth } from '../../../../../test/journeys/answers/dang-ky-khai-sinh.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { atDesk } from '../../../../../test/journeys/official.ts';
import { canReadPdf, wordsOfPdf } from '../../../../../test/journeys/pdf-words.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import { workOff } from '../../../../../test/journeys/work-off.ts';

const office = demoOffice();
let code = '';
beforeAll(async () => {
  code = await apply(await office().signedIn('cong-dan-1'), 'dang-ky-khai-sinh', birth);
  await workOff(office(), code);
});

/** Presses a button that makes a paper, and reads what it says. */
async function printed(official: Person, action: string): Promise<{ path: string; words: string }> {
  const form = official.form(action);
  await official.send(form.action, Object.fromEntries(form.fields));
  const { path } = official;
  const pdf = await official.download(path);
  expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  return { path, words: wordsOfPdf(pdf.rawPayload).replace(/\s+/g, ' ') };
}

describe('the control sheet of a dossier', () => {
  const sheet = () => `/can-bo/ho-so/${code}/phieu-kiem-soat`;

  test('shows officials through whose hands it went, and how much in time', async () => {
    const clerk = await atDesk(office(), 'mot-cua-1', code);
    await clerk.open(clerk.linkTo('/phieu-kiem-soat')!);
    expect([clerk.path, clerk.status]).toEqual([sheet(), 200]);
    for (const said of [
      'Nguyễn Thị Bình, Phạm Thị Mai Lan',
      'Ký duyệt',
      'Vào sổ, đóng dấu',
      'Đúng hạn',
    ])
      expect(clerk.words).toContain(said);
  });

  test('is a paper between officials: the applicant neither sees nor opens it', async () => {
    const clerk = await atDesk(office(), 'mot-cua-1', code);
    await clerk.open(sheet());
    const paper = await printed(clerk, '/phieu-kiem-soat');
    if (canReadPdf)
      for (const said of ['PHIẾU KIỂM SOÁT QUÁ TRÌNH', code, 'Huỳnh Văn Thành'])
        expect(paper.words).toContain(said);
    const mother = await office().signedIn('cong-dan-1');
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).not.toContain('Phiếu kiểm soát');
    expect((await mother.download(paper.path)).statusCode).toBe(404);
    await mother.open(sheet());
    expect(mother.status).toBe(403);
  });

  test('of another unit’s dossier is not theirs to see', async () => {
    const stranger = await office().signedIn('thue-1');
    await stranger.open(sheet());
    expect(stranger.status).toBe(403);
  });
});

describe('the register of a unit', () => {
  test('lists what it accepted in the days that are asked for, without addresses and numbers', async () => {
    const clerk = await office().signedIn('mot-cua-1');
    await clerk.open('/can-bo');
    await clerk.open(`${clerk.linkTo('/so-theo-doi')}?tu=2026-07-01&den=2026-07-14`);
    expect(clerk.status).toBe(200);
    expect(clerk.words).toContain(code);
    expect(clerk.words).not.toContain('Hai Bà Trưng');
    await clerk.open('/can-bo/so-theo-doi?tu=2026-07-15&den=2026-07-20');
    expect(clerk.words).toContain('Không có hồ sơ nào được tiếp nhận');
  });

  test('is printed with addresses, readable by officials of the unit only, and the person sees who read', async () => {
    const clerk = await office().signedIn('mot-cua-1');
    await clerk.open('/can-bo/so-theo-doi?tu=2026-07-01&den=2026-07-14');
    const paper = await printed(clerk, '/so-theo-doi');
    if (canReadPdf)
      for (const said of ['SỔ THEO DÕI HỒ SƠ', 'Từ 01/07/2026 đến 14/07/2026', 'Hai Bà Trưng'])
        expect(paper.words).toContain(said);
    expect((await (await office().signedIn('thue-1')).download(paper.path)).statusCode).toBe(404);
    const mother = await office().signedIn('cong-dan-1');
    expect((await mother.download(paper.path)).statusCode).toBe(404);
    await mother.open('/toi/du-lieu');
    expect(mother.words).toContain('In sổ theo dõi hồ sơ');
  });

  test('of days in the wrong order says so', async () => {
    const clerk = await office().signedIn('mot-cua-1');
    await clerk.open('/can-bo/so-theo-doi?tu=2026-07-14&den=2026-07-01');
    expect(clerk.status).toBe(422);
    expect(clerk.words).toContain('ngày bắt đầu không muộn hơn ngày kết thúc');
  });

  test('of a unit in which one has no post is not shown', async () => {
    const stranger = await office().signedIn('thue-1');
    await stranger.open('/can-bo/so-theo-doi?tu=2026-07-01&den=2026-07-14');
    expect(stranger.words).not.toContain(code);
  });
});
