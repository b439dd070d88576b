import { beforeAll, describe, expect, test } from 'vitest';
import { lockByCode } from '#/modules/dossier/store/index.ts';
import { story as house } from './answers/cap-phep-xay-dung-nha-o-rieng-le.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered, press } from './official.ts';
import { typingOf } from './type-answers.ts';
import { openSteps } from './work-off.ts';

const office = demoOffice();
const slug = 'cap-phep-xay-dung-nha-o-rieng-le';
const story = {
  ...house,
  answers: { ...house.answers, pccc: 'Có', di_tich: 'Có', quoc_phong: 'Có' },
};
let code = '';

/** A house beside a monument and an airport: the examination and three consultations run side by side from Tuesday 14 July. */
beforeAll(async () => {
  office().at('2026-07-14T02:00:00Z');
  const person = await office().signedIn(story.applicant);
  code = await apply(person, slug, await typingOf(office(), slug, story));
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'truong-phong-1', code, 'chuyen-buoc');
});

async function waiting(): Promise<string[]> {
  return (await openSteps(office(), code)).map(({ role, kind }) => `${role} ${kind}`);
}

async function applicantReads(): Promise<string> {
  const person = await office().signedIn(story.applicant);
  return (await person.open(`/ho-so/${code}`)).words;
}

describe('a building permit on which three agencies are asked', () => {
  test('waits for the case officer and all of them, each with a clock of its own', async () => {
    expect(await waiting()).toEqual([
      'CHUYEN_VIEN handle',
      'CA_XAC_MINH consult',
      'VAN_HOA consult',
      'QUAN_SU consult',
    ]);
    const steps = await openSteps(office(), code);
    expect(steps.slice(1).map(({ dueAt }) => dueAt!.toISOString())).toEqual(
      Array.from({ length: 3 }, () => '2026-07-27T10:00:00.000Z'),
    );
    const words = await applicantReads();
    expect(words).toContain('Lấy ý kiến Công an về phòng cháy, chữa cháy');
    expect(words).toContain('17 giờ 00, 27/07/2026');
  });

  test('is offered to each agency in its own step only', async () => {
    for (const account of ['cong-an-1', 'van-hoa-1', 'quan-su-1'])
      expect(isOffered(await atDesk(office(), account, code), 'cho-y-kien')).toBe(true);
    for (const account of ['thu-ly-2', 'mot-cua-1', 'lanh-dao-1'])
      expect(isOffered(await atDesk(office(), account, code), 'cho-y-kien')).toBe(false);
  });

  test('hears an agency that agrees, and one that objects and has to say why', async () => {
    await handle(office(), 'cong-an-1', code, 'cho-y-kien', { opinion: 'agree' });
    const culture = await atDesk(office(), 'van-hoa-1', code);
    await press(culture, 'cho-y-kien', { opinion: 'object' });
    expect(culture.words).toContain('Không đồng ý thì phải nêu lý do và căn cứ');
    const note = 'Vượt chiều cao khu vực bảo vệ II';
    await handle(office(), 'van-hoa-1', code, 'cho-y-kien', { opinion: 'object', note });
    const clerk = await atDesk(office(), 'thu-ly-2', code);
    expect(clerk.words).toContain('Cho ý kiến: Lấy ý kiến cơ quan văn hóa về di tích, cảnh quan');
    expect(clerk.words).toContain(`Vượt chiều cao khu vực bảo vệ II · Không đồng ý`);
    expect(await applicantReads(), 'between agencies').not.toContain(note);
  });

  test('goes on waiting for the last one when the examination is done', async () => {
    await handle(office(), 'thu-ly-2', code, 'chuyen-buoc');
    expect(await waiting()).toEqual(['QUAN_SU consult']);
    expect(await applicantReads()).toContain('Đang lấy ý kiến');
    office().at('2026-07-27T09:59:00Z');
    await office().strike('process.tick');
    expect(await waiting()).toEqual(['QUAN_SU consult']);
  });

  test('counts its silence as consent after twelve days, by itself, once, with the law', async () => {
    office().at('2026-07-27T10:00:00Z');
    await office().services.database.transaction(async (tx) => {
      await lockByCode(tx, code);
      // Somebody is at the dossier: time waits for its turn instead of waiting in each other's way.
      await office().strike('process.tick');
    });
    expect(await waiting()).toEqual(['QUAN_SU consult']);
    await office().strike('process.tick');
    await office().strike('process.tick');
    expect(await waiting()).toEqual(['TRUONG_PHONG review']);
    const words = await applicantReads();
    const deemed = 'Hết hạn, coi như đồng ý: Lấy ý kiến cơ quan quân sự về quốc phòng, tĩnh không';
    expect(words.split(deemed)).toHaveLength(2);
    expect(words).toContain('Quá 12 ngày không trả lời thì coi như đồng ý');
    expect(isOffered(await atDesk(office(), 'quan-su-1', code), 'cho-y-kien')).toBe(false);
  });

  test('is examined again without asking anybody again when the draft is returned', async () => {
    await handle(office(), 'truong-phong-1', code, 'tra-lai', { reason: 'Thiếu bản vẽ móng' });
    expect(await waiting()).toEqual(['CHUYEN_VIEN handle']);
    await handle(office(), 'thu-ly-2', code, 'chuyen-buoc');
    expect(await waiting()).toEqual(['TRUONG_PHONG review']);
  });
});
