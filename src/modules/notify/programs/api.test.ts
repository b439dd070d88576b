import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#/modules/identity/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../../test/web/fixture.tsx';
import { addTemplate } from '../change-template.ts';
import { mount } from '../mount.ts';
import { makeKey, registerService } from '../register-service.ts';
import { receiveText } from '../receive-text.ts';
import { callBackDue } from '../deliver/call-back.ts';
import { deliverDue } from '../deliver/work-off.ts';
import { channelsOf, scriptedChannel } from '../testing-office.ts';

interface Client {
  sendEmail(
    template: string,
    to: string,
    options?: object,
  ): Promise<{ data: Answer; status: number }>;
  sendSms(
    template: string,
    to: string,
    options?: object,
  ): Promise<{ data: Answer; status: number }>;
  getNotificationById(id: string): Promise<{ data: Answer }>;
  getNotifications(
    type?: string,
    status?: string,
    reference?: string,
    olderThan?: string,
  ): Promise<{ data: { notifications: Answer[]; links: Record<string, string> } }>;
  getTemplateById(id: string): Promise<{ data: Answer }>;
  getTemplateByIdAndVersion(id: string, version: number): Promise<{ data: Answer }>;
  getAllTemplates(type?: string): Promise<{ data: { templates: Answer[] } }>;
  previewTemplateById(id: string, values?: object): Promise<{ data: Answer }>;
  getReceivedTexts(): Promise<{ data: { received_text_messages: Answer[] } }>;
}
type Answer = Readonly<Record<string, unknown>> & { readonly id: string };

// The public client of GOV.UK Notify, as it is published.
const { NotifyClient } = createRequire(import.meta.url)('notifications-node-client') as {
  NotifyClient: new (base: string, key: string) => Client;
};

const callbackUrl = 'https://callback.example.vn/x';

const database = testDatabase('notify');
let web: TestWeb;
let base: string;
let client: Client;
let serviceId: string;
let actor: Actor;
let mail: string;
let sms: string;

beforeAll(async () => {
  web = await testWeb(database(), (services) => [mount(services, text('Phường', 'Ward'))], {
    at: new Date(),
  });
  await web.server.listen({ port: 0, host: '127.0.0.1' });
  base = `http://127.0.0.1:${(web.server.server.address() as AddressInfo).port}`;
  const at = web.clock.now();
  await database().transaction(async (tx) => {
    const account = await createAccount(tx, {
      name: 'quan-tri',
      kind: 'official',
      person: { fullName: 'Trần Văn An' },
      at,
    });
    if (isRefusal(account)) throw new Error(account.refused);
    actor = { ...account, kind: 'official', name: '', posts: [], at, lang: 'vi' };
    const id = await registerService(tx, actor, {
      name: 'Sở Y tế',
      dailyLimit: 6,
      callbackUrl,
      callbackToken: 'token',
      inboundNumber: '8079',
    });
    if (typeof id !== 'string') throw new Error(id.refused);
    serviceId = id;
    const change = { reason: 'Bản đầu', effectiveAt: at };
    mail = await addTemplate(
      tx,
      actor,
      { serviceId, channel: 'mail', name: 'Thư mời' },
      {
        ...change,
        content: { vi: { subject: 'Mời ((ho_ten))', body: '# Tiêm chủng\n\nNgày ((ngay))' } },
      },
    );
    sms = await addTemplate(
      tx,
      actor,
      { serviceId, channel: 'sms', name: 'Tin nhắc' },
      { ...change, content: { vi: { body: 'Nhắc ((ho_ten)) ngày ((ngay))' } } },
    );
  });
  client = await clientWith('normal');
});
afterAll(() => web.close());

async function clientWith(kind: 'normal' | 'test'): Promise<Client> {
  const key = await database().transaction((tx) =>
    makeKey(tx, actor, serviceId, { name: `máy ${kind}`, kind }),
  );
  if (typeof key !== 'string') throw new Error(key.refused);
  return new NotifyClient(base, key);
}

const personalisation = { ho_ten: 'Bình <b>', ngay: '20/07' };

async function faultOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    return (error as { response: { data: unknown } }).response.data;
  }
  throw new Error('it was accepted');
}

test('the public client sends mail and text messages and reads them back', async () => {
  const sent = await client.sendEmail(mail, 'Binh@Example.vn', {
    personalisation,
    reference: 'r1',
  });
  expect(sent.status).toBe(201);
  expect(sent.data).toMatchObject({
    reference: 'r1',
    content: { subject: 'Mời Bình <b>', body: '# Tiêm chủng\n\nNgày 20/07' },
    template: { id: mail, version: 1 },
  });
  const found = await client.getNotificationById(sent.data.id);
  expect(found.data).toMatchObject({
    id: sent.data.id,
    type: 'email',
    status: 'created',
    email_address: 'Binh@example.vn',
    subject: 'Mời Bình <b>',
  });
  const text = await client.sendSms(sms, '0912 345 678', { personalisation });
  expect(text.data).toMatchObject({ content: { body: 'Nhắc Bình <b> ngày 20/07' } });
  const list = await client.getNotifications('email', undefined, 'r1');
  expect(list.data.notifications.map(({ id }) => id)).toEqual([sent.data.id]);
  const all = await client.getNotifications();
  const rest = await client.getNotifications(
    undefined,
    undefined,
    undefined,
    all.data.notifications[0]!.id,
  );
  expect([all.data.notifications.length, rest.data.notifications.length]).toEqual([2, 1]);
});

test('templates are read, by version too, and previewed', async () => {
  expect((await client.getTemplateById(mail)).data).toMatchObject({
    name: 'Thư mời',
    type: 'email',
  });
  expect((await client.getTemplateByIdAndVersion(sms, 1)).data).toMatchObject({ version: 1 });
  expect((await client.getAllTemplates('sms')).data.templates.map(({ id }) => id)).toEqual([sms]);
  const preview = await client.previewTemplateById(mail, personalisation);
  expect(preview.data['html']).toContain('<h2>Tiêm chủng</h2>');
  expect(preview.data['subject']).toBe('Mời Bình <b>');
});

test('what is wrong is told in the shape that clients know', async () => {
  expect(await faultOf(client.sendEmail(mail, 'nobody', { personalisation }))).toEqual({
    status_code: 400,
    errors: [{ error: 'ValidationError', message: 'email_address Not a valid email address' }],
  });
  expect(await faultOf(client.sendSms(sms, '0912345678'))).toMatchObject({
    errors: [{ error: 'BadRequestError', message: 'Missing personalisation: ho_ten, ngay' }],
  });
  expect(await faultOf(client.sendSms(mail, '0912345678', { personalisation }))).toMatchObject({
    errors: [{ error: 'BadRequestError' }],
  });
  expect(await faultOf(client.getNotificationById(newId()))).toEqual({
    status_code: 404,
    errors: [{ error: 'NoResultFound', message: 'No result found' }],
  });
});

test.each([
  ['another secret', { secret: 'x'.repeat(36) }, 'Invalid token: API key not found'],
  ['an unknown service', { iss: newId() }, 'Invalid token: service not found'],
])(
  'a token with %s opens nothing',
  async (_, { secret = 'x', iss }: { secret?: string; iss?: string }, message) => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: iss ?? serviceId, iat: Math.floor(Date.now() / 1000) })}`;
    const mac = createHmac('sha256', secret).update(signed).digest('base64url');
    const response = await fetch(`${base}/v2/templates`, {
      headers: { authorization: `Bearer ${signed}.${mac}` },
    });
    expect([response.status, await response.json()]).toEqual([
      403,
      { status_code: 403, errors: [{ error: 'AuthError', message }] },
    ]);
  },
);

test('a clock that is wrong by more than half a minute is told so; no token at all is 401', async () => {
  const now = web.clock.now();
  web.clock.set(new Date(now.getTime() + 40_000));
  expect(await faultOf(client.getAllTemplates())).toMatchObject({
    errors: [{ message: 'Error: Your system clock must be accurate to within 30 seconds' }],
  });
  web.clock.set(now);
  expect((await fetch(`${base}/v2/templates`)).status).toBe(401);
});

test('a test key is answered as if it was delivered, and nothing goes out', async () => {
  const tester = await clientWith('test');
  const { data } = await tester.sendSms(sms, '0912345678', { personalisation });
  expect((await tester.getNotificationById(data.id)).data['status']).toBe('delivered');
});

test('text messages to its number are the service’s', async () => {
  const words = { from: '84912345678', to: '8079', words: 'CO' };
  await receiveText(web, words);
  await receiveText(web, { ...words, to: '1234' });
  expect((await client.getReceivedTexts()).data.received_text_messages).toMatchObject([
    { user_number: '84912345678', notify_number: '8079', content: 'CO' },
  ]);
});

test('a message that its provider refuses is told to the service', async () => {
  const refusing = scriptedChannel('mail', () => ({ kind: 'refused', code: '550 5.1.1' }));
  const taking = scriptedChannel('sms', () => ({ kind: 'sent', ref: 's' }));
  const office = {
    services: web.services,
    channels: channelsOf(refusing, taking),
    agency: text('Phường', 'Ward'),
  };
  const told: unknown[] = [];
  const peer: Server = createServer((request, response) => {
    request.on('data', (part: Buffer) => told.push(JSON.parse(part.toString())));
    request.on('end', () => response.end());
  });
  await new Promise<void>((up) => peer.listen(0, '127.0.0.1', up));
  const url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
  const real = globalThis.fetch;
  // The address of a service must be https; here its server is this one.
  globalThis.fetch = (input, init) => real(input === callbackUrl ? url : input, init);
  try {
    const { data } = await client.sendEmail(mail, 'a@example.vn', { personalisation });
    await deliverDue(office);
    await callBackDue(office);
    expect(told).toContainEqual(
      expect.objectContaining({ id: data.id, status: 'permanent-failure', to: 'a@example.vn' }),
    );
    expect((await client.getNotificationById(data.id)).data['status']).toBe('permanent-failure');
  } finally {
    globalThis.fetch = real;
    await new Promise((down) => peer.close(down));
  }
});

test('the limit of a day holds', async () => {
  for (let n = 0; n < 3; n += 1) await client.sendSms(sms, '0912345678', { personalisation });
  expect(await faultOf(client.sendSms(sms, '0912345678', { personalisation }))).toEqual({
    status_code: 429,
    errors: [{ error: 'TooManyRequestsError', message: 'Exceeded send limits (6) for today' }],
  });
});
