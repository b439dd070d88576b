import { beforeAll, describe, expect, test } from 'vitest';
import { story as certificate } from './answers/xac-nhan-tinh-trang-hon-nhan.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle } from './official.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();
const slug = 'xac-nhan-tinh-trang-hon-nhan';
let code = '';

async function filedAt(at: string): Promise<string> {
  office().at(at);
  const person = await office().signedIn(certificate.applicant);
  return apply(person, slug, await typingOf(office(), slug, certificate));
}

beforeAll(async () => {
  code = await filedAt('2026-07-14T02:00:00Z');
});

async function bothRead(): Promise<string[]> {
  const person = await office().signedIn(certificate.applicant);
  await person.open(`/ho-so/${code}`);
  return [person.words, (await atDesk(office(), 'mot-cua-1', code)).words];
}

describe('the three times of a dossier', () => {
  test('are the date of the law, what others waited and a forecast, which says so when it knows too little', async () => {
    for (const words of await bothRead()) {
      expect(words).toContain('Hạn theo luật 9 giờ 00, 15/07/2026');
      expect(words).toContain('Chưa đủ hồ sơ đã xong để nêu số liệu và dự báo');
      expect(words, 'not said twice').not.toContain('Chưa đủ hồ sơ tương tự đã xong để dự báo');
    }
  });

  test('are learnt from dossiers that are over, each with how many', async () => {
    for (let n = 0; n < 22; n += 1) {
      const other = await filedAt('2026-07-14T02:00:00Z');
      office().at('2026-07-14T03:00:00Z');
      await handle(office(), 'mot-cua-1', other, 'tiep-nhan');
      // From a quarter of an hour later on, each a little later than the one before.
      office().at(new Date(Date.UTC(2026, 6, 15, 2, 10 * n)).toISOString());
      await handle(office(), 'thu-ly-1', other, 'chuyen-buoc');
      await handle(office(), 'lanh-dao-1', other, 'ky-duyet');
      await handle(office(), 'van-thu-1', other, 'vao-so');
    }
    office().at('2026-07-14T02:30:00Z');
    for (const words of await bothRead()) {
      expect(words).toContain('8 trong 10 hồ sơ tương tự xong');
      expect(words).toContain('(tính từ 22 hồ sơ)');
      expect(words).toContain('không phải cam kết');
      expect(words).toContain('22 hồ sơ từ 15/07/2026');
    }
  });

  test('stand in the JSON of the dossier, with the clocks of its steps', async () => {
    const official = await office().signedIn('mot-cua-1');
    await official.open(`/api/v1/dossiers/${code}`);
    const { times, clocks } = JSON.parse(official.html) as {
      times: { forecast: { counted: number; most: { from: string; to: string } } };
      clocks: { step: string; dueAt: string }[];
    };
    expect(times.forecast.counted).toBe(22);
    expect(times.forecast.most.from <= times.forecast.most.to).toBe(true);
    expect(clocks).toMatchObject([{ dueAt: '2026-07-14T15:00:00+07:00' }]);
  });

  test('are gone once it is over: then only what really was counts', async () => {
    const done = await filedAt('2026-07-14T02:00:00Z');
    await handle(office(), 'mot-cua-1', done, 'tu-choi', { reason: 'Nộp nhầm nơi' });
    const person = await office().signedIn(certificate.applicant);
    await person.open(`/ho-so/${done}`);
    expect(person.words).not.toContain('Ba mốc thời gian');
  });
});
