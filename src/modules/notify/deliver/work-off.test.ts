import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { putPreference } from '../store/preferences.ts';
import { updateAgain } from '../store/listing.ts';
import {
  channelsOf,
  scriptedChannel,
  someone,
  tellAccepted,
  testOffice,
  type TestOffice,
} from '../testing-office.ts';
import type { Outcome } from '../channels/channel.ts';
import { deliverDue } from './work-off.ts';

const database = testDatabase('notify');
const morning = new Date('2026-07-15T08:00:00+07:00');
const night = new Date('2026-07-15T23:00:00+07:00');
const sent: Outcome = { kind: 'sent', ref: 'ref' };

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

beforeEach(() =>
  database().transaction(async (tx) => {
    await sql`delete from notify.attempt`.execute(tx);
    await sql`delete from notify.message`.execute(tx);
    await sql`delete from notify.dead_address`.execute(tx);
    await sql`update notify.channel set tokens = per_second, refilled_at = ${morning}, failures = 0, rest_until = null`.execute(
      tx,
    );
  }),
);

async function messages(office: TestOffice) {
  const { rows } = await office.services.database.transaction((tx) =>
    sql<{ state: string; channel: string; fault: string | null; attempt: number }>`
      select state, channel, fault, attempt from notify.message order by created_at`.execute(tx),
  );
  return rows;
}

test('a message leaves by mail in the words of its event, and once', async () => {
  const mail = scriptedChannel('mail', () => sent);
  const office = await testOffice(database(), channelsOf(mail), morning);
  const personId = await someone(database(), morning);
  await tellAccepted(database(), personId, morning);
  expect(await deliverDue(office)).toBe(1);
  expect(await deliverDue(office)).toBe(0);
  expect(mail.got).toHaveLength(1);
  expect(mail.got[0]).toMatchObject({
    to: 'binh@example.vn',
    composed: { subject: 'Hồ sơ: Hồ sơ đã được tiếp nhận' },
    unsubscribe: expect.stringContaining('https://dvc.example.vn/bao-tin/thoi-nhan/'),
  });
  expect(mail.got[0]!.composed.text).toContain('Nguyễn Thị Bình');
  expect(mail.got[0]!.composed.text).toContain(
    'https://dvc.example.vn/ho-so/H13.32-20260715-0000001',
  );
  expect(await messages(office)).toMatchObject([{ state: 'sent', channel: 'mail' }]);
});

test('whoever has no address is told in the inbox only', async () => {
  const office = await testOffice(
    database(),
    channelsOf(scriptedChannel('mail', () => sent)),
    morning,
  );
  const personId = await someone(database(), morning, { email: null, phone: null });
  await tellAccepted(database(), personId, morning);
  expect(await deliverDue(office)).toBe(0);
  expect(await messages(office)).toMatchObject([{ state: 'dropped' }]);
});

test('a dead address is written to once, then a text message goes out; next time at once', async () => {
  const mail = scriptedChannel('mail', () => ({
    kind: 'refused',
    code: '550 5.1.1',
    isAddressDead: true,
  }));
  const sms = scriptedChannel('sms', () => sent);
  const office = await testOffice(database(), channelsOf(mail, sms), morning);
  const personId = await someone(database(), morning);
  await tellAccepted(database(), personId, morning);
  await deliverDue(office);
  await tellAccepted(database(), personId, morning);
  await deliverDue(office);
  expect([mail.got.length, sms.got.length]).toEqual([1, 2]);
  expect(sms.got[0]!.composed).toMatchObject({ parts: 1, text: expect.stringContaining('Ho so') });
});

test('a provider that is away is asked again later, ever more slowly, until it takes the message', async () => {
  const mail = scriptedChannel('mail', (_, n) =>
    n < 3 ? { kind: 'later', code: 'ECONNREFUSED' } : sent,
  );
  const office = await testOffice(database(), channelsOf(mail), morning);
  await tellAccepted(database(), await someone(database(), morning), morning);
  await deliverDue(office);
  expect(mail.got).toHaveLength(1);
  office.clock.set(later(morning, 1));
  await deliverDue(office);
  office.clock.set(later(morning, 4));
  await deliverDue(office);
  expect(mail.got).toHaveLength(3);
  expect(await messages(office)).toMatchObject([{ state: 'sent', attempt: 3 }]);
});

test('what may have gone out is never sent again by itself: it goes the next way, and an administrator may resend', async () => {
  const sms = scriptedChannel('sms', () => ({ kind: 'unknown', code: 'no answer' }));
  const office = await testOffice(database(), channelsOf(sms), morning);
  await tellAccepted(database(), await someone(database(), morning), morning);
  await deliverDue(office);
  office.clock.set(later(morning, 600));
  await deliverDue(office);
  expect(sms.got).toHaveLength(1);
  expect(await messages(office)).toMatchObject([{ state: 'unknown', fault: 'no answer' }]);
  const id = sms.got[0]!.id;
  await database().transaction((tx) => updateAgain(tx, id, later(morning, 600)));
  await deliverDue(office);
  expect(sms.got).toHaveLength(2);
});

test('after five failures in a row a provider is left in peace for half a minute', async () => {
  const mail = scriptedChannel('mail', () => ({ kind: 'later', code: 'away', isAway: true }));
  const office = await testOffice(database(), channelsOf(mail), morning);
  for (let n = 0; n < 5; n += 1)
    await tellAccepted(database(), await someone(database(), morning), morning);
  await deliverDue(office);
  await tellAccepted(database(), await someone(database(), morning), morning);
  await deliverDue(office);
  expect(mail.got).toHaveLength(5);
  office.clock.set(later(morning, 0.6));
  await deliverDue(office);
  expect(mail.got.length).toBeGreaterThan(5);
});

test('at night no phone rings but for the safety of the account', async () => {
  const sms = scriptedChannel('sms', () => sent);
  const office = await testOffice(database(), channelsOf(sms), night);
  const personId = await someone(database(), night);
  await tellAccepted(database(), personId, night);
  await tellAccepted(database(), personId, night, 'identity.new-device');
  await deliverDue(office);
  expect(sms.got).toHaveLength(1);
  office.clock.set(new Date('2026-07-16T07:00:00+07:00'));
  await deliverDue(office);
  expect(sms.got).toHaveLength(2);
});

test('whoever wants one mail a day gets one, at six in the evening', async () => {
  const mail = scriptedChannel('mail', () => sent);
  const office = await testOffice(database(), channelsOf(mail), morning);
  const personId = await someone(database(), morning);
  const wish = { lang: 'vi', channels: ['mail'], isDigest: true, muted: [] } as const;
  await database().transaction((tx) => putPreference(tx, personId, wish, morning));
  for (let n = 0; n < 3; n += 1) await tellAccepted(database(), personId, morning);
  await deliverDue(office);
  expect(mail.got).toHaveLength(0);
  office.clock.set(new Date('2026-07-15T18:00:00+07:00'));
  await deliverDue(office);
  expect(mail.got).toHaveLength(1);
  expect(mail.got[0]!.composed.subject).toBe('Tin trong ngày: 3 tin');
});

test('what a person switched off stays in the inbox', async () => {
  const mail = scriptedChannel('mail', () => sent);
  const office = await testOffice(database(), channelsOf(mail), morning);
  const personId = await someone(database(), morning);
  const wish = { lang: 'vi', channels: ['mail'], isDigest: false, muted: ['dossier'] } as const;
  await database().transaction((tx) => putPreference(tx, personId, wish, morning));
  await tellAccepted(database(), personId, morning);
  await tellAccepted(database(), personId, morning, 'identity.new-device');
  await deliverDue(office);
  expect(mail.got.map(({ unsubscribe }) => unsubscribe)).toEqual([undefined]);
});

test('no address stands readable in the rows', async () => {
  const office = await testOffice(
    database(),
    channelsOf(scriptedChannel('mail', () => sent)),
    morning,
  );
  await tellAccepted(database(), await someone(database(), morning), morning);
  await deliverDue(office);
  const { rows } = await database().transaction((tx) =>
    sql<{
      all: string;
    }>`select (select string_agg(m::text, '') from notify.message m) || coalesce((select string_agg(a::text, '') from notify.attempt a), '') as all`.execute(
      tx,
    ),
  );
  expect(rows[0]!.all).not.toMatch(/binh@|example\.vn|912345678/);
});
