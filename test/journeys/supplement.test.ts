import { beforeAll, describe, expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { atDesk, handle, isOffered, press, rowOf } from './official.ts';
import { letter } from './letter.ts';
import { canReadPdf } from './pdf-words.ts';
import { photoOfPaper } from './photo.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
const birthNotice = '000.00.00.G15-KQ004389';

/** What a clerk asks for: the paper again, and the place of birth. */
const points = {
  [`giay-${birthNotice}`]: 'yes',
  [`giay-${birthNotice}-ly-do`]: 'unreadable',
  [`giay-${birthNotice}-loi`]: 'Chụp lại cho rõ dấu của bệnh viện',
  'muc.0.name': 'con_noi_sinh',
  'muc.0.reason': 'incomplete',
  'muc.0.words': 'Ghi thêm địa chỉ của bệnh viện',
  words: 'Xin bổ sung hai điểm sau.',
};

async function request(account: string, code: string, fields: Readonly<Record<string, string>>) {
  const official = await atDesk(office(), account, code);
  await official.open(official.linkTo('/bo-sung')!);
  if ('muc.0.name' in fields) await official.fill({ _do: 'add:muc' }, '/bo-sung');
  await official.fill(fields, '/bo-sung');
  return official;
}

describe('a supplement that is requested while the dossier is handled', () => {
  let code = '';
  beforeAll(async () => {
    code = await apply(await office().signedIn('cong-dan-1'), slug, birth);
    office().at('2026-07-14T03:00:00Z');
    await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  });

  test('a request that names nothing, or gives no reason, comes back', async () => {
    const empty = await request('thu-ly-1', code, {});
    expect(empty.status).toBe(422);
    const { [`giay-${birthNotice}-loi`]: _words, ...unreasoned } = points;
    const vague = await request('thu-ly-1', code, unreasoned);
    expect(vague.status).toBe(422);
    expect(vague.words).toContain('Ghi rõ cần làm gì với “Giấy chứng sinh”');
  });

  test('the request goes out with all points at once and stops the clock', async () => {
    office().at('2026-07-14T04:00:00Z');
    const clerk = await request('thu-ly-1', code, points);
    expect(clerk.status).toBe(200);
    expect(clerk.words).toContain('Đang tạm dừng tính hạn');
    const mother = await office().signedIn('cong-dan-1');
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Bạn cần bổ sung 2 mục');
    expect(mother.words).toContain('Hãy bổ sung trước 17 giờ 00, 13/08/2026');
    await mother.open('/hop-thu');
    expect(mother.words).toContain(`Mã hồ sơ: ${code}. Mở hồ sơ để xem từng mục cần bổ sung`);
  });

  test('the letter names both points in the words of the clerk', async () => {
    await office().settle();
    const mother = await office().signedIn('cong-dan-1');
    await mother.open(`/ho-so/${code}`);
    const words = await letter(mother, 'Phiếu yêu cầu bổ sung');
    if (!canReadPdf) return;
    for (const said of ['Chụp lại cho rõ dấu của bệnh viện', 'Ghi thêm địa chỉ của bệnh viện'])
      expect(words).toContain(said);
  });

  test('while it is with the applicant, officials are offered nothing but to stop it', async () => {
    const clerk = await atDesk(office(), 'thu-ly-1', code);
    for (const deed of ['chuyen-buoc', 'bo-sung', 'de-nghi-tu-choi', 'gia-han'] as const)
      expect(isOffered(clerk, deed), deed).toBe(false);
    expect(isOffered(clerk, 'dung')).toBe(true);
  });

  test('it cannot be sent back half done', async () => {
    office().at('2026-07-15T02:00:00Z');
    const mother = await office().signedIn('cong-dan-1');
    await mother.open(`/ho-so/${code}/bo-sung`);
    for (const said of [
      'Chụp lại cho rõ dấu của bệnh viện',
      'Ghi thêm địa chỉ của bệnh viện',
      'Xin bổ sung hai điểm sau.',
    ]) {
      expect(mother.words).toContain(said);
    }
    expect(mother.form('/bo-sung').fields.get('con_noi_sinh.name')).toBe(
      'Bệnh viện Phụ sản thành phố Cần Thơ',
    );
    await mother.fill({ 'con_noi_sinh.name': '', _certified: 'yes' }, '/bo-sung');
    expect(mother.status).toBe(422);
    await mother.fill(
      {
        'con_noi_sinh.name': 'Bệnh viện Phụ sản',
        'con_noi_sinh.detail': '106 Cách Mạng Tháng Tám',
        _certified: 'yes',
      },
      '/bo-sung',
    );
    expect(mother.status, 'the paper is still the old one').toBe(409);
    expect(mother.words).toContain('Còn thiếu: Chụp lại cho rõ dấu của bệnh viện');
  });

  test('sent complete, the clock goes on with the working time that was left', async () => {
    const mother = await office().signedIn('cong-dan-1');
    await mother.open(`/ho-so/${code}/bo-sung`);
    await mother.upload(`/${birthNotice}?`, [await photoOfPaper('chup-lai')]);
    expect(mother.words).toContain('Đã thay');
    await mother.fill(
      { 'con_noi_sinh.detail': '106 Cách Mạng Tháng Tám', _certified: 'yes' },
      '/bo-sung',
    );
    expect(mother.path).toBe(`/ho-so/${code}`);
    expect(mother.words).toContain('106 Cách Mạng Tháng Tám');
    // Asked at 11:00 with 4 working hours left of the day, answered next morning at 9:00: 11:30, then 13:30 to 15:00.
    expect(mother.words).toContain('Hẹn trả kết quả 15 giờ 00, 15/07/2026');
    expect(mother.words).toContain('Đang thẩm tra');
  });

  test('the officials see what is new, and the news goes away when they look', async () => {
    const clerk = await office().signedIn('thu-ly-1');
    await clerk.open('/can-bo');
    expect(rowOf(clerk, code)).toContain('Đã bổ sung');
    await clerk.open(`/can-bo/ho-so/${code}`);
    expect(clerk.words).toContain('106 Cách Mạng Tháng Tám');
    await clerk.open('/can-bo');
    expect(rowOf(clerk, code)).not.toContain('Đã bổ sung');
  });

  test('a second request is only proposed; it goes out when a superior allows it', async () => {
    const clerk = await request('thu-ly-1', code, {
      [`giay-${birthNotice}`]: 'yes',
      [`giay-${birthNotice}-ly-do`]: 'unreadable',
      [`giay-${birthNotice}-loi`]: 'Vẫn chưa rõ dấu',
    });
    expect(clerk.words).toContain('Đã trình lãnh đạo');
    const mother = await office().signedIn('cong-dan-1');
    await mother.open(`/ho-so/${code}`);
    expect(mother.words, 'nothing was sent yet').not.toContain('Bạn cần bổ sung');
    const leader = await atDesk(office(), 'lanh-dao-1', code);
    await press(leader, 'cho-bo-sung');
    expect(leader.status).toBe(200);
    await mother.open(`/ho-so/${code}`);
    expect(mother.words).toContain('Bạn cần bổ sung 1 mục');
  });
});

test('a supplement before acceptance leaves the counter the hours that it had left', async () => {
  office().at('2026-07-14T02:00:00Z');
  const mother = await office().signedIn('cong-dan-1');
  const code = await apply(mother, slug, birth);
  office().at('2026-07-14T04:00:00Z');
  await request('mot-cua-1', code, {
    [`giay-${birthNotice}`]: 'yes',
    [`giay-${birthNotice}-ly-do`]: 'unreadable',
    [`giay-${birthNotice}-loi`]: 'Chụp lại',
  });
  office().at('2026-07-20T01:00:00Z');
  const later = await office().signedIn('cong-dan-1');
  await later.open(`/ho-so/${code}/bo-sung`);
  await later.upload(`/${birthNotice}?`, [await photoOfPaper('ro-hon')]);
  await later.fill({ _certified: 'yes' }, '/bo-sung');
  await later.open(`/ho-so/${code}`);
  expect(later.words).toContain('Đã bổ sung, chờ tiếp nhận');
  // Of eight working hours two had passed; Monday 8:00 and six hours are 16:00.
  expect(later.words).toContain('Hạn 16 giờ 00, 20/07/2026');
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
});
