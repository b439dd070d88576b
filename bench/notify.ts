import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '#/modules/identity/index.ts';
import { addTemplate } from '#/modules/notify/change-template.ts';
import { mount } from '#/modules/notify/mount.ts';
import { makeKey, registerService } from '#/modules/notify/register-service.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';
import { type Database, migrate, openDatabase, readMigrations } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';
import { moduleOrder } from '#/app/order.ts';
import { testVault } from '../test/database/vault.ts';
import { testWeb } from '../test/web/fixture.tsx';
import type { Figure } from './figure.ts';

const [senders, warmMs, roundMs, goal] = [32, 2_000, 8_000, 400];

/** Messages that a service hands over by the interface of GOV.UK Notify and that are durable before the answer. */
export async function measure(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-bench-'));
  const server = await startEmbedded({ dataDir, isDurable: true, tell: () => undefined });
  try {
    const modules = moduleOrder.slice(0, moduleOrder.indexOf('notify') + 1);
    await migrate(server.url, readMigrations(join(import.meta.dirname, '../src'), modules));
    const database = openDatabase(server.url, senders, testVault());
    try {
      const perSecond = await measureOn(database);
      return [
        {
          name: 'notify.accepted',
          value: perSecond,
          unit: '/s',
          reference: `goal of ${goal} /s, callers on the same machine`,
          ratio: perSecond / goal,
          goal: '≥ 1',
          holds: perSecond >= goal,
        },
      ];
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureOn(database: Database): Promise<number> {
  const web = await testWeb(database, (services) => [mount(services, text('Phường', 'Ward'))], {
    at: new Date(),
  });
  await web.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = web.server.server.address() as AddressInfo;
  const { key, template } = await service(database, web.clock.now());
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const send = () => post(agent, port, key, template, web.clock.now());
  await rate(send, warmMs);
  const perSecond = await rate(send, roundMs);
  agent.destroy();
  await web.close();
  return perSecond;
}

async function service(database: Database, at: Date) {
  return database.transaction(async (tx) => {
    const account = right(
      await createAccount(tx, {
        name: 'quan-tri',
        kind: 'official',
        person: { fullName: 'Trần Văn An' },
        at,
      }),
    );
    const actor: Actor = { ...account, kind: 'official', name: '', posts: [], at, lang: 'vi' };
    const serviceId = right(
      await registerService(tx, actor, {
        name: 'Đo tốc độ',
        dailyLimit: 10_000_000,
        callbackUrl: null,
        callbackToken: null,
        inboundNumber: null,
      }),
    );
    const content = { vi: { body: 'Mời ((ho_ten)) đến ngày ((ngay))' } };
    const template = await addTemplate(
      tx,
      actor,
      { serviceId, channel: 'sms', name: 'Nhắc' },
      { content, reason: 'đo', effectiveAt: at },
    );
    return {
      template,
      key: right(await makeKey(tx, actor, serviceId, { name: 'k', kind: 'normal' })),
    };
  });
}

function right<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

/** How many a second when all senders send one after the other. */
async function rate(send: () => Promise<void>, ms: number): Promise<number> {
  const began = performance.now();
  let sent = 0;
  await Promise.all(
    Array.from({ length: senders }, async () => {
      while (performance.now() - began < ms) {
        await send();
        sent += 1;
      }
    }),
  );
  return (sent * 1000) / (performance.now() - began);
}

function post(agent: Agent, port: number, key: string, template: string, at: Date): Promise<void> {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const claims = { iss: key.slice(-73, -37), iat: Math.floor(at.getTime() / 1000) };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const mac = createHmac('sha256', key.slice(-36)).update(signed).digest('base64url');
  const body = JSON.stringify({
    template_id: template,
    phone_number: '0912345678',
    personalisation: { ho_ten: 'Nguyễn Thị Bình', ngay: '20/07/2026' },
  });
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v2/notifications/sms',
        headers: { authorization: `Bearer ${signed}.${mac}`, 'content-type': 'application/json' },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 201
            ? resolve()
            : reject(new Error(`HTTP ${response.statusCode}`)),
        );
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
