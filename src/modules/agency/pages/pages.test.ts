import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts, findPersonByPersonalId, registerPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemActor, type Body, type Visit } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { rolledBack, testDatabase } from '../../../../test/database/fixture.ts';
import {
  calendarOf,
  demoUnits,
  grantDemoPosts,
  postsOf,
  seedDemoUnits,
  seedReferenceData,
} from '../index.ts';
import { pages } from './pages.ts';

const database = testDatabase('agency');
const now = new Date('2026-11-20T02:00:00Z');

beforeAll(() =>
  database().transaction(async (tx) => {
    await seedReferenceData(tx, now);
    await seedDemoUnits(tx, now);
    for (const { person } of demoAccounts) await registerPerson(tx, person, now);
    await grantDemoPosts(tx, now);
  }),
);

/** Answers like the server, for the demo account of a name: the page as text, or where it leads. */
async function visitPage(
  tx: Tx,
  account: string,
  [method, path]: readonly ['GET' | 'POST', string],
  more: { params?: Record<string, string>; query?: Record<string, string>; body?: Body } = {},
): Promise<string> {
  const route = pages().find((each) => each.method === method && each.path === path);
  if (route?.kind !== 'page') throw new Error(`No page ${path}`);
  const outcome = await route.handle(tx, await visitOf(tx, account, path, more), more.body ?? {});
  if (isRefusal(outcome)) return outcome.refused;
  if ('aside' in outcome) throw new Error(`${path} takes long`);
  if ('goTo' in outcome) return `${outcome.goTo} ${outcome.notice}`;
  return `${outcome.status ?? 200} ${renderToString(outcome.view)}`;
}

async function visitOf(
  tx: Tx,
  account: string,
  path: string,
  { params = {}, query = {} }: { params?: Record<string, string>; query?: Record<string, string> },
): Promise<Visit> {
  const personId = await personOf(tx, account);
  const posts = await postsOf(tx, personId, now);
  return {
    actor: { ...systemActor(now), kind: 'official', personId, posts },
    lang: 'vi',
    path,
    params,
    query,
    csrf: 'csrf',
    address: '127.0.0.1',
    look: { large: false, contrast: false, theme: 'auto' },
    now,
    isDemo: true,
  };
}

async function personOf(tx: Tx, account: string): Promise<string> {
  const { person } = demoAccounts.find(({ name }) => name === account)!;
  return (await findPersonByPersonalId(tx, person.personalId!))!.id;
}

describe('the page of offices', () => {
  const page = ['GET', '/quan-tri/co-quan'] as const;

  it('shows every office with hours and officials', async () => {
    const html = await database().transaction((tx) => visitPage(tx, 'quan-tri', page));
    for (const words of [
      'Trung tâm Phục vụ hành chính công phường Ninh Kiều',
      'H13.32.1',
      'Phạm Thị Mai Lan',
      'Tiếp nhận hồ sơ',
      'Thứ Hai – Thứ Sáu: 7:00–11:30, 13:30–17:00',
      'Thứ Bảy: 7:00–11:30',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('shows the year’s days off and which await confirmation', async () => {
    const html = await database().transaction((tx) => visitPage(tx, 'quan-tri', page));
    expect(html).toContain('Thứ Ba, 24/11/2026');
    expect(html).toContain('Chờ xác nhận, chưa áp dụng');
    expect(html).toContain('/quan-tri/co-quan/ngay/2026-11-24');
    expect(html).not.toContain('/quan-tri/co-quan/ngay/2026-09-02');
  });

  it('shows another year when asked, and the present one for nonsense', async () => {
    await database().transaction(async (tx) => {
      const of = (nam: string) => visitPage(tx, 'quan-tri', page, { query: { nam } });
      expect(await of('2027')).toContain('Tết Đinh Mùi');
      expect(await of('2027')).toContain('tạm tính');
      expect(await of('<script>')).toContain('năm 2026');
      expect(await of('1999')).toContain('năm 2026');
    });
  });
});

describe('the page that decides on a day', () => {
  const show = ['GET', '/quan-tri/co-quan/ngay/:on'] as const;
  const submit = ['POST', '/quan-tri/co-quan/ngay/:on'] as const;
  const look = ['GET', '/quan-tri/co-quan/lich/:id'] as const;
  const apply = ['POST', '/quan-tri/co-quan/lich/:id/ap-dung'] as const;
  const drop = ['POST', '/quan-tri/co-quan/lich/:id/bo'] as const;
  const params = { on: '2026-11-24' };

  it('asks what the day is and by which document, and keeps what was typed', async () => {
    await database().transaction(async (tx) => {
      expect(await visitPage(tx, 'quan-tri', show, { params })).toContain('Ngày Văn hóa Việt Nam');
      const answer = { params, body: { source: '<b>Luật</b>' } };
      const html = await visitPage(tx, 'quan-tri', submit, answer);
      expect(html).toMatch(/^422 /);
      expect(html).toContain('Chọn ngày nghỉ hoặc ngày làm việc');
      expect(html).toContain('&lt;b>Luật&lt;/b>');
    });
  });

  it('leads to what it moves, and makes it a day off once that is applied', async () => {
    await rolledBack(database(), async (tx) => {
      const body = { outcome: 'off', source: 'Luật sửa đổi Bộ luật Lao động' };
      const proposed = await visitPage(tx, 'quan-tri', submit, { params, body });
      const [, id] = /^\/quan-tri\/co-quan\/lich\/(\S+)/.exec(proposed)!;
      const html = await visitPage(tx, 'quan-tri', look, { params: { id: id! } });
      for (const words of [
        'Chưa áp dụng',
        'Luật sửa đổi Bộ luật Lao động',
        'Không hồ sơ nào đổi hạn',
      ])
        expect(html).toContain(words);
      expect(await visitPage(tx, 'quan-tri', apply, { params: { id: id! } })).toContain(
        'Đã áp dụng',
      );
      expect(await visitPage(tx, 'quan-tri', drop, { params: { id: id! } })).toBe(
        'agency.change-settled',
      );
      const calendar = await calendarOf(tx, demoUnits.oneStop.id, now);
      expect(calendar.isWorkingDay('2026-11-24' as never)).toBe(false);
    });
  });

  it.each(['2026-09-02', '2026-11-25', 'mai', '2026-02-30'])(
    'knows no decision on %s',
    async (on) => {
      const outcome = await database().transaction((tx) =>
        visitPage(tx, 'quan-tri', show, { params: { on } }),
      );
      expect(outcome).toBe('agency.no-such-day');
    },
  );
});

describe('the page of one’s own absences', () => {
  const show = ['GET', '/can-bo/vang-mat'] as const;
  const submit = ['POST', '/can-bo/vang-mat'] as const;
  const comeBack = ['POST', '/can-bo/vang-mat/tro-lai'] as const;
  const from = { 'from.day': '23', 'from.month': '11', 'from.year': '2026' };
  const to = { 'to.day': '25', 'to.month': '11', 'to.year': '2026' };

  it('offers colleagues of the same agency, not the police, not oneself', async () => {
    const html = await database().transaction((tx) => visitPage(tx, 'thu-ly-1', show));
    expect(html).toContain('Bạn chưa báo vắng mặt ngày nào');
    expect(html).toContain('Võ Minh Nhật');
    expect(html).not.toContain('Lâm Thanh Sơn');
    expect(html).not.toContain('Trần Quốc Việt');
  });

  it('takes a report, shows it, and ends it', async () => {
    await rolledBack(database(), async (tx) => {
      const deputy = await personOf(tx, 'thu-ly-2');
      const body = { ...from, ...to, deputy };
      expect(await visitPage(tx, 'thu-ly-1', submit, { body })).toBe(
        '/can-bo/vang-mat Đã báo vắng mặt từ 23/11/2026 đến hết 25/11/2026',
      );
      expect(await visitPage(tx, 'thu-ly-1', show)).toContain('Người làm thay: Võ Minh Nhật');
      expect(await visitPage(tx, 'thu-ly-1', comeBack, { body: { from: '2026-11-23' } })).toContain(
        'Bạn được coi là có mặt',
      );
      expect(await visitPage(tx, 'thu-ly-1', show)).toContain('Bạn chưa báo vắng mặt ngày nào');
    });
  });

  it('says at the right question what is wrong', async () => {
    await rolledBack(database(), async (tx) => {
      const turned = { 'from.day': '26', 'from.month': '11', 'from.year': '2026', ...to };
      expect(await visitPage(tx, 'thu-ly-1', submit, { body: turned })).toContain(
        'href="#to">Ngày cuối của đợt vắng mặt phải từ ngày đầu trở đi',
      );
      await visitPage(tx, 'thu-ly-1', submit, { body: { ...from, ...to } });
      expect(await visitPage(tx, 'thu-ly-1', submit, { body: { ...from, ...to } })).toContain(
        'đã có một đợt vắng mặt',
      );
      const stranger = { ...from, ...to, deputy: 'nobody' };
      expect(await visitPage(tx, 'thu-ly-1', submit, { body: stranger })).toMatch(/^422 /);
      expect(await visitPage(tx, 'thu-ly-1', submit)).toMatch(/^422 /);
      expect(await visitPage(tx, 'thu-ly-1', comeBack, { body: { from: 'x' } })).toBe(
        'agency.no-such-absence',
      );
    });
  });
});
