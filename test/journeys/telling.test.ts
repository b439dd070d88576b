import { expect, test } from 'vitest';
import { story } from './answers/lien-thong-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, press, rowOf } from './official.ts';
import { typingOf } from './type-answers.ts';

const office = demoOffice();
const slug = 'lien-thong-khai-sinh';

async function ask(code: string, words: string): Promise<void> {
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  await clerk.open(clerk.linkTo('/bo-sung')!);
  await clerk.fill({ _do: 'add:muc' }, '/bo-sung');
  await clerk.fill(
    { 'muc.0.name': 'con_ho_ten', 'muc.0.reason': 'incorrect', 'muc.0.words': words },
    '/bo-sung',
  );
  expect(clerk.status, clerk.words).toBe(200);
}

test('an applicant who is not told of a supplement within 24 hours is missed at the desk; told, they have seven working days, then processing stops', async () => {
  office().at(story.at!);
  const mother = await office().signedIn(story.applicant);
  await mother.open(`/dich-vu/${slug}?xem=day-du`);
  expect(mother.words).toContain('Cơ quan phải báo cho bạn trong 24 giờ');
  expect(mother.words).toContain('Bạn có 07 ngày làm việc để bổ sung');
  const code = await apply(mother, slug, await typingOf(office(), slug, story));
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await ask(code, 'Ghi đúng tên trên Giấy chứng sinh');
  await mother.open(`/ho-so/${code}/bo-sung`);
  await mother.fill({ con_ho_ten: 'Nguyễn Minh Anh', _certified: 'yes' }, '/bo-sung');
  // The second request needs a superior: the 24 hours run meanwhile.
  await ask(code, 'Viết đủ dấu trong tên');
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(clerk.words).toContain('phải báo người nộp trước 9 giờ 00, 16/09/2026');
  office().at('2026-09-16T01:59:00Z');
  await office().strike('dossier.untold');
  const early = await office().signedIn('lanh-dao-1');
  await early.open('/can-bo?xem=cho-phep');
  expect(rowOf(early, code)).not.toContain('Chưa báo người nộp trong hạn');
  office().at('2026-09-16T02:01:00Z');
  for (let run = 0; run < 2; run += 1) await office().strike('dossier.untold');
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open('/can-bo?xem=cho-phep');
  expect(rowOf(leader, code)).toContain('Chưa báo người nộp trong hạn');
  await leader.open(`/can-bo/ho-so/${code}`);
  await press(leader, 'cho-bo-sung');
  const told = await office().signedIn(story.applicant);
  await told.open(`/ho-so/${code}`);
  // Seven working days from Wednesday 16 September at nine.
  expect(told.words).toContain('Hãy bổ sung trước 9 giờ 01, 25/09/2026');
  office().at('2026-09-25T02:02:00Z');
  await office().strike('dossier.lapsed');
  const late = await office().signedIn(story.applicant);
  await late.open(`/ho-so/${code}`);
  expect(late.words).toContain('Dừng xử lý');
  expect(late.words).toContain('Quá 07 ngày làm việc không bổ sung thì dừng xử lý');
});
