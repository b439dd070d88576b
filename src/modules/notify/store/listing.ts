import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Lang } from '#/values/text.ts';
import type { ChannelName } from '../write/template.ts';
import { sealedLetter, type Letter } from './sealed.ts';

/** A message as administrators see it in a list: nothing of whom it goes to. */
export interface Listed {
  readonly id: string;
  readonly event: string;
  readonly service: string | null;
  readonly channel: ChannelName | null;
  readonly state: string;
  readonly attempt: number;
  readonly fault: string | null;
  readonly dueAt: Date;
  readonly createdAt: Date;
}

const stuck = ['failed', 'dead', 'unknown'];

/** Messages that need somebody, or the latest of all; the latest first. */
export async function listMessages(
  tx: Tx,
  { onlyStuck, limit, offset }: { onlyStuck: boolean; limit: number; offset: number },
): Promise<{ messages: Listed[]; total: number }> {
  const states = onlyStuck ? stuck : null;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<Listed>`/* beyond: an administrator looks what became of messages */
      select m.id, m.event, s.name as service, m.channel, m.state, m.attempt, m.fault, m.due_at as "dueAt", m.created_at as "createdAt"
        from notify.message m left join notify.service s on s.id = m.service_id
       where ${states}::text[] is null or m.state = any(${states}::text[])
       order by m.created_at desc, m.id desc limit ${limit} offset ${offset}`.execute(tx),
    sql<{ n: number }>`/* beyond: an administrator looks what became of messages */
      select count(*) as n from (select from notify.message m
        where ${states}::text[] is null or m.state = any(${states}::text[]) limit 10000) found`.execute(
      tx,
    ),
  ]);
  return { messages: rows, total: counted[0]!.n };
}

/** How many messages there are in each state, and since when the oldest waits. */
export async function countStates(
  tx: Tx,
): Promise<{ readonly stuck: number; readonly waiting: number }> {
  const { rows } = await sql<{
    stuck: number;
    waiting: number;
  }>`/* beyond: how many messages need somebody */
    select (select count(*) from notify.message where state in ('failed', 'dead', 'unknown')) as stuck,
           (select count(*) from notify.message where state = 'waiting') as waiting`.execute(tx);
  return rows[0]!;
}

/** A message that would have gone out, with its address. */
export interface CaughtMessage {
  readonly id: string;
  readonly event: string;
  readonly channel: ChannelName;
  readonly lang: Lang;
  readonly serviceId: string | null;
  readonly templateId: string | null;
  readonly templateVersion: number | null;
  readonly sentAt: Date;
  readonly letter: Letter;
}

/** The latest messages that the catcher of the demonstration took. */
export async function listCaught(tx: Tx, most: number): Promise<CaughtMessage[]> {
  const { rows } =
    await sql<CaughtMessage>`/* beyond: messages of the demonstration, which went nowhere */
    select m.id, m.event, m.channel, m.lang, m.service_id as "serviceId", m.template_id as "templateId",
           m.template_version as "templateVersion", m.sent_at as "sentAt", ${sealedLetter.readAs('m', 'letter')}
      from notify.message m where m.provider_ref like 'caught %'
     order by m.sent_at desc limit ${most}`.execute(tx);
  return rows;
}

/** Where a message went. */
export async function findLetter(tx: Tx, id: string): Promise<Letter | undefined> {
  const { rows } = await sql<{ letter: Letter }>`
    select ${sealedLetter.readAs('m', 'letter')} from notify.message m where m.id = ${id}`.execute(
    tx,
  );
  return rows[0]?.letter;
}

/** A message that got stuck is tried again by the channel that it got stuck on. False when it is none. */
export async function updateAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`/* beyond: an administrator sends it again */
    update notify.message set state = 'waiting', attempt = 0, due_at = ${at}, completed_at = null
     where id = ${id} and state = any(${stuck}::text[]) and channel is not null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Whose message an unsubscription is about. */
export async function findTold(
  tx: Tx,
  id: string,
): Promise<{ personId: string; event: string } | undefined> {
  const { rows } = await sql<{
    personId: string;
    event: string;
  }>`/* beyond: the link in the mail proves itself */
    select person_id as "personId", event from notify.message where id = ${id} and person_id is not null and not is_mandatory`.execute(
    tx,
  );
  return rows[0];
}

/** How a channel stands. */
export interface ChannelStanding {
  readonly name: ChannelName;
  readonly perSecond: number;
  readonly restUntil: Date | null;
}

export async function listStandings(tx: Tx): Promise<ChannelStanding[]> {
  const { rows } = await sql<ChannelStanding>`
    select name, per_second as "perSecond", rest_until as "restUntil" from notify.channel order by name`.execute(
    tx,
  );
  return rows;
}
