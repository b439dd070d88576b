import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { ChannelName } from '../write/template.ts';
import { sealedCallback, sealedLetter, type CallbackPlace, type Letter } from './sealed.ts';

/** That a service is to be told. A service without an address for it is not. */
export async function insertCallback(
  tx: Tx,
  {
    messageId,
    serviceId,
    status,
    at,
  }: {
    readonly messageId: string;
    readonly serviceId: string;
    readonly status: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`insert into notify.callback (id, service_id, message_id, status, due_at, created_at)
    values (${newId()}, ${serviceId}, ${messageId}, ${status}, ${at}, ${at})`.execute(tx);
}

/** A telling that is due, with all that it says. */
export interface DueCallback {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
  readonly messageId: string;
  readonly reference: string | null;
  readonly channel: ChannelName;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly completedAt: Date | null;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly letter: Letter;
  readonly place: CallbackPlace;
}

/** Takes one that is due: it is tried again after `pause` unless it is settled before. */
export async function claimCallback(
  tx: Tx,
  at: Date,
  again: Date,
): Promise<DueCallback | undefined> {
  const { rows } = await sql<DueCallback>`
    with due as (
      select id from notify.callback where due_at <= ${at} order by due_at limit 1 for update skip locked),
    taken as (
      update notify.callback c set attempts = attempts + 1, due_at = ${again} from due where c.id = due.id returning c.*)
    select t.id, t.status, t.attempts, m.id as "messageId", m.reference, m.channel, m.created_at as "createdAt",
           m.sent_at as "sentAt", m.completed_at as "completedAt", m.template_id as "templateId",
           m.template_version as "templateVersion", ${sealedLetter.readAs('m', 'letter')}, ${sealedCallback.readAs('s', 'place')}
      from taken t join notify.message m on m.id = t.message_id join notify.service s on s.id = t.service_id`.execute(
    tx,
  );
  return rows[0];
}

/** It was told, or has to be told later, or never. */
export async function updateCallback(
  tx: Tx,
  id: string,
  next: { readonly dueAt: Date | null; readonly fault: string | null },
): Promise<void> {
  await sql`update notify.callback set due_at = ${next.dueAt}, fault = ${next.fault} where id = ${id}`.execute(
    tx,
  );
}
