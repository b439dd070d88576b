import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { seedReferenceData } from '#/modules/agency/index.ts';
import type { Route, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { day } from '#/values/day.ts';
import { catalogueApi } from '../api.ts';
import { noLinks } from '../links.ts';
import { catalogueKeeper } from '../published.ts';
import { seedProcedures } from '../seed.ts';
import type { WaitingTimes } from '../waiting.ts';
import { pages } from './pages.tsx';

const database = testDatabase('procedure');
const now = new Date('2026-07-15T09:00+07:00');
const birth = { slug: 'dang-ky-khai-sinh' };

let waiting: WaitingTimes | null = null;
const links = {
  ...noLinks,
  territory: () => Promise.resolve('CT-PL1'),
  waitingTimes: () => Promise.resolve(waiting),
};
const catalogueOf = catalogueKeeper(links.usage);
const routes = [...pages(catalogueOf, links), ...catalogueApi(catalogueOf)];

beforeAll(async () => {
  const quiet = { info: () => undefined, warn: () => undefined } as never;
  await database().transaction(async (tx) => {
    await seedReferenceData(tx, now);
    await seedProcedures(tx, links, quiet, now);
  });
});

describe('the front page', () => {
  test('asks what one needs, follows a dossier, shows services and life events, and leads to a person', async () => {
    const { html } = await show('/');
    for (const part of [
      'Bạn cần làm thủ tục gì?',
      'action="/tra-cuu"',
      'Đăng ký khai sinh',
      'su-kien=sinh_con',
      'href="/tro-giup"',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('speaks English when asked', async () => {
    const { html } = await show('/', {}, {}, 'en');
    expect(html).toContain('What do you need to do?');
    expect(html).toContain('Register a birth');
  });
});

describe('the catalogue', () => {
  test('marks the words that answer and says how a slip of the finger was read', async () => {
    const { html } = await show('/dich-vu', { q: 'giay khai sjnh' });
    expect(html).toContain('<mark>khai sinh</mark>');
    expect(html).toContain('Chúng tôi hiểu “sjnh” là “sinh”.');
  });

  test('when nothing fits it says so, offers other ways and a person', async () => {
    const { html } = await show('/dich-vu', { q: 'mua vé máy bay' });
    expect(html).toContain('Chưa tìm thấy dịch vụ cho “mua vé máy bay”');
    expect(html).toContain('su-kien=sinh_con');
    expect(html).toContain('href="/tro-giup"');
  });

  test('narrows by life event, field and authority, each taken off by a link', async () => {
    const { html } = await show('/dich-vu', { 'su-kien': 'sinh_con', 'linh-vuc': 'G15-TP07' });
    expect(html).toContain('1 dịch vụ');
    expect(html).toContain('href="/dich-vu?linh-vuc=G15-TP07"');
    expect(html).toContain('href="/dich-vu?su-kien=sinh_con"');
  });

  test('shows hostile text as text', async () => {
    const { html } = await show('/dich-vu', {
      q: '<script>alert(1)</script>',
      trang: '-1',
      'su-kien': '"><b>',
    });
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('"><b>');
  });
});

describe('the start page of a service', () => {
  test('tells papers, time, money, where and what one receives', async () => {
    const { html } = await show('/dich-vu/:slug', {}, birth);
    for (const part of [
      'Giấy chứng sinh',
      'Thực tế gần đây',
      'Bao nhiêu tiền',
      'href="/nop/dang-ky-khai-sinh"',
      'href="/dich-vu/dang-ky-khai-sinh/kiem-tra"',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('has the seven compulsory parts and the legal bases on its second tab', async () => {
    const { html } = await show('/dich-vu/:slug', { xem: 'day-du' }, birth);
    for (const part of [
      '1. Tên',
      '2. Trình tự',
      '3. Cách thức',
      '4. Thành phần',
      '5. Thời hạn',
      '6. Đối tượng',
      '7. Cơ quan',
      '60/2014/QH13',
      'SHA-256',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('admits that there are too few figures', async () => {
    waiting = { counted: 9, since: day(2026, 5, 1), hours: { p50: 1, p80: 1, p95: 1 } };
    const { html } = await show('/dich-vu/:slug', {}, birth);
    expect(html).toContain('Chưa đủ số liệu: cần ít nhất 10 hồ sơ đã xong, nay có 9.');
  });

  test('names the percentiles of real waits', async () => {
    waiting = { counted: 10, since: day(2026, 5, 1), hours: { p50: 5.2, p80: 26, p95: 70 } };
    const { html } = await show('/dich-vu/:slug', {}, birth);
    expect(html).toContain('Một nửa số người nhận kết quả trong 6 giờ.');
    expect(html).toContain('8 trên 10 người: trong 2 ngày.');
    expect(html).toContain('19 trên 20 người: trong 3 ngày.');
  });

  test('is not there for an unknown procedure', async () => {
    expect(await run('/dich-vu/:slug', {}, { slug: 'khong-co' })).toEqual({
      refused: 'procedure.unknown',
    });
  });
});

describe('the quick check', () => {
  const path = '/dich-vu/:slug/kiem-tra';
  const right = {
    _asked: 'da_dang_ky_khai_sinh con_ngay_sinh truong_hop giay_chung_sinh uy_quyen cach_nop',
    da_dang_ky_khai_sinh: 'Không',
    'con_ngay_sinh.day': '1',
    'con_ngay_sinh.month': '3',
    'con_ngay_sinh.year': '2026',
    truong_hop: 'Trẻ có cha hoặc mẹ',
    giay_chung_sinh: 'Có bản giấy hoặc bản chụp',
    uy_quyen: 'Không',
    cach_nop: 'DIRECT',
  };

  test('begins with questions and holds nothing against anybody', async () => {
    const { html, status } = await show(path, {}, birth);
    expect(status).toBe(200);
    expect(html).toContain('Ngày sinh của cháu');
    expect(html).not.toContain('role="alert"');
  });

  test('keeps what was typed when something is missing, and says what', async () => {
    const { html, status } = await show(path, { ...right, 'con_ngay_sinh.month': '13' }, birth);
    expect(status).toBe(422);
    expect(html).toContain('role="alert"');
    expect(html).toContain('value="13"');
  });

  test('tells papers, fee and time with their legal bases', async () => {
    const { html } = await show(path, right, birth);
    for (const part of [
      'Bạn có thể nộp',
      'Tờ khai đăng ký khai sinh',
      'Giấy chứng sinh',
      '8.000 đ',
      'Căn cứ: Nghị quyết 10/2022/NQ-HĐND',
      'Trong ngày',
      'href="/nop/dang-ky-khai-sinh"',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('explains why one cannot apply, and then offers no way to apply', async () => {
    const { html } = await show(path, { ...right, da_dang_ky_khai_sinh: 'Có' }, birth);
    expect(html).toContain('Bạn chưa nộp được thủ tục này');
    expect(html).toContain('Căn cứ: Luật Hộ tịch 2014, Điều 5');
    expect(html).not.toContain('href="/nop/');
  });

  test('opens the questions again with the answers in them', async () => {
    const { html, status } = await show(path, { ...right, sua: '1' }, birth);
    expect(status).toBe(200);
    expect(html).toContain('value="2026"');
    expect(html).toContain('Xem kết quả');
  });

  test('works for every procedure that has one, from its blank form', async () => {
    const catalogue = await database().transaction((tx) => catalogueOf(tx, now));
    for (const { facts } of catalogue.all) {
      expect((await show(path, {}, { slug: facts.slug })).status).toBe(200);
      expect((await show(path, { _asked: '' }, { slug: facts.slug })).html).toContain('<h1>');
    }
  });
});

describe('the list of versions', () => {
  test('shows for each version when it holds, its hash and whether its examples hold', async () => {
    const { html } = await show('/quan-tri/thu-tuc');
    expect(html).toContain('Đang có hiệu lực');
    expect(html).toContain('13/13 đúng');
  });

  test('is for administrators only, everything else is public', () => {
    const closed = routes.filter((route) => route.access.join() !== 'anyone');
    expect(closed.map(({ path, access }) => [path, access])).toEqual([
      ['/quan-tri/thu-tuc', ['admin']],
    ]);
  });
});

describe('the catalogue for programs', () => {
  test('gives every service once, page by page', async () => {
    const slugs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call('/api/v1/services', { limit: 5, ...(cursor && { cursor }) });
      slugs.push(...(page['items'] as { slug: string }[]).map(({ slug }) => slug));
      cursor = (page['next'] as string | null) ?? undefined;
    } while (cursor !== undefined);
    const { all } = await database().transaction((tx) => catalogueOf(tx, now));
    expect(slugs).toEqual(all.map(({ facts }) => facts.slug));
  });

  test('searches as the page does', async () => {
    const { items } = await call('/api/v1/services', { limit: 5, q: 'xin phep xay nha' });
    expect((items as { slug: string }[])[0]?.slug).toBe('cap-phep-xay-dung-nha-o-rieng-le');
  });

  test('takes a made-up cursor for the beginning', async () => {
    const { items } = await call('/api/v1/services', { limit: 5, cursor: 'zzzz' });
    expect(items).toHaveLength(5);
  });

  test('gives all that is published of one service, and 404 for none', async () => {
    const { service, version } = await call('/api/v1/services/:slug', {}, birth);
    expect(service).toMatchObject({ code: '1.001193', slug: 'dang-ky-khai-sinh' });
    expect(version).toMatchObject({ no: 1, effectiveFrom: '2025-07-01' });
    expect(await run('/api/v1/services/:slug', {}, { slug: 'khong-co' })).toEqual({
      refused: 'procedure.unknown',
    });
  });
});

type Query = Record<string, string | number>;

async function show(
  path: string,
  query: Query = {},
  params: Record<string, string> = {},
  lang: 'vi' | 'en' = 'vi',
) {
  const outcome = await run(path, query, params, lang);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  const { view, status } = outcome as unknown as { view: VNode; status?: number };
  return { html: renderToString(view), status: status ?? 200 };
}

async function call(path: string, query: Query, params: Record<string, string> = {}) {
  return (await run(path, query, params)) as Record<string, unknown>;
}

function run(
  path: string,
  query: Query,
  params: Record<string, string>,
  lang: 'vi' | 'en' = 'vi',
): Promise<object | Refusal> {
  const route = routes.find((one) => one.path === path) as Exclude<
    Route,
    { kind: 'raw' | 'program' }
  >;
  const visit = {
    actor: null,
    lang,
    path,
    params,
    query,
    csrf: '',
    look: { large: false, contrast: false, theme: 'auto' },
    now,
    isDemo: true,
    body: undefined,
  } as unknown as Visit;
  return database().transaction(
    (tx) => route.handle(tx, visit as never, {}) as Promise<object | Refusal>,
  );
}
