import { describe, expect, test } from 'vitest';
import { formatDong } from '#/values/money.ts';
import { slugs } from '../bundles/shipped.ts';
import { answer, begin, bringPapers, handIn, missingPapers } from './apply.ts';
import { demoOffice } from './office.ts';
import { canReadPdf, wordsOfPdf } from './pdf-words.ts';
import type { Person } from './person.ts';
import type { Story } from './story.ts';
import { tuesdayMorning } from './application.ts';
import { typingOf } from './type-answers.ts';
import { workOff } from './work-off.ts';

const office = demoOffice();

describe.each(slugs)('%s', (slug) => {
  let story: Story;
  let person: Person;
  let code = '';

  test('begun and looked at too early, the review says what is missing instead of failing', async () => {
    ({ story } = (await import(`./answers/${slug}.ts`)) as { story: Story });
    office().clock.set(story.at === undefined ? tuesdayMorning : new Date(story.at));
    person = await office().signedIn(story.applicant);
    await begin(person, slug);
    const questions = person.path;
    for (const page of ['kiem-tra', 'giay-to']) {
      await person.open(questions.replace(/trang\/.*$/, page));
      expect(person.status, page).toBe(200);
      expect(person.offers('/nop'), page).toBe(false);
    }
    await person.open(questions);
  });

  test('it can be filled in, with the papers of this case and no others, and submitted', async () => {
    await answer(person, await typingOf(office(), slug, story));
    expect(missingPapers(person)).toEqual(story.papers);
    await bringPapers(person);
    expect(person.words.slice(-900)).toContain(
      story.fee === 0 ? 'Không thu phí, lệ phí' : formatDong(story.fee).replace(/\s/g, ' '),
    );
    code = await handIn(person, { delivery: 'COUNTER' });
    expect(person.status).toBe(200);
  });

  test('it goes through the hands that its process names and ends with the result', async () => {
    office().clock.set(new Date(office().clock.now().getTime() + 3_600_000));
    expect(await workOff(office(), code)).toEqual(story.way);
    person = await office().signedIn(story.applicant);
    await person.open(`/ho-so/${code}`);
    expect(person.words).toContain('Đã trả kết quả');
    expect(person.words).toContain(`Hẹn trả kết quả ${story.due}`);
  });

  test('the result can be read and says what was asked for', async () => {
    const href =
      /href="(\/van-ban\/[^"]+)"[^>]*>(?!Giấy tiếp nhận|Phiếu|Biên lai)/.exec(person.html)?.[1] ??
      '';
    const pdf = await person.download(href);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const words = wordsOfPdf(pdf.rawPayload).toLowerCase();
    if (canReadPdf) for (const said of story.says) expect(words).toContain(said.toLowerCase());
  });
});
