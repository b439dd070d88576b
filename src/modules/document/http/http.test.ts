import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { keysFrom } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { openFolder } from '#/platform/files/index.ts';
import { buildWeb, cookieNames, get, httpRefusals, systemActor } from '#/platform/http/index.ts';
import type { Rendering, Shown, Visit } from '#/platform/http/index.ts';
import { openJobs, type JobQueue } from '#/platform/jobs/index.ts';
import { openLog } from '#/platform/log.ts';
import type { Mount, Services } from '#/platform/module.ts';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import * as sample from '../darkroom/samples/sample-files.ts';
import { sampleData } from '../forms/sample-data.ts';
import { findIssued, findPaper, movePapers, PaperCard } from '../index.ts';
import { requestPrint, requestResult, type Paper } from '../index.ts';
import { mount } from '../mount.ts';

const database = testDatabase('document');
const folder = mkdtempSync(join(tmpdir(), 'document-http-'));
const papersmith = createPapersmith();
const log = openLog('silent');
const [mine, theirs, filed, submitted] = [newId(), newId(), newId(), newId()];
/** How often the gate still lets the dossier be changed that is submitted while an upload is on its way. */
let changesLeft = 0;
const names = cookieNames(false);
let services: Services;
let mounted: Mount;
let queue: JobQueue;
let web: FastifyInstance;
let base: string;
let csrf: string;
let cookies: string;

function shown(title: string, view: VNode = h('p', null)): Shown {
  return { title, view, layout: 'bare' };
}

const rendering: Rendering = {
  page: (shown) => `<h1>${shown.title}</h1>${renderToString(shown.view)}`,
  refusal: (refusal) => shown(refusal.refused),
  notFound: () => shown(''),
  forbidden: () => shown(''),
  staleForm: () => shown('stale'),
  unreadable: ({ refused }) => refused,
  failure: (incident) => incident,
  outage: () => 'outage',
};

beforeAll(async () => {
  queue = openJobs(database().url, log);
  services = {
    config: readConfig({ CQS_PUBLIC_URL: 'http://localhost' }),
    database: database(),
    clock: systemClock,
    jobs: queue,
    files: openFolder(folder),
    keys: keysFrom(Buffer.alloc(32, 7)),
    log,
    papersmith,
  };
  mounted = mount(services, {
    ownerGate: (_tx, actor, owner, matter, change) => {
      if (matter === 'draft' && actor.kind === 'citizen') return Promise.resolve(null);
      if (change?.paper === 'KHONG_CO') return Promise.resolve(null);
      if (owner === submitted) return Promise.resolve(changesLeft-- > 0 ? 'write' : 'read');
      return Promise.resolve(owner === mine ? 'write' : owner === filed ? 'read' : null);
    },
  });
  const card = async (tx: Tx, visit: Visit) => {
    const [code, name] = ['GCS', text('Giấy chứng sinh', 'Birth notice')];
    const paper = await findPaper(tx, mine, code);
    const place = { visit, owner: mine, code, name, isNeeded: true, back: '/the', isOpen: true };
    return shown(visit.csrf, h(PaperCard, { ...place, paper }) as VNode);
  };
  web = await buildWeb({
    routes: [...mounted.routes, get('/the', ['anyone'], card)],
    refusals: { ...httpRefusals, ...mounted.refusals },
    database: database(),
    clock: systemClock,
    keys: services.keys,
    log,
    isHttps: false,
    isDemo: false,
    trustProxy: false,
    identify: (_tx, token, at) =>
      Promise.resolve({
        ...systemActor(at),
        kind: token === 'citizen' ? 'citizen' : 'official',
        posts: token === 'clerk' ? [{ unitId: newId(), role: 'VAN_THU' }] : [],
      }),
    rendering,
    signInPath: (path) => `/dang-nhap?tiep=${path}`,
  });
  await web.listen({ port: 0, host: '127.0.0.1' });
  base = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
  const first = await fetch(`${base}/the`, { headers: { cookie: `${names.session}=citizen` } });
  csrf = /<h1>([^<]+)/.exec(await first.text())![1]!;
  const visitor = first.headers.getSetCookie().find((cookie) => cookie.startsWith(names.visitor))!;
  cookies = `${names.session}=citizen; ${visitor.split(';')[0]}`;
});

afterAll(async () => {
  await web.close();
  await queue.close();
  papersmith.close();
  rmSync(folder, { recursive: true });
});

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; duplex?: 'half' };

function go(path: string, init: Init = {}): Promise<Response> {
  const headers = { cookie: cookies, ...init.headers };
  return fetch(`${base}${path}`, { redirect: 'manual', ...init, headers });
}

function form(files: Record<string, Uint8Array>): FormData {
  const data = new FormData();
  data.set('khac', 'x');
  for (const [name, bytes] of Object.entries(files))
    data.append('tep', new Blob([new Uint8Array(bytes)]), name);
  return data;
}

function send(owner: string, files: Record<string, Uint8Array>, paper = 'GCS'): Promise<Response> {
  return go(`/giay-to/${owner}/${paper}?_csrf=${csrf}&ve=/the`, {
    method: 'POST',
    body: form(files),
  });
}

function act(path: string): Promise<Response> {
  return go(path, { method: 'POST', body: new URLSearchParams({ _csrf: csrf, ve: '/the' }) });
}

function see(owner: string, paper = 'GCS'): Promise<Paper | undefined> {
  return database().transaction((tx) => findPaper(tx, owner, paper));
}

describe('a citizen without scripts', () => {
  test('sends a photo and a PDF in one go, sees them, turns a page, and gets one PDF', async () => {
    const pdf = await (await sample.textPdf(2)).save();
    const sent = await send(mine, { 'IMG 1.HEIC': sample.heicPhoto(), 'đơn.pdf': pdf });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/the']);
    const paper = await see(mine);
    expect(paper).toMatchObject({ state: 'ready', bound: { pages: 3 } });
    const card = await (await go('/the')).text();
    expect(card).toContain('Đã đủ');
    expect(card).toContain('IMG 1.HEIC');
    const [photo] = paper!.files;
    const picture = await go(`/tep/${photo!.id}/trang/1`);
    expect([picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([
      'image/jpeg',
      'private, no-cache',
    ]);
    const turned = await act(`/tep/${photo!.id}/trang/1/xoay`);
    expect(turned.status).toBe(303);
    const back = await go(turned.headers.get('location')!);
    expect(back.headers.get('location')).toBe('/the');
    const whole = await PDFDocument.load(await (await go(`/giay-to/${mine}/GCS`)).arrayBuffer());
    expect(whole.getPages().map((page) => page.getRotation().angle)).toEqual([90, 0, 0]);
  });

  test('gets an original back as it was, to be saved and never shown', async () => {
    const [photo] = (await see(mine))!.files;
    const original = await go(`/tep/${photo!.id}`);
    expect(original.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''IMG%201.HEIC",
    );
    expect(original.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(await original.arrayBuffer())).toEqual(sample.heicPhoto());
  });

  test('is told in words what is wrong with a file, and removes it by a button', async () => {
    await send(mine, {
      'phim.mov': Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\bwide', 'latin1'),
    });
    expect((await see(mine))?.state).toBe('rejected');
    expect(await (await go('/the')).text()).toContain('Đây là video. Hãy chụp ảnh từng trang');
    const bad = (await see(mine))!.files.find((file) => file.state === 'rejected')!;
    await go((await act(`/tep/${bad.id}/bo`)).headers.get('location')!);
    expect((await see(mine))?.state).toBe('ready');
  });

  test('who sends 21 MB is told so, and nothing of it is kept', async () => {
    const sent = await send(mine, { 'to.jpg': Buffer.alloc(21 * 1024 * 1024, 1) }, 'TO');
    expect(sent.status).toBe(303);
    expect((await see(mine, 'TO'))?.files).toMatchObject([
      { state: 'rejected', spoiled: 'file-too-large', key: undefined },
    ]);
  });

  test('a form without a chosen file changes nothing', async () => {
    const empty = new FormData();
    empty.append('tep', new Blob([]), '');
    const sent = await go(`/giay-to/${mine}/RONG?_csrf=${csrf}&ve=/the`, {
      method: 'POST',
      body: empty,
    });
    expect(sent.status).toBe(303);
    expect(await see(mine, 'RONG')).toBeUndefined();
  });
});

describe('nobody else', () => {
  test.each(['https://evil.example', '//evil.example', '/\\evil.example'])(
    'is led to %s after an upload',
    async (back) => {
      const sent = await go(`/giay-to/${mine}/X?_csrf=${csrf}&ve=${encodeURIComponent(back)}`, {
        method: 'POST',
        body: form({}),
      });
      expect(sent.headers.get('location')).toBe('/ho-so');
    },
  );

  test('sees or changes papers of another, or learns that there are any', async () => {
    const [photo] = (await see(mine))!.files;
    await database().transaction((tx) => movePapers(tx, mine, theirs));
    for (const path of [
      `/giay-to/${theirs}/GCS`,
      `/tep/${photo!.id}`,
      `/tep/${photo!.id}/trang/1`,
      '/tep/x',
      `/giay-to/${theirs}/..%2f`,
    ])
      expect([path, (await go(path)).status]).toEqual([path, 404]);
    expect((await send(theirs, { 'a.pdf': Buffer.from('x') })).status).toBe(404);
    expect((await act(`/tep/${photo!.id}/bo`)).status).toBe(404);
  });

  test('changes what was filed', async () => {
    expect((await send(filed, { 'a.pdf': Buffer.from('x') })).status).toBe(403);
  });

  test('uploads a paper that the procedure does not know', async () => {
    expect((await send(mine, { 'a.pdf': Buffer.from('x') }, 'KHONG_CO')).status).toBe(404);
  });

  test('hands in a file that arrives after the dossier was submitted', async () => {
    changesLeft = 1;
    const sent = await send(submitted, { 'a.pdf': Buffer.from('%PDF late') });
    expect(sent.status).toBe(403);
    expect(await sent.text()).toContain('Hồ sơ đã nộp');
    expect(await see(submitted)).toBeUndefined();
  });

  test('posts from another site, or without signing in', async () => {
    const foreign = await go(`/giay-to/${mine}/GCS?_csrf=${csrf}`, {
      method: 'POST',
      body: form({}),
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${base}/giay-to/${mine}/GCS`, { redirect: 'manual' })).status).toBe(303);
  });
});

describe('a resumable upload', () => {
  function upload(
    bytes: Buffer,
    owner = mine,
    options: Partial<ConstructorParameters<typeof Upload>[1]> = {},
  ) {
    return new Promise<void>((resolve, reject) => {
      new Upload(bytes, {
        endpoint: `${base}/tai-len`,
        chunkSize: 4_000,
        retryDelays: [0, 50, 100],
        headers: { cookie: cookies, 'x-csrf-token': csrf },
        metadata: { owner, paper: 'TUS', filename: 'ảnh.heic' },
        onSuccess: () => resolve(),
        onError: reject,
        ...options,
      }).start();
    });
  }

  test('arrives in parts and is a file of its paper when the last part is answered', async () => {
    await upload(sample.heicPhoto());
    const paper = await see(mine, 'TUS');
    expect(paper).toMatchObject({ state: 'ready', files: [{ name: 'ảnh.heic', medium: 'heic' }] });
    const sha256 = createHash('sha256').update(sample.heicPhoto()).digest('hex');
    expect(paper?.files[0]?.sha256).toBe(sha256);
  });

  test('goes on after the connection broke in the middle of a part', async () => {
    const bytes = Buffer.concat([sample.heicPhoto(), Buffer.alloc(300_000, 1)]);
    const begun = await go('/tai-len', {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'x-csrf-token': csrf,
        'upload-length': String(bytes.length),
        'upload-metadata': `owner ${btoa(mine)},paper ${btoa('CUT')},filename ${btoa('a.heic')}`,
      },
    });
    const address = begun.headers.get('location')!;
    expect(begun.status).toBe(201);
    const broken = new ReadableStream<Uint8Array>({
      async start(stream) {
        stream.enqueue(bytes.subarray(0, 150_000));
        await new Promise((resolve) => setTimeout(resolve, 300));
        stream.error(new Error('network lost'));
      },
    });
    const patch = {
      'tus-resumable': '1.0.0',
      'x-csrf-token': csrf,
      'content-type': 'application/offset+octet-stream',
    };
    const cut = go(address, {
      method: 'PATCH',
      body: broken,
      duplex: 'half',
      headers: { ...patch, 'upload-offset': '0' },
    });
    await expect(cut).rejects.toThrow();
    await expect
      .poll(async () =>
        Number(
          (await go(address, { method: 'HEAD', headers: patch })).headers.get('upload-offset'),
        ),
      )
      .toBeGreaterThan(0);
    await upload(bytes, mine, { uploadUrl: `${base}${address}`, chunkSize: 100_000 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await see(mine, 'CUT'))?.files).toMatchObject([{ sha256, size: bytes.length }]);
  });

  test('that finishes after the dossier was submitted is refused in words, and nothing is kept', async () => {
    // Asked at the beginning and for the only part; then the dossier is submitted.
    changesLeft = 2;
    const late = upload(sample.heicPhoto(), submitted, {
      retryDelays: null,
      chunkSize: 10_000_000,
    });
    await expect(late).rejects.toThrow(/403.*Hồ sơ đã nộp/s);
    expect(await see(submitted, 'TUS')).toBeUndefined();
    const { rows } = await database().transaction((tx) =>
      sql`select id from document.upload where owner = ${submitted}`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  test('is refused for papers of another, for too large files, and without the token of the page', async () => {
    await expect(upload(sample.heicPhoto(), theirs, { retryDelays: null })).rejects.toThrow('404');
    await expect(
      upload(Buffer.alloc(21 * 1024 * 1024), mine, { retryDelays: null }),
    ).rejects.toThrow('413');
    await expect(
      upload(sample.heicPhoto(), mine, { retryDelays: null, headers: { cookie: cookies } }),
    ).rejects.toThrow('403');
  });
});

describe('issued papers', () => {
  test('are printed by the job, or at once when somebody opens one earlier', async () => {
    await queue.open(mounted.jobs ?? []);
    const order = { owner: filed, kind: 'MAU_03', data: sampleData.MAU_03 } as const;
    const ask = () =>
      database().transaction((tx) => requestPrint(tx, systemActor(new Date()), order));
    const opened = await ask();
    const pdf = await go(`/van-ban/${opened}`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const waiting = await ask();
    await database().transaction((tx) => queue.enqueue(tx, 'document.work-off', {}));
    await queue.drain();
    expect((await database().transaction((tx) => findIssued(tx, waiting)))?.state).toBe('printed');
  });

  test('the gate is asked for drafts of results apart from other papers', async () => {
    const template = '#set document(title: "x")\n#set text(lang: "vi")\n= x';
    const order = {
      owner: filed,
      title: text('Giấy khai sinh', ''),
      template,
      number: null,
      isDraft: true,
      data: { agency: { name: 'UBND' } },
    };
    const id = await database().transaction((tx) =>
      requestResult(tx, systemActor(new Date()), order),
    );
    expect((await go(`/van-ban/${id}`)).status).toBe(404);
    expect(
      (await go(`/van-ban/${id}`, { headers: { cookie: cookies.replace('citizen', 'official') } }))
        .status,
    ).toBe(200);
  });

  test('that failed say so to people; a record clerk has them printed again by a button', async () => {
    const template = '#set document(title: "x")\n#set text(lang: "vi")\n= x #khong_co()';
    const id = await database().transaction((tx) =>
      requestResult(tx, systemActor(new Date()), {
        owner: filed,
        title: text('Giấy khai sinh', ''),
        template,
        number: null,
        isDraft: false,
        data: { agency: { name: 'UBND' } },
      }),
    );
    const answer = await go(`/van-ban/${id}`);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('Giấy tờ này không lập được, đã báo bộ phận kỹ thuật') as unknown,
    ]);
    expect((await act(`/van-ban/${id}/lap-lai`)).status).toBe(403);
    const asClerk = { headers: { cookie: cookies.replace('citizen', 'clerk') } };
    const again = await go(`/van-ban/${id}/lap-lai`, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrf, ve: '/the' }),
      ...asClerk,
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/the']);
    expect((await database().transaction((tx) => findIssued(tx, id)))?.state).toBe('waiting');
  });

  test('are verified by anybody, by code and by file', async () => {
    const id = await database().transaction((tx) =>
      requestPrint(tx, systemActor(new Date()), {
        owner: filed,
        kind: 'MAU_02',
        data: sampleData.MAU_02,
      }),
    );
    const bytes = Buffer.from(await (await go(`/van-ban/${id}`)).arrayBuffer());
    const { code } = (await database().transaction((tx) => findIssued(tx, id)))!;
    const visitor = { headers: { cookie: cookies.split('; ')[1]! } };
    const byCode = await (
      await fetch(`${base}/kiem-chung?ma=${code.toLowerCase()}`, visitor)
    ).text();
    expect(byCode).toContain('Giấy tờ này do cơ quan cấp');
    expect(byCode).toContain('07/HDHS');
    expect(byCode).not.toContain('Nguyễn Thị Thu Hà');
    const sent = await fetch(`${base}/kiem-chung/tep?_csrf=${csrf}`, {
      method: 'POST',
      body: form({ 'a.pdf': bytes }),
      redirect: 'manual',
      ...visitor,
    });
    expect(await (await fetch(`${base}${sent.headers.get('location')}`, visitor)).text()).toContain(
      'Tệp giống hệt bản gốc',
    );
    expect(await (await fetch(`${base}/kiem-chung?ma=<script>`, visitor)).text()).toContain(
      'Không có giấy tờ mang mã này',
    );
  });
});
