import { expect, test } from 'vitest';
import type { Actor } from '#/platform/http/index.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { tell, unreadCount, type Telling } from './index.ts';
import { openInbox } from './open-inbox.ts';

const database = testDatabase('notify');
const morning = new Date('2026-07-15T08:00:00+07:00');

function reader(): Actor {
  return {
    accountId: newId(),
    personId: newId(),
    kind: 'citizen',
    name: '',
    posts: [],
    at: morning,
    lang: 'vi',
  };
}

function later(minutes: number): Date {
  return new Date(morning.getTime() + minutes * 60_000);
}

async function told(actor: Actor, more: Partial<Telling> = {}): Promise<void> {
  const telling = {
    personId: actor.personId,
    event: 'dossier.accepted',
    title: text('Hồ sơ đã được tiếp nhận', 'Your application was accepted'),
    body: text('Hẹn trả 20/07/2026', 'Due 20/07/2026'),
    link: '/ho-so/H13.32-20260715-0000001',
    key: newId(),
    at: morning,
    ...more,
  };
  await database().transaction((tx) => tell(tx, telling));
}

const open = (actor: Actor, page = 1) => database().transaction((tx) => openInbox(tx, actor, page));
const unread = (actor: Actor) => database().transaction((tx) => unreadCount(tx, actor.personId));

test('a message waits in the inbox of its person until the inbox is opened', async () => {
  const actor = reader();
  await told(actor);
  expect(await unread(actor)).toBe(1);
  expect((await open(actor)).notices).toMatchObject([{ event: 'dossier.accepted', seenAt: null }]);
  expect(await unread(actor)).toBe(0);
  expect((await open({ ...actor, at: later(5) })).notices).toMatchObject([{ seenAt: morning }]);
});

test('the same event is told once, however often it is announced', async () => {
  const actor = reader();
  const key = newId();
  await Promise.all(Array.from({ length: 4 }, () => told(actor, { key })));
  expect(await unread(actor)).toBe(1);
});

test('one event is told to everyone whom it concerns', async () => {
  const [one, other] = [reader(), reader()];
  const key = newId();
  await told(one, { key });
  await told(other, { key });
  expect([await unread(one), await unread(other)]).toEqual([1, 1]);
});

test('nobody sees the messages of another', async () => {
  const [one, other] = [reader(), reader()];
  await told(one);
  expect((await open(other)).notices).toEqual([]);
  expect(await unread(one)).toBe(1);
});

test('the latest comes first, and only what was on the page counts as seen', async () => {
  const actor = { ...reader(), at: later(60) };
  for (let n = 0; n < 21; n += 1) await told(actor, { at: later(n) });
  const first = await open(actor);
  expect(first).toMatchObject({ page: 1, pages: 2 });
  expect(first.notices[0]?.toldAt).toEqual(later(20));
  expect(await unread(actor)).toBe(1);
  expect((await open(actor, 2)).notices).toHaveLength(1);
  expect(await unread(actor)).toBe(0);
});

test.each(['https://example.com/', '//example.com', '/\\example.com', 'ho-so'])(
  'a message never leads away from this site: %s',
  async (link) => {
    await expect(told(reader(), { link })).rejects.toThrow(/notice_link_check/);
  },
);
