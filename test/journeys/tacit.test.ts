import { expect, test } from 'vitest';
import { story } from './answers/lien-thong-khai-sinh.ts';
import { story as certificate } from './answers/xac-nhan-tinh-trang-hon-nhan.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle } from './official.ts';
import type { Story } from './story.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();

/** A dossier whose applicant is asked for more on a Tuesday at nine. */
async function asked(slug: string, who: Story, question: string): Promise<string> {
  office().at(who.at ?? '2026-07-14T02:00:00Z');
  const person = await office().signedIn(who.applicant);
  const code = await apply(person, slug, await typingOf(office(), slug, who));
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  await clerk.open(clerk.linkTo('/bo-sung')!);
  await clerk.fill({ _do: 'add:muc' }, '/bo-sung');
  const point = { 'muc.0.name': question, 'muc.0.reason': 'incorrect', 'muc.0.words': 'Viết rõ' };
  await clerk.fill(point, '/bo-sung');
  return code;
}

async function reads(who: Story, code: string): Promise<string> {
  return (await (await office().signedIn(who.applicant)).open(`/ho-so/${code}`)).words;
}

test('where the law says so, a dossier that nobody supplements stops by itself, with the law, once', async () => {
  const code = await asked('lien-thong-khai-sinh', story, 'con_ho_ten');
  expect(await reads(story, code)).toContain('Hãy bổ sung trước 9 giờ 00, 24/09/2026');
  office().at('2026-09-24T01:59:00Z');
  await office().strike('dossier.lapsed');
  expect(await reads(story, code)).toContain('Cần bổ sung');
  office().at('2026-09-24T02:01:00Z');
  for (let run = 0; run < 2; run += 1) await office().strike('dossier.lapsed');
  const words = await reads(story, code);
  const law = 'Quá 07 ngày làm việc không bổ sung thì dừng xử lý (Nghị định 63/2024/NĐ-CP)';
  expect(words).toContain(law);
  expect(words.split('Dừng xử lý').length).toBeGreaterThan(1);
  const person = await office().signedIn(story.applicant);
  await person.open('/hop-thu');
  expect(person.words.split(`Lý do: ${law}`)).toHaveLength(2);
});

test('where it does not, officials see that the time has passed and decide', async () => {
  const code = await asked('xac-nhan-tinh-trang-hon-nhan', certificate, 'nyc_ho_ten');
  office().at('2026-08-14T02:00:00Z');
  await office().strike('dossier.lapsed');
  expect(await reads(certificate, code)).toContain('Cần bổ sung');
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(clerk.words).toContain('Hết hạn bổ sung');
});
