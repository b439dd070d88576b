import { afterEach, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { compose } from '../write/compose.ts';
import type { Channel, Parcel, Report } from './channel.ts';
import { smppChannel } from './smpp.ts';
import { messageCentre, type Deed } from './testing-smpp.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const told: Report[] = [];
const received: unknown[] = [];

function channelTo(port: number, password = 'right'): Channel {
  const channel = smppChannel(
    {
      kind: 'smpp',
      host: '127.0.0.1',
      port,
      isTls: false,
      systemId: 'cqs',
      password,
      sender: 'NinhKieu',
      timeoutMs: 400,
    },
    { report: (one) => void told.push(one), received: (one) => void received.push(one) },
  );
  open.unshift(channel);
  return channel;
}

async function centre(...deeds: Deed[]) {
  const found = await messageCentre((_, n) => deeds[n - 1] ?? 'take');
  open.push(found);
  return found;
}

function parcel(body: string, letters: 'plain' | 'full' = 'full'): Parcel {
  return {
    id: newId(),
    to: '+84912345678',
    composed: compose('sms', { vi: { body } }, { values: {}, lang: 'vi', letters }),
    lang: 'vi',
    link: undefined,
    unsubscribe: undefined,
  };
}

test('a short text goes in one message, without marks in GSM-7', async () => {
  const { port, got } = await centre();
  expect(await channelTo(port).send(parcel('Hồ sơ đã xong', 'plain'))).toEqual({
    kind: 'sent',
    ref: 'm1',
  });
  expect(got[0]).toMatchObject({
    source_addr: 'NinhKieu',
    destination_addr: '84912345678',
    data_coding: 0,
    short_message: { message: 'Ho so da xong' },
  });
});

test('a long Vietnamese text goes in parts that the phone joins', async () => {
  const { port, got } = await centre();
  const body = 'Hồ sơ đã được tiếp nhận. '.repeat(8).trim();
  await channelTo(port).send(parcel(body));
  expect(got).toHaveLength(3);
  expect(got.map(({ short_message: part }) => part!.message).join('')).toBe(body);
  const heads = got.map(({ short_message: part }) => [...part!.udh![0]!.subarray(-2)]);
  expect(heads).toEqual([
    [3, 1],
    [3, 2],
    [3, 3],
  ]);
});

test.each([
  ['throttle', { kind: 'later', afterMs: 5_000 }],
  ['refuse', { kind: 'refused', isAddressDead: true }],
  ['silence', { kind: 'unknown', code: 'no answer' }],
  ['drop', { kind: 'unknown', code: 'no answer' }],
] as const)('a centre that answers by %s is understood', async (deed, outcome) => {
  const { port } = await centre(deed);
  expect(await channelTo(port).send(parcel('Xin chào'))).toMatchObject(outcome);
});

test('when a later part fails nobody knows what the phone shows', async () => {
  const { port } = await centre('take', 'throttle');
  expect(await channelTo(port).send(parcel('ư'.repeat(100)))).toMatchObject({
    kind: 'unknown',
    code: 'part 2: 0x00000058',
  });
});

test('a link that broke is opened again; a wrong password and a centre that is away may be tried later', async () => {
  const { port } = await centre('drop', 'take');
  const channel = channelTo(port);
  await channel.send(parcel('một'));
  expect(await channel.send(parcel('hai'))).toMatchObject({ kind: 'sent' });
  expect(await channelTo(port, 'wrong').send(parcel('ba'))).toMatchObject({
    kind: 'later',
    isAway: true,
  });
  expect(await channelTo(1).send(parcel('bốn'))).toMatchObject({ kind: 'later', isAway: true });
});

test('receipts and texts of people come back over the same link', async () => {
  const found = await centre();
  await channelTo(found.port).send(parcel('Xin chào'));
  found.deliver({ esm_class: 4, short_message: 'id:m1 sub:001 dlvrd:001 stat:DELIVRD err:000' });
  found.deliver({ source_addr: '84900000001', destination_addr: '8079', short_message: 'CO' });
  await expect.poll(() => told).toMatchObject([{ channel: 'sms', ref: 'm1', state: 'delivered' }]);
  await expect.poll(() => received).toEqual([{ from: '84900000001', to: '8079', words: 'CO' }]);
});
