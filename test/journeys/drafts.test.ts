import { beforeEach, expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { answer, answerPage, apply, begin, bringPapers, handIn } from './apply.ts';
import { demoOffice } from './office.ts';
import type { Person } from './person.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';

let mother: Person;
beforeEach(async () => {
  office().at('2026-07-14T02:00:00Z');
  mother = await office().signedIn('cong-dan-1');
  await discardAll(mother);
});

/** Throws away what earlier tests have begun. */
async function discardAll(person: Person): Promise<void> {
  await person.open(`/nop/${slug}`);
  while (person.offers('/xoa')) {
    await person.fill({}, '/xoa');
    await person.open(`/nop/${slug}`);
  }
}

test('merely looking at the start page begins nothing', async () => {
  await mother.open(`/nop/${slug}`);
  await mother.open('/ho-so');
  expect(mother.words).not.toContain('Hồ sơ đang soạn');
});

test('what was typed on the telephone goes on at the computer, on the page where it stopped', async () => {
  await begin(mother, slug);
  for (let page = 0; page < 6; page++) await answerPage(mother, birth);
  const stopped = mother.path;
  const computer = await office().signedIn('cong-dan-1');
  await computer.open('/ho-so');
  expect(computer.words).toContain('Hồ sơ đang soạn');
  await computer.open(`/nop/${slug}`);
  expect(computer.words).toContain('Bạn đang làm dở hồ sơ này');
  const resume = computer.linkTo(stopped) ?? computer.linkTo(lastAnswered(computer));
  expect(resume).toBeDefined();
  await computer.open(stopped.replace(/[^/]+$/, 'truong-hop'));
  expect(computer.form().fields.get('truong_hop')).toBe('Trẻ có cha hoặc mẹ');
  await computer.open(stopped);
  await answer(computer, birth);
  await bringPapers(computer);
  expect(computer.words).toContain('Nguyễn Minh Anh');
});

function lastAnswered(person: Person): string {
  return /href="(\/nop\/[^"]+\/trang\/[^"]+)"/.exec(person.html)?.[1] ?? '';
}

test('of one procedure and one child there is one draft, however often one begins', async () => {
  await begin(mother, slug);
  const first = draftOf(mother);
  await mother.send(`/nop/${slug}`, { subject: '' });
  expect(draftOf(mother)).toBe(first);
  await begin(mother, slug, 'Con thứ hai');
  const second = draftOf(mother);
  expect(second).not.toBe(first);
  await begin(mother, slug, '  Con thứ hai ');
  expect(draftOf(mother)).toBe(second);
  await mother.open(`/nop/${slug}`);
  expect(mother.words).toContain('Con thứ hai');
});

test('two devices that begin at the same moment get the same draft', async () => {
  const other = await office().signedIn('cong-dan-1');
  await mother.open(`/nop/${slug}`);
  await other.open(`/nop/${slug}`);
  await Promise.all([mother.fill({}, `/nop/${slug}`), other.fill({}, `/nop/${slug}`)]);
  expect(draftOf(other)).toBe(draftOf(mother));
});

test('a session that ran out in the middle loses nothing: sign in again, and go on', async () => {
  await begin(mother, slug);
  for (let page = 0; page < 5; page++) await answerPage(mother, birth);
  const page = mother.path;
  mother.loseSession();
  await answerPage(mother, birth);
  expect(mother.path).toContain('/dang-nhap?tiep=');
  await mother.signIn('cong-dan-1');
  await mother.open(page);
  expect(mother.status).toBe(200);
  await answer(mother, birth);
  await bringPapers(mother);
  expect(mother.words).toContain('Nguyễn Minh Anh');
});

test('after an hour without a word one has to sign in again', async () => {
  await begin(mother, slug);
  office().at('2026-07-14T03:01:00Z');
  await mother.open(mother.path);
  expect(mother.path).toContain('/dang-nhap');
});

test('a page saves itself while it is typed, right or wrong', async () => {
  await begin(mother, slug);
  await answerPage(mother, birth);
  const [, draft = ''] = /\/nop\/[^/]+\/([^/]+)/.exec(mother.path) ?? [];
  const saved = await mother.call('POST', `/api/v1/drafts/${draft}/pages/thong-tin-cua-ban`, {
    nyc_ho_ten: 'Nguyễn T',
    'nyc_ngay_sinh.day': '99',
  });
  expect(saved.statusCode).toBe(200);
  expect(saved.json<{ savedAt: string }>().savedAt).toBe('2026-07-14T09:00:00+07:00');
  await mother.open(mother.path);
  expect(mother.form().fields.get('nyc_ho_ten')).toBe('Nguyễn T');
  expect(mother.form().fields.get('nyc_ngay_sinh.day')).toBe('99');
});

test('the draft of somebody else looks like one that never was, whatever is tried with it', async () => {
  await begin(mother, slug);
  const theirs = draftOf(mother);
  const nobodys = '018f0000-0000-7000-8000-000000000000';
  const stranger = await office().signedIn('cong-dan-2');
  const answers = async (draft: string) => {
    const seen: [status: number, words: string][] = [];
    const note = () => seen.push([stranger.status, stranger.words]);
    for (const page of ['trang/ban-la-ai', 'giay-to', 'kiem-tra']) {
      await stranger.open(`/nop/${slug}/${draft}/${page}`);
      note();
    }
    await stranger.open('/');
    for (const deed of ['xoa', 'nop', 'trang/ban-la-ai']) {
      await stranger.send(`/nop/${slug}/${draft}/${deed}`, { declared: 'yes', delivery: 'ONLINE' });
      note();
    }
    const saved = await stranger.call('POST', `/api/v1/drafts/${draft}/pages/ban-la-ai`, {
      quan_he: 'Cha',
    });
    return [...seen, [saved.statusCode, saved.json<{ code: string }>().code]];
  };
  const found = await answers(theirs);
  expect(found.map(([status]) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  expect(found.at(-1)).toEqual([404, 'dossier.no-draft']);
  expect(found).toEqual(await answers(nobodys));
});

test('a draft that was submitted or thrown away is gone', async () => {
  await begin(mother, slug);
  const draft = draftOf(mother);
  await mother.open(`/nop/${slug}`);
  await mother.fill({}, '/xoa');
  await mother.open(`/nop/${slug}/${draft}/kiem-tra`);
  expect(mother.status).toBe(404);
});

test('an application that the law does not allow says why and cannot be submitted', async () => {
  const groom = { ...marriage, 'nam_ngay_sinh.year': '2007' };
  await begin(mother, 'dang-ky-ket-hon');
  await expect(answer(mother, groom)).rejects.toThrow(/đủ 20 tuổi/);
});

const marriage = {
  nu_ho_ten: 'Nguyễn Thị Bình',
  'nu_ngay_sinh.day': '27',
  'nu_ngay_sinh.month': '3',
  'nu_ngay_sinh.year': '1992',
  nu_so_dinh_danh: '000192000001',
  nu_lan_ket_hon: '1',
  nu_quoc_tich: 'Việt Nam',
  nu_dan_toc: 'Kinh',
  'nu_noi_cu_tru.province': '92',
  'nu_noi_cu_tru.commune': '31135',
  nam_ho_ten: 'Trần Văn Khải',
  'nam_ngay_sinh.day': '2',
  'nam_ngay_sinh.month': '9',
  nam_lan_ket_hon: '1',
};

test('a result by post needs an address', async () => {
  await begin(mother, slug);
  await answer(mother, { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' });
  await bringPapers(mother);
  await mother.fill({ delivery: 'POST', declared: 'yes' }, '/nop');
  expect(mother.status).toBe(422);
  expect(mother.words).toContain('Nhập địa chỉ nhận kết quả qua bưu chính');
  const code = await handIn(mother, {
    delivery: 'POST',
    deliveryAddress: '12 Hai Bà Trưng, Ninh Kiều',
  });
  await mother.open(`/ho-so/${code}`);
  expect(mother.words).toContain('Qua bưu chính công ích, đến: 12 Hai Bà Trưng, Ninh Kiều');
});

test('names of ten thousand letters, hidden letters and emoji are answered in words, and kept', async () => {
  await begin(mother, slug);
  await answerPage(mother, birth);
  for (const name of [
    'Nguyễn '.repeat(1500),
    'Nguyễn \u202EBình',
    'Bình 🙂',
    '<script>alert(1)</script>',
    "Robert'); drop table dossier.draft;--",
  ]) {
    await mother.fill({ nyc_ho_ten: name });
    expect(mother.status, name.slice(0, 20)).toBe(422);
    expect(mother.html).toContain('href="#nyc_ho_ten"');
    expect(mother.html).not.toContain('<script>alert(1)');
  }
  await mother.fill({ nyc_ho_ten: 'Nguyễn Thị Bình' });
  expect(mother.path).toMatch(/noi-o-cua-ban$/);
});

test('an old form is refused in words, and the draft is kept', async () => {
  await begin(mother, slug);
  const page = mother.path;
  await mother.send(page, { ...birth, _csrf: 'x'.repeat(43) });
  expect(mother.status).toBe(403);
  expect(mother.words).toContain('Bản nháp của bạn vẫn còn');
  await mother.open(page);
  expect(mother.status).toBe(200);
});

test('who has applied once may apply again', async () => {
  const quick = { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' };
  const first = await apply(mother, slug, quick);
  const second = await apply(mother, slug, quick);
  expect(second).not.toBe(first);
});

function draftOf(person: Person): string {
  return /\/nop\/[^/]+\/([0-9a-f-]{36})/.exec(person.path)?.[1] ?? '';
}

test('an address that names no draft, whatever it says, is told so and is no fault of ours', async () => {
  await begin(mother, slug);
  const [, head = '', tail = ''] = /^(.*)\/(?:[0-9a-f-]{36})(\/.*)$/.exec(mother.path) ?? [];
  for (const id of ['khong-co', '%E2%80%AE', "1'--", '00000000-0000-7000-8000-00000000000g']) {
    await mother.open(`${head}/${id}${tail}`);
    expect(mother.status).toBe(404);
    const path = mother.path;
    await mother.open('/ho-so');
    await mother.send(path, { truong_hop: 'x' });
    expect(mother.status).toBe(404);
  }
});
