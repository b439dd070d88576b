import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverDue } from '#/modules/notify/deliver/work-off.ts';
import {
  channelsOf,
  scriptedChannel,
  someone,
  tellAccepted,
  testOffice,
} from '#/modules/notify/testing-office.ts';
import nodeFlags from '../../tools/node-flags.json' with { type: 'json' };
import { testDatabase } from '../database/fixture.ts';

const database = testDatabase('notify');
const program = fileURLToPath(new URL('./messages-program.ts', import.meta.url));

/** 50 is the long form. */
const kills = Number(process.env['CQS_KILLS'] ?? 5);
const messages = 60 * kills;

/** How often each message came, by its id. */
const arrived = new Map<string, number>();
let server: SMTPServer;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let raw = '';
      stream.on('data', (part: Buffer) => (raw += part.toString()));
      stream.on('end', () => {
        const id = /^Message-ID: <([0-9a-f-]{36})@/im.exec(raw)![1]!;
        arrived.set(id, (arrived.get(id) ?? 0) + 1);
        // A server that takes its time, so that workers die while they wait for its answer.
        setTimeout(done, 15);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
});
afterAll(() => new Promise<void>((down) => server.close(() => down())));

async function worker(): Promise<ChildProcess> {
  const { port } = server.server.address() as AddressInfo;
  const child = fork(program, [database().url, String(port)], {
    execArgv: nodeFlags,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

test(
  `of two workers one is killed at any moment, ${kills} times: no message is lost, none comes twice, and those of which nobody knows are shown`,
  async () => {
    const at = new Date();
    const personId = await someone(database(), at);
    for (let n = 0; n < messages; n += 1) await tellAccepted(database(), personId, at);
    const workers = [await worker(), await worker()];
    for (let n = 0; n < kills; n += 1) {
      await pause(120 + ((n * 97) % 260));
      const victim = workers.shift()!;
      victim.kill('SIGKILL');
      await once(victim, 'exit');
      workers.push(await worker());
    }
    for (const child of workers) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await workOff(at);
    const rows = await states();
    expect(rows.length).toBe(messages);
    expect([...arrived.values()].filter((n) => n > 1)).toEqual([]);
    const lost = rows.filter(
      ({ id, state }) => state === 'sent' && !arrived.has(id) && !taken.has(id),
    );
    expect(lost).toEqual([]);
    const others = rows.filter(({ state }) => state !== 'sent');
    expect(others.every(({ state, fault }) => state === 'unknown' && fault === 'worker died')).toBe(
      true,
    );
    // Each worker has twenty on the wire at most.
    expect(others.length).toBeLessThanOrEqual((kills + 2) * 20);
    expect(arrived.size).toBeGreaterThan(kills);
  },
  120_000 + kills * 8_000,
);

/** What a worker of later took; its channel stands for the same server. */
const taken = new Set<string>();

/** The next morning: leases are over, and what is left is delivered. */
async function workOff(at: Date): Promise<void> {
  const later = new Date(at.getTime() + 24 * 3_600_000);
  const mail = scriptedChannel('mail', ({ id }) => {
    expect(arrived.has(id), 'it came before').toBe(false);
    taken.add(id);
    return { kind: 'sent', ref: 'later' };
  });
  const office = await testOffice(database(), channelsOf(mail), later);
  for (let n = 0; n < messages / 50 + 5; n += 1) {
    await deliverDue(office);
    // The provider takes a hundred in a second of the office's clock.
    office.clock.set(new Date(office.clock.now().getTime() + 2_000));
  }
}

async function states() {
  const { rows } = await database().transaction((tx) =>
    sql<{
      id: string;
      state: string;
      fault: string | null;
    }>`select id, state, fault from notify.message`.execute(tx),
  );
  return rows;
}
