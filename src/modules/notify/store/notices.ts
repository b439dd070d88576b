import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import { text } from '#/values/text.ts';
import type { Notice } from '../notice.ts';
import type { Telling } from '../tell.ts';

/** What a person is told, under their key. */
const sealedNotice = sealedColumn<Pick<Notice, 'title' | 'body'>>({
  table: 'notify.notice',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { title: text('(đã xóa)', '(erased)'), body: text('(đã xóa)', '(erased)') },
});

/**
 * Writes a message, unless its key was used; with it, in the same statement, that it is to leave the house too. No act
 * costs a round trip for that, and none is told without its message.
 */
export async function insertNotice(
  tx: Tx,
  notice: Telling & { readonly id: string },
): Promise<void> {
  const { id, personId, event, title, body, link, key, at } = notice;
  const sealed = await sealedNotice.seal(tx, personId, id, { title, body });
  await sql`/* unanswered */ /* beyond: telling somebody else */
    with n as (
      insert into notify.notice (id, person_id, event, sealed, link, key, told_at)
      values (${id}, ${personId}, ${event}, ${sealed}, ${link}, ${key}, ${at})
      on conflict (person_id, key) do nothing returning id, person_id, event, told_at)
    insert into notify.message (id, person_id, notice_id, event, state, due_at, created_at)
    select id, person_id, id, event, 'new', told_at, told_at from n`.execute(tx);
}

/** What a notice says, for the message about it. */
export async function getWords(tx: Tx, noticeId: string): Promise<Pick<Notice, 'title' | 'body'>> {
  const { rows } = await sql<Pick<Notice, 'title' | 'body'>>`
    select ${sealedNotice.read('n')} from notify.notice n where n.id = ${noticeId}`.execute(tx);
  return rows[0]!;
}

/** One page of a person's messages, the latest first, and how many there are in all. */
export async function listNotices(
  tx: Tx,
  personId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ notices: Notice[]; total: number }> {
  const { rows: notices } = await sql<Notice>`
    select n.id, n.event, n.link, n.told_at as "toldAt", n.seen_at as "seenAt", ${sealedNotice.read('n')}
      from notify.notice n where n.person_id = ${personId}
     order by n.told_at desc, n.id desc limit ${limit} offset ${offset}`.execute(tx);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from notify.notice where person_id = ${personId}`.execute(tx);
  return { notices, total: rows[0]!.n };
}

/** How many messages a person has not seen. */
export async function countUnread(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from notify.notice where person_id = ${personId} and seen_at is null`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Notes that messages were seen; those seen before keep their time. */
export async function updateSeen(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update notify.notice set seen_at = greatest(${at}::timestamptz, told_at)
     where id = any(${ids}::uuid[]) and seen_at is null`.execute(tx);
}
