import { beforeAll, describe, expect, test } from 'vitest';
import { identify } from '#/app/identify.ts';
import { grantPost } from '#/modules/agency/index.ts';
import type { Day } from '#/values/day.ts';
import { story } from '../../../../../test/journeys/answers/chung-thuc-ban-sao.ts';
import { apply } from '../../../../../test/journeys/apply.ts';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import { atDesk, handle, isOffered, rowOf } from '../../../../../test/journeys/official.ts';
import { typingOf } from '../../../../../test/journeys/type-answers.ts';

const office = demoOffice();
const slug = 'chung-thuc-ban-sao';

let codes: string[];

beforeAll(async () => {
  const applicant = await office().signedIn(story.applicant);
  const typing = await typingOf(office(), slug, story);
  codes = [
    await apply(applicant, slug, typing, { subject: 'a' }),
    await apply(applicant, slug, typing, { subject: 'b' }),
  ];
  for (const code of codes) await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
});

describe('money at the counter', () => {
  test('a transfer needs the reference of the bank; the same reference never pays twice', async () => {
    const cashier = await atDesk(office(), 'mot-cua-1', codes[0]!);
    expect(cashier.words).toContain('Thu tiền mặt 19.000');
    const form = transferForm(cashier.html);
    await cashier.send(form.action, form.fields);
    expect(cashier.status).toBe(422);
    expect(cashier.words).toContain('Nhập số tham chiếu trên sao kê');
    await cashier.send(form.action, { ...form.fields, [form.reference]: 'FT26195000001' });
    expect(cashier.words).toContain('Đã ghi nhận tiền và lập biên lai');
    expect(cashier.words).toMatch(/Biên lai \S+ số 1/);
    await cashier.open(`/can-bo/ho-so/${codes[1]}`);
    const other = transferForm(cashier.html);
    await cashier.send(other.action, { ...other.fields, [other.reference]: 'FT26195000001' });
    expect(cashier.status).toBe(409);
  });

  test('freeing somebody of a fee needs a ground of law', async () => {
    const cashier = await atDesk(office(), 'mot-cua-1', codes[1]!);
    await cashier.fill({}, '/mien-phi');
    expect(cashier.status).toBe(422);
    const ground = [...cashier.form('/mien-phi').names].find((name) => name.startsWith('ground-'))!;
    await cashier.fill({ [ground]: 'Hộ nghèo, Thông tư 226/2016/TT-BTC' }, '/mien-phi');
    expect(cashier.words).toContain('Được miễn Hộ nghèo, Thông tư 226/2016/TT-BTC');
  });

  test('who does not collect is offered no money, and a made-up demand is refused', async () => {
    const clerk = await atDesk(office(), 'van-thu-1', codes[0]!);
    expect(clerk.offers('/thu-phi')).toBe(false);
    for (const demand of ['x', '018f0000-0000-7000-8000-000000000000']) {
      await clerk.send(`/can-bo/ho-so/${codes[0]}/thu-phi`, { demand, method: 'cash' });
      expect(clerk.status).toBe(404);
      await clerk.send(`/can-bo/ho-so/${codes[0]}/mien-phi`, { demand, [`ground-${demand}`]: 'x' });
      expect(clerk.status).toBe(404);
    }
  });
});

describe('handing work over', () => {
  test('is offered to colleagues of the post only; the colleague finds it as new work', async () => {
    await makeColleague('thu-ly-1', 'ninh-kieu-van-thu', 'VAN_PHONG');
    const clerk = await atDesk(office(), 'van-thu-1', codes[0]!);
    await clerk.open(`/can-bo/ho-so/${codes[0]}/chuyen-giao`);
    const offered = [...clerk.form('/chuyen-giao').choices.get('to')!];
    const names = offered.map((value) => nameOf(clerk.html, value));
    expect(names).toContain('Trần Quốc Việt');
    expect(names).not.toContain('Huỳnh Văn Thành');
    await clerk.fill({ note: 'Nhờ anh xem' }, '/chuyen-giao');
    expect(clerk.status, 'nobody was chosen').toBe(422);
    expect(clerk.form('/chuyen-giao').fields.get('note')).toBe('Nhờ anh xem');
    const to = offered.find((value) => nameOf(clerk.html, value) === 'Trần Quốc Việt')!;
    await clerk.fill({ to }, '/chuyen-giao');
    expect(clerk.words).toContain('Nhờ anh xem');
    expect(clerk.words).toContain('Trần Quốc Việt đang xử lý hồ sơ này');
    expect(isOffered(clerk, 'chuyen-buoc')).toBe(false);
    const colleague = await office().signedIn('thu-ly-1');
    await colleague.open('/can-bo?hang=cua-toi');
    expect(rowOf(colleague, codes[0]!)).toContain('Mới được giao');
  });

  test('to somebody who has no such post is refused, whoever asks', async () => {
    const leader = await office().signedIn('lanh-dao-1');
    const { accountId } = (await office().services.database.transaction((tx) =>
      identify(tx, leader.session, office().clock.now(), 'vi'),
    ))!;
    const clerk = await atDesk(office(), 'van-thu-1', codes[1]!);
    await clerk.send(`/can-bo/ho-so/${codes[1]}/chuyen-giao`, { to: accountId });
    expect(clerk.status).toBe(422);
    await clerk.send('/can-bo/hang-loat', {
      act: 'assign',
      pick: codes[1]!,
      to: accountId,
      tu: '',
    });
    expect(clerk.words).toContain('Không tìm thấy người được giao');
  });
});

/** The form that records a transfer, which stands beside the one for cash. */
function transferForm(html: string) {
  const demand = /name="demand" value="([^"]+)"/.exec(html)![1]!;
  const action = /action="([^"]+\/thu-phi)"/.exec(html)![1]!;
  return {
    action,
    fields: { demand, method: 'transfer' },
    reference: `reference-${demand}`,
  };
}

/** The words of a choice. */
function nameOf(html: string, value: string): string | undefined {
  return new RegExp(`<option value="${value}"[^>]*>([^<]*)<`).exec(html)?.[1];
}

/** Gives the official of a demo account one more post. */
async function makeColleague(account: string, unitKey: string, role: string): Promise<void> {
  const { session } = await office().signedIn(account);
  await office().services.database.transaction(async (tx) => {
    const at = office().clock.now();
    const { personId } = (await identify(tx, session, at, 'vi'))!;
    return grantPost(tx, {
      personId,
      unitKey,
      role,
      title: 'Công chức',
      from: '2026-01-01' as Day,
      at,
    });
  });
}
