import { beforeAll, expect, test } from 'vitest';
import { answer, answerPage, begin, bringPapers, codeOn, missingPapers } from './apply.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { letter } from './letter.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered } from './official.ts';
import { canReadPdf } from './pdf-words.ts';
import type { Person } from './person.ts';
import { photoOfPaper } from './photo.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
const birthNotice = '000.00.00.G15-KQ004389';

let mother: Person;
let code = '';
beforeAll(async () => {
  mother = await office().signedIn('cong-dan-1');
});

test('a mother finds the service by her own words and reads what it needs before she starts', async () => {
  await mother.open(`/dich-vu?q=${encodeURIComponent('làm giấy khai sinh cho con')}`);
  expect(mother.html).toContain(`href="/dich-vu/${slug}"`);
  await mother.open(`/dich-vu/${slug}?xem=day-du`);
  for (const words of ['Giấy chứng sinh', 'Trình tự', 'Căn cứ pháp lý', `Nộp`])
    expect(mother.words).toContain(words);
});

test('what the account knows about her is filled in', async () => {
  await begin(mother, slug);
  expect(mother.words).toContain('Bạn là ai với cháu bé?');
  await answerPage(mother, birth);
  const { fields } = mother.form();
  expect(fields.get('nyc_ho_ten')).toBe('Nguyễn Thị Bình');
  expect(fields.get('nyc_ngay_sinh.year')).toBe('1992');
  expect(fields.get('nyc_so_dinh_danh')).toBe('000192000001');
});

test('a page that is not answered comes back with what is wrong at which box, and with her typing', async () => {
  await answerPage(mother, {
    nyc_ho_ten: 'B1nh',
    'nyc_ngay_sinh.day': '31',
    'nyc_ngay_sinh.month': '2',
  });
  expect(mother.status).toBe(422);
  expect(mother.form().fields.get('nyc_ho_ten')).toBe('B1nh');
  expect(mother.form().fields.get('nyc_ngay_sinh.day')).toBe('31');
  expect(mother.html).toContain('href="#nyc_ho_ten"');
  expect(mother.html).toContain('aria-invalid="true"');
  await mother.open(mother.path);
  expect(mother.form().fields.get('nyc_ho_ten'), 'even after leaving and coming back').toBe('B1nh');
});

test('she does not have to describe an identity paper when she has a number', async () => {
  await answerPage(mother, {
    nyc_ho_ten: 'Nguyễn Thị Bình',
    'nyc_ngay_sinh.day': '27',
    'nyc_ngay_sinh.month': '3',
  });
  expect(mother.path).toMatch(/noi-o-cua-ban$/);
});

test('the review tells what is missing, with a link to each place, and offers no way to submit', async () => {
  await mother.open(mother.path.replace(/\/trang\/.*$/, '/kiem-tra'));
  expect(mother.status).toBe(200);
  expect(mother.words).toMatch(/Còn \d+ chỗ cần hoàn thành trước khi nộp/);
  expect(mother.html).toMatch(/trang\/ten-cua-chau\?sua=1#con_ho_ten/);
  expect(mother.offers('/nop')).toBe(false);
});

test('where an answer contradicts another the page says so in plain words', async () => {
  await mother.open(mother.path.replace(/\/kiem-tra$/, '/trang/noi-o-cua-ban'));
  await expect(answer(mother, { ...birth, 'me_ngay_sinh.year': '2026' })).rejects.toThrow(
    'Người mẹ phải sinh trước cháu',
  );
  await answer(mother, birth);
  expect(mother.path).toMatch(/giay-to$/);
});

test('a paper that is missing is named; an empty file and a picture of nothing are not taken unnoticed', async () => {
  expect(missingPapers(mother)).toEqual([birthNotice]);
  await mother.fill({}, '/giay-to');
  expect(mother.status).toBe(422);
  expect(mother.words).toContain('Còn thiếu: Giấy chứng sinh: chưa có tệp nào');
  await mother.open(mother.path);
  await mother.upload(`/${birthNotice}?`, [
    { name: 'trong.jpg', type: 'image/jpeg', bytes: new Uint8Array(0) },
  ]);
  await mother.fill({}, '/giay-to');
  expect(mother.status).toBe(422);
});

test('a photo of the paper becomes one page of a PDF that she can look at', async () => {
  await removeFiles(mother);
  await mother.upload(`/${birthNotice}?`, [
    await photoOfPaper('giay-chung-sinh'),
    await photoOfPaper('mat-sau'),
  ]);
  await office().settle();
  await mother.open(mother.path);
  const bound = /href="(\/giay-to\/[^"]+)">Xem bản ghép \(2 trang\)/.exec(mother.html)?.[1] ?? '';
  const pdf = await mother.download(bound);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  await bringPapers(mother);
  expect(mother.path).toMatch(/kiem-tra$/);
});

test('before submitting she sees every answer, what it costs and how long it takes', async () => {
  for (const words of [
    'Nguyễn Minh Anh',
    '25/06/2026',
    'Trần Văn Khải',
    'Giấy chứng sinh',
    '2 trang',
    'Không thu phí, lệ phí',
    'Trong ngày',
  ]) {
    expect(mother.words).toContain(words);
  }
  await mother.fill({}, '/nop');
  expect(mother.status, 'the declaration is not ticked').toBe(422);
  expect(mother.words).toContain('Đánh dấu vào ô cam đoan để nộp hồ sơ');
});

test('pressing twice files one dossier', async () => {
  const { fields, action } = mother.form('/nop');
  const filled = { ...Object.fromEntries(fields), delivery: 'ONLINE', declared: 'yes' };
  const twin = await office().signedIn('cong-dan-1');
  await twin.open(mother.path);
  await Promise.all([
    mother.send(action, filled),
    twin.send(action, { ...filled, _csrf: twin.token }),
  ]);
  code = codeOn(mother);
  expect(codeOn(twin)).toBe(code);
  await mother.open('/ho-so');
  expect(mother.html.split('/ho-so/H13').length - 1).toBe(1);
});

test('the receipt names the codes, the paper with its pages and its fingerprint, and what comes next', async () => {
  await mother.open(`/ho-so/${code}/bien-nhan`);
  expect(code).toMatch(/^H13\.32\.1-20260714-\d{7}$/);
  expect(mother.words).toMatch(/Mã tra cứu [2-9A-Z]{8}/);
  expect(mother.words).toMatch(/Giấy chứng sinh 2 [0-9a-f]{64}/);
  expect(mother.words).toContain('Hạn tiếp nhận 9 giờ 00, 15/07/2026');
});

test('the dossier goes from the counter to the clerk', async () => {
  const clerk = await atDesk(office(), 'thu-ly-1', code);
  expect(isOffered(clerk, 'chuyen-buoc'), 'not before acceptance').toBe(false);
  office().at('2026-07-14T02:30:00Z');
  // Half an hour without a click ends her sitting.
  mother = await office().signedIn('cong-dan-1');
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Đang thẩm tra');
  expect(mother.words).toContain('Hẹn trả kết quả 17 giờ 00, 14/07/2026');
});

test('the receipt with the appointed hour is a PDF that names child, both codes and hour', async () => {
  await office().settle();
  await mother.open(`/ho-so/${code}`);
  const [, secret = ''] = /Mã tra cứu (\w{8})/.exec(mother.words) ?? [];
  const words = await letter(mother, 'Giấy tiếp nhận hồ sơ');
  if (canReadPdf)
    for (const said of [
      code,
      `Mã tra cứu: ${secret}`,
      'Nguyễn Thị Bình',
      '17 giờ 00, 14/07/2026',
      'Giấy chứng sinh',
    ])
      expect(words).toContain(said);
});

test('the leader sends the draft back once, then approves it; the clerk of records registers it', async () => {
  office().at('2026-07-14T03:00:00Z');
  mother = await office().signedIn('cong-dan-1');
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc', { note: 'Đủ điều kiện' });
  await handle(office(), 'lanh-dao-1', code, 'tra-lai', { reason: 'Ghi rõ nơi sinh' });
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Đang thẩm tra');
  expect(mother.words, 'what officials write to each other is theirs').not.toContain(
    'Ghi rõ nơi sinh',
  );
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
  await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
  const records = await handle(office(), 'van-thu-1', code, 'vao-so');
  expect(records.words).toContain('01/GKS');
});

test('the mother is told at every turn, and nothing twice', async () => {
  await office().settle();
  await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
  await mother.open('/hop-thu');
  for (const title of ['Đã nhận hồ sơ', 'đã được tiếp nhận', 'đã có kết quả', 'Đã trả kết quả']) {
    expect(mother.words.split(title).length - 1, title).toBe(1);
  }
});

test('she follows each step on the page of the dossier and downloads the birth certificate', async () => {
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Đã trả kết quả');
  expect(mother.words).toContain('Ký duyệt Giấy khai sinh (Đã xong)');
  expect(mother.words).toContain('Giấy khai sinh (bản chính) (PDF) 01/GKS');
  expect(mother.words, 'drafts are the officials’').not.toContain('Dự thảo');
  const words = await letter(mother, 'Giấy khai sinh');
  if (canReadPdf)
    for (const said of ['Nguyễn Minh Anh', '25/06/2026', 'Huỳnh Văn Thành', '01/GKS'])
      expect(words.toLowerCase()).toContain(said.toLowerCase());
});

test('she sees which posts opened her dossier, when and why, but no names', async () => {
  await mother.open('/toi/du-lieu');
  for (const post of [
    'Tiếp nhận hồ sơ',
    'Tư pháp – hộ tịch',
    'Lãnh đạo Ủy ban nhân dân',
    'Văn thư',
  ]) {
    expect(mother.words).toContain(post);
  }
  expect(mother.words).toContain(code);
  expect(mother.words).not.toContain('Trần Quốc Việt');
});

/** Takes away every file of the papers page. */
async function removeFiles(person: Person): Promise<void> {
  for (
    let act = /formaction="([^"]+\/bo)"/.exec(person.html);
    act;
    act = /formaction="([^"]+\/bo)"/.exec(person.html)
  ) {
    const page = person.path;
    await person.send(act[1]!, { ve: page });
    await person.open(page);
  }
}
