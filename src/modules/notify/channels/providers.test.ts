import { createECDH, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import type { Parcel } from './channel.ts';
import { isPushService, pushChannel } from './push.ts';
import { smsHttpChannel } from './sms-http.ts';
import { zaloChannel, type TokenKeeper } from './zalo.ts';

const ece = createRequire(import.meta.url)('http_ece') as {
  decrypt(body: Buffer, options: object): Buffer;
};

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Asked = { url: string; headers: IncomingMessage['headers']; body: Buffer };

async function peer(answer: (asked: Asked, response: ServerResponse, n: number) => void) {
  const got: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const asked = { url: request.url!, headers: request.headers, body: Buffer.concat(parts) };
      got.push(asked);
      answer(asked, response, got.length);
    });
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((down) => server.close(down));
  });
  return { got, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

const json = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function parcel(more: Partial<Parcel> = {}): Parcel {
  const composed = { subject: 'Tin', text: 'Xin chào', html: undefined, parts: 1, zalo: undefined };
  const common = { lang: 'vi', link: 'https://a.example/x', unsubscribe: undefined } as const;
  return { id: newId(), to: '+84912345678', composed, ...common, ...more };
}

test('an HTTP provider is asked with our id; what it does is told as it is', async () => {
  const { url, got } = await peer((_, response, n) => {
    if (n === 1) json(response, 200, { id: 'p1' });
    else if (n === 2) response.writeHead(429, { 'retry-after': '7' }).end();
    else if (n === 3) response.destroy();
    else json(response, 400, {});
  });
  const channel = smsHttpChannel({ kind: 'http', url, token: 't', sender: 'NK', timeoutMs: 400 });
  const first = parcel();
  expect(await channel.send(first)).toEqual({ kind: 'sent', ref: 'p1' });
  expect(got[0]!.headers).toMatchObject({ authorization: 'Bearer t', 'idempotency-key': first.id });
  expect(await channel.send(parcel())).toEqual({ kind: 'later', code: 'HTTP 429', afterMs: 7000 });
  expect(await channel.send(parcel())).toMatchObject({ kind: 'unknown' });
  expect(await channel.send(parcel())).toEqual({ kind: 'refused', code: 'HTTP 400' });
});

test('Zalo: a token that is over is renewed once, and the next renewal token is kept', async () => {
  let kept: string | undefined;
  const keeper: TokenKeeper = {
    async renew(work) {
      const renewed = await work(kept);
      kept = renewed?.refreshToken ?? kept;
      return renewed;
    },
  };
  const { url, got } = await peer(({ url: path, headers }, response) => {
    if (path === '/token')
      json(response, 200, {
        access_token: `a${got.length}`,
        refresh_token: `r${got.length}`,
        expires_in: '3600',
      });
    else if (headers['access_token'] === 'a1') json(response, 200, { error: -124, message: 'x' });
    else json(response, 200, { error: 0, data: { msg_id: 'z1' } });
  });
  const channel = zaloChannel(
    {
      appId: '1',
      secret: 's',
      refreshToken: 'r0',
      messageUrl: `${url}/message`,
      tokenUrl: `${url}/token`,
      timeoutMs: 1000,
    },
    keeper,
  );
  const composed = { ...parcel().composed, zalo: { id: '77', params: { ten: 'Bình' } } };
  expect(await channel.send(parcel({ composed }))).toMatchObject({ kind: 'later' });
  expect(await channel.send(parcel({ composed }))).toEqual({ kind: 'sent', ref: 'z1' });
  const renewals = got
    .filter(({ url: path }) => path === '/token')
    .map(({ body }) => body.toString());
  expect(renewals.map((body) => new URLSearchParams(body).get('refresh_token'))).toEqual([
    'r0',
    'r1',
  ]);
  expect(JSON.parse(got.at(-1)!.body.toString())).toMatchObject({
    phone: '84912345678',
    template_id: '77',
    template_data: { ten: 'Bình' },
  });
});

test('push: only the browser can read it, and a browser that is gone is forgotten', async () => {
  const { url, got } = await peer((_, response, n) =>
    response.writeHead(n === 1 ? 201 : 410).end(),
  );
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { d = '', x = '', y = '' } = privateKey.export({ format: 'jwk' });
  const publicKey = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]).toString('base64url');
  const channel = pushChannel({
    subject: 'mailto:a@example.vn',
    publicKey,
    privateKey: d,
    hosts: ['localhost'],
    timeoutMs: 1000,
  });
  const keys = { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') };
  const to = JSON.stringify({ endpoint: `${url}/push/1`, keys });
  expect(await channel.send(parcel({ to }))).toMatchObject({ kind: 'sent' });
  expect(got[0]!.headers['authorization']).toMatch(/^vapid t=/);
  const plain = ece.decrypt(got[0]!.body, {
    version: 'aes128gcm',
    privateKey: browser,
    authSecret: auth.toString('base64url'),
  });
  expect(JSON.parse(plain.toString())).toMatchObject({ title: 'Tin', link: 'https://a.example/x' });
  expect(await channel.send(parcel({ to }))).toMatchObject({
    kind: 'refused',
    isAddressDead: true,
  });
});

test('a browser cannot have us call whom it likes', () => {
  const hosts = ['fcm.googleapis.com'];
  expect(isPushService('https://fcm.googleapis.com/x', hosts)).toBe(true);
  for (const wrong of [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://fcm.googleapis.com:8443/x',
    'https://a@fcm.googleapis.com/x',
    'https://169.254.169.254/',
    'x',
  ])
    expect(isPushService(wrong, hosts)).toBe(false);
});
