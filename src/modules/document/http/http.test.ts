import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { sql } from 'kysely';
import { Upload } from 'tus-js-client';
import { describe, expect, test } from 'vitest';
import * as sample from '../darkroom/samples/sample-files.ts';
import { movePapers } from '../index.ts';
import { formOf, paperCounter } from '../../../../test/web/paper-counter.ts';

const counter = paperCounter();
const { database, go, send, act, see } = counter;
const { mine, theirs, filed, submitted } = counter.owners;

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
    const sent = await go(`/giay-to/${mine}/RONG?_csrf=${counter.running.csrf}&ve=/the`, {
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
      const sent = await go(
        `/giay-to/${mine}/X?_csrf=${counter.running.csrf}&ve=${encodeURIComponent(back)}`,
        {
          method: 'POST',
          body: formOf({}),
        },
      );
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
    counter.changesLeft = 1;
    const sent = await send(submitted, { 'a.pdf': Buffer.from('%PDF late') });
    expect(sent.status).toBe(403);
    expect(await sent.text()).toContain('Hồ sơ đã nộp');
    expect(await see(submitted)).toBeUndefined();
  });

  test('posts from another site, or without signing in', async () => {
    const foreign = await go(`/giay-to/${mine}/GCS?_csrf=${counter.running.csrf}`, {
      method: 'POST',
      body: formOf({}),
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(
      (await fetch(`${counter.running.base}/giay-to/${mine}/GCS`, { redirect: 'manual' })).status,
    ).toBe(303);
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
        endpoint: `${counter.running.base}/tai-len`,
        chunkSize: 4_000,
        retryDelays: [0, 50, 100],
        headers: { cookie: counter.running.cookies, 'x-csrf-token': counter.running.csrf },
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
        'x-csrf-token': counter.running.csrf,
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
      'x-csrf-token': counter.running.csrf,
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
    await upload(bytes, mine, {
      uploadUrl: `${counter.running.base}${address}`,
      chunkSize: 100_000,
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await see(mine, 'CUT'))?.files).toMatchObject([{ sha256, size: bytes.length }]);
  });

  test('that finishes after the dossier was submitted is refused in words, and nothing is kept', async () => {
    // Asked at the beginning and for the only part; then the dossier is submitted.
    counter.changesLeft = 2;
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
      upload(sample.heicPhoto(), mine, {
        retryDelays: null,
        headers: { cookie: counter.running.cookies },
      }),
    ).rejects.toThrow('403');
  });
});
