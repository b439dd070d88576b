import { describe, expect, test } from 'vitest';
import { demoUnits } from '#/modules/agency/index.ts';
import { approve, forward } from '#/modules/dossier/index.ts';
import { findByCode } from '#/modules/dossier/store/index.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply, type Typing } from './apply.ts';
import { demoOffice } from './office.ts';
import { agreeToDraft, atDesk, handle, isOffered, press } from './official.ts';

const office = demoOffice();

const withoutPapers: Typing = { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' };

async function accepted(): Promise<string> {
  const code = await apply(
    await office().signedIn('cong-dan-1'),
    'dang-ky-khai-sinh',
    withoutPapers,
  );
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  return code;
}

function dossierOf(code: string) {
  return office().services.database.transaction(async (tx) => (await findByCode(tx, code))!);
}

describe('when an official is away', () => {
  test('the work that he held is his deputy’s, and nobody has to wait', async () => {
    const code = await accepted();
    await handle(office(), 'thu-ly-1', code, 'nhan-viec');
    const other = await atDesk(office(), 'lanh-dao-1', code);
    expect(other.words).toContain('Trần Quốc Việt');
    const holder = await office().signedIn('thu-ly-1');
    await holder.open('/can-bo/vang-mat');
    const colleagues = [...holder.html.matchAll(/<option value="([0-9a-f-]{36})"/g)];
    const [, deputy] = colleagues[0]!;
    const on = { day: '14', month: '7', year: '2026' };
    await holder.fill({
      'from.day': on.day,
      'from.month': on.month,
      'from.year': on.year,
      'to.day': on.day,
      'to.month': on.month,
      'to.year': on.year,
      deputy: deputy!,
    });
    expect(holder.status, holder.words).toBe(200);
    const free = await atDesk(office(), 'lanh-dao-1', code);
    expect(free.words).toContain('Trần Quốc Việt vắng mặt, ai của bộ phận cũng nhận được');
  });
});

describe('four eyes', () => {
  test('who proposed a decision never approves it', async () => {
    const code = await accepted();
    const dossier = await dossierOf(code);
    const actor = {
      accountId: '01980000-0000-7000-8000-00000000aaaa',
      personId: '01980000-0000-7000-8000-00000000aaab',
      kind: 'official' as const,
      name: 'Một người hai vai',
      posts: [
        { role: 'TU_PHAP_HO_TICH', unitId: demoUnits.justice.id },
        { role: 'LANH_DAO_UBND', unitId: demoUnits.leadership.id },
      ],
      at: office().clock.now(),
      lang: 'vi' as const,
    };
    const { database } = office().services;
    await database.transaction((tx) => forward(tx, actor, { code: dossier.code, note: null }));
    await agreeToDraft(office(), dossier.code);
    const outcome = await database.transaction((tx) => approve(tx, actor, { code: dossier.code }));
    expect(outcome).toMatchObject({ refused: 'dossier.own-proposal' });
  });
});

describe('a result that stands in the register', () => {
  test('can no longer be undone by withdrawal', async () => {
    const code = await accepted();
    for (const [account, deed] of [
      ['thu-ly-1', 'chuyen-buoc'],
      ['lanh-dao-1', 'ky-duyet'],
      ['van-thu-1', 'vao-so'],
    ] as const) {
      await handle(office(), account, code, deed);
    }
    const citizen = await (await office().signedIn('cong-dan-1')).open(`/ho-so/${code}`);
    expect(citizen.offers('/rut')).toBe(false);
    await citizen.send(`/ho-so/${code}/rut`, { reason: 'Đổi ý' });
    expect(citizen.status).toBe(409);
    expect((await dossierOf(code)).state).toBe('RESOLVED');
  });
});

describe('who is refused', () => {
  test('owes no fee for it and gets the reasons without paying', async () => {
    const late: Typing = {
      ...withoutPapers,
      'con_ngay_sinh.day': '10',
      'con_ngay_sinh.month': '3',
    };
    const code = await apply(await office().signedIn('cong-dan-1'), 'dang-ky-khai-sinh', late);
    await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
    await handle(office(), 'thu-ly-1', code, 'de-nghi-tu-choi', { reason: 'Đã đăng ký nơi khác' });
    await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
    await handle(office(), 'van-thu-1', code, 'vao-so');
    await office().settle();
    await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', {
      by: 'COUNTER',
      note: 'Người nộp',
    });
    expect((await dossierOf(code)).state).toBe('DELIVERED');
  });
});

describe('while the applicant still has time to answer', () => {
  test('nobody stops the dossier; afterwards one may', async () => {
    const code = await accepted();
    await handle(office(), 'thu-ly-1', code, 'bo-sung', {
      'muc.0.row': '1',
      'muc.0.name': 'con_noi_sinh',
      'muc.0.reason': 'incomplete',
      'muc.0.words': 'Ghi thêm địa chỉ của bệnh viện',
    });
    const early = await atDesk(office(), 'thu-ly-1', code);
    await press(early, 'dung', { reason: 'Không bổ sung' });
    expect(early.status).toBe(409);
    expect(early.words).toContain('còn thời hạn bổ sung');
    office().at('2026-08-20T02:00:00Z');
    await office().strike('dossier.lapsed');
    await handle(office(), 'thu-ly-1', code, 'dung', { reason: 'Không bổ sung trong thời hạn' });
    expect((await dossierOf(code)).state).toBe('STOPPED');
    office().at('2026-07-14T02:00:00Z');
  });

  test('the clock stands exactly while somebody else must act', async () => {
    const code = await accepted();
    expect((await dossierOf(code)).pausedAt).toBeNull();
    const late = await atDesk(office(), 'thu-ly-1', code);
    expect(isOffered(late, 'yeu-cau-nop-phi'), 'nothing is owed').toBe(false);
    await press(late, 'chuyen-buoc');
    expect((await dossierOf(code)).pausedAt, 'the applicant reads the draft').not.toBeNull();
    await agreeToDraft(office(), code);
    expect((await dossierOf(code)).pausedAt).toBeNull();
  });
});
