import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Lang } from '#/values/text.ts';
import type { ChannelName } from '../write/template.ts';
import { sealedLetter, type Letter } from './sealed.ts';

/** A message that nobody has thought about yet. */
export interface NewMessage {
  readonly id: string;
  readonly personId: string;
  readonly event: string;
  readonly noticeId: string;
  readonly link: string;
  readonly createdAt: Date;
}

/** Takes the oldest messages that are to be planned; nobody else gets them before the transaction ends. */
export async function takeNew(tx: Tx, at: Date, most: number): Promise<NewMessage[]> {
  const { rows } = await sql<NewMessage>`
    select m.id, m.person_id as "personId", m.event, m.notice_id as "noticeId", n.link, m.created_at as "createdAt"
      from notify.message m join notify.notice n on n.id = m.notice_id
     where m.state = 'new' and m.due_at <= ${at}
     order by m.due_at limit ${most} for update of m skip locked`.execute(tx);
  return rows;
}

/** What a message is to say and where it goes first. */
export interface Plan {
  readonly id: string;
  readonly personId: string;
  readonly lang: Lang;
  readonly isMandatory: boolean;
  readonly state: 'waiting' | 'held' | 'dropped';
  readonly channel: ChannelName | null;
  readonly channels: readonly ChannelName[];
  readonly dueAt: Date;
  readonly letter: Letter;
  readonly at: Date;
}

export async function updatePlan(tx: Tx, plan: Plan): Promise<void> {
  const sealed =
    plan.state === 'dropped'
      ? null
      : await sealedLetter.seal(tx, plan.personId, plan.id, plan.letter);
  await sql`update notify.message
       set state = ${plan.state}, lang = ${plan.lang}, is_mandatory = ${plan.isMandatory},
           channel = ${plan.channel}, channels = ${plan.channels}, due_at = ${plan.dueAt}, sealed = ${sealed},
           completed_at = ${plan.state === 'dropped' ? plan.at : null}
     where id = ${plan.id}`.execute(tx);
}

/** A message that a worker has taken. */
export interface Claimed {
  readonly id: string;
  readonly personId: string | null;
  readonly serviceId: string | null;
  readonly event: string;
  readonly templateId: string | null;
  readonly templateVersion: number | null;
  readonly lang: Lang;
  readonly isMandatory: boolean;
  readonly channel: ChannelName;
  readonly channels: readonly ChannelName[];
  readonly attempt: number;
  readonly link: string | null;
  readonly letter: Letter;
}

/** For how long a worker may keep a message. */
const leaseMs = 120_000;

/**
 * Takes messages that are due on a channel, as many as its provider takes now and none while it rests. They are
 * claimed only: a worker that dies before the wire loses nothing.
 */
export async function claimDue(
  tx: Tx,
  channel: ChannelName,
  at: Date,
  most: number,
): Promise<Claimed[]> {
  const { rows: standing } = await sql<{ free: number }>`
    update notify.channel
       set tokens = least(per_second::double precision, tokens + per_second * extract(epoch from (greatest(${at}::timestamptz, refilled_at) - refilled_at))),
           refilled_at = greatest(${at}::timestamptz, refilled_at)
     where name = ${channel} and (rest_until is null or rest_until <= ${at})
    returning floor(tokens)::int as free`.execute(tx);
  const free = Math.min(most, standing[0]?.free ?? 0);
  if (free <= 0) return [];
  const leaseUntil = new Date(at.getTime() + leaseMs);
  const { rows } = await sql<Claimed>`
    with due as materialized (
      select id from notify.message where state = 'waiting' and channel = ${channel} and due_at <= ${at}
       order by due_at limit ${free} for update skip locked),
    taken as (
      update notify.message m set state = 'claimed', lease_until = ${leaseUntil} from due where m.id = due.id returning m.*)
    select t.id, t.person_id as "personId", t.service_id as "serviceId", t.event, t.template_id as "templateId",
           t.template_version as "templateVersion", t.lang, t.is_mandatory as "isMandatory",
           t.channel, t.channels, t.attempt, n.link, ${sealedLetter.readAs('t', 'letter')}
      from taken t left join notify.notice n on n.id = t.notice_id`.execute(tx);
  if (rows.length > 0)
    await sql`/* unanswered */ update notify.channel set tokens = tokens - ${rows.length} where name = ${channel}`.execute(
      tx,
    );
  return rows;
}

/** From now on it may be on the wire. False when the lease was over and somebody else has it. */
export async function beginHanding(
  tx: Tx,
  { id, channel }: Claimed,
  attemptId: string,
  at: Date,
): Promise<boolean> {
  const leaseUntil = new Date(at.getTime() + leaseMs);
  const { numAffectedRows } = await sql`
    with m as (
      update notify.message set state = 'handing', attempt = attempt + 1, lease_until = ${leaseUntil}
       where id = ${id} and state = 'claimed' and lease_until > ${at} returning id)
    insert into notify.attempt (id, message_id, channel, begun_at)
    select ${attemptId}::uuid, id, ${channel}, ${at}::timestamptz from m`.execute(tx);
  return numAffectedRows === 1n;
}

/** Gives claimed messages back whose worker died before the wire. */
export async function freeClaimed(tx: Tx, at: Date): Promise<void> {
  await sql`update notify.message set state = 'waiting', lease_until = null
     where state = 'claimed' and lease_until <= ${at}`.execute(tx);
}

/** Messages whose worker died while they may have been on the wire. */
export async function takeOrphans(
  tx: Tx,
  at: Date,
): Promise<Pick<Claimed, 'id' | 'channel' | 'channels' | 'attempt' | 'event' | 'serviceId'>[]> {
  const { rows } = await sql<Claimed>`
    select id, channel, channels, attempt, event, service_id as "serviceId" from notify.message
     where state = 'handing' and lease_until <= ${at} limit 200 for update skip locked`.execute(tx);
  return rows;
}
