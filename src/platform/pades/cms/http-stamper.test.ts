import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthority, openAuthority } from '../pki/software-authority.ts';
import { httpStamper } from './http-stamper.ts';
import { verifyStamp } from './read-cms.ts';
import { stampOf, type Stamper } from './timestamp.ts';

const at = new Date('2026-07-14T02:00:00Z');
const data = Buffer.from('so-minh-bach.vn');
let stamper: Stamper;
const closing: (() => void)[] = [];
beforeAll(async () => {
  stamper = openAuthority(await makeAuthority('Thử nghiệm', at, 'ec')).stamper(() => at);
});
afterAll(() => closing.forEach((close) => close()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
}

/** An authority that answers each query by a function of it. */
function authority(
  answer: (query: Buffer) => Promise<Buffer>,
  type = 'application/timestamp-reply',
) {
  return serve((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      void answer(Buffer.concat(parts)).then((body) =>
        response.writeHead(200, { 'content-type': type }).end(body),
      );
    });
  });
}

const one = (urls: readonly string[], policies: readonly string[] = []) =>
  stampOf(httpStamper({ urls, policies, asking: { limitMs: 300 } }), data);

describe('a time-stamping authority over HTTP', () => {
  test('stamps, and its policy may be demanded', async () => {
    const url = await authority((query) => stamper(query));
    expect(verifyStamp(await one([url]), data).at).toEqual(at);
    await expect(one([url], ['1.3.6.1.4.1.32473.1'])).resolves.toBeDefined();
    await expect(one([url], ['1.2.3.4'])).rejects.toThrow('no time stamp by');
  });

  test('is not believed when it gives the stamp of another query, of other data, or a changed one', async () => {
    let kept: Buffer | undefined;
    const replaying = await authority(async (query) => (kept ??= await stamper(query)));
    await one([replaying]);
    await expect(one([replaying])).rejects.toThrow('no time stamp by');
    const changing = await authority(async (query) => {
      const answer = await stamper(query);
      answer[answer.length - 20]! ^= 1;
      return answer;
    });
    await expect(one([changing])).rejects.toThrow('no time stamp by');
    const wrongType = await authority((query) => stamper(query), 'text/html');
    await expect(one([wrongType])).rejects.toThrow('no time stamp by');
  });

  test('that is away, hangs, refuses or leads elsewhere is followed by the next one', async () => {
    const good = await authority((query) => stamper(query));
    const hanging = await serve(() => undefined);
    const failing = await serve((_request, response) => void response.writeHead(503).end());
    const leading = await serve(
      (_request, response) => void response.writeHead(302, { location: good }).end(),
    );
    const refusing = await authority(() => stamper(Buffer.from('no query')));
    const endless = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      response.write(Buffer.alloc(5 * 1024 * 1024));
    });
    const all = ['http://127.0.0.1:9/', hanging, failing, leading, refusing, endless];
    await expect(one([...all, good])).resolves.toBeDefined();
    await expect(one(all)).rejects.toThrow('no time stamp by');
  });
});
