import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { anyShard } from './services.ts';
import type { ChannelName } from '../write/template.ts';
import { sealedLetter, sealedReceived, type Letter, type ReceivedText } from './sealed.ts';

/** What a service wants to have sent. */
export interface Ordered {
  readonly id: string;
  readonly serviceId: string;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly channel: ChannelName;
  readonly reference: string | null;
  readonly isTest: boolean;
  readonly letter: Letter;
  readonly parts: number | undefined;
  readonly at: Date;
}

/**
 * Accepts a message of a service and counts it. Under a test key it counts as delivered at once, is not sent and not
 * counted.
 */
export async function insertOrdered(tx: Tx, one: Ordered, on: Day): Promise<void> {
  const sealed = await sealedLetter.seal(tx, one.serviceId, one.id, one.letter);
  const [state, end] = one.isTest ? ['delivered', one.at] : ['waiting', null];
  await sql`/* prepared */
    with counted as (
      insert into notify.service_day as d (service_id, on_day, shard, n)
      select ${one.serviceId}::uuid, ${on}::date, ${anyShard()}::smallint, 1 where not ${one.isTest}::boolean
      on conflict (service_id, on_day, shard) do update set n = d.n + 1)
    insert into notify.message (id, service_id, event, template_id, template_version, reference, is_test, is_mandatory,
      state, channel, sealed, due_at, created_at, parts, sent_at, completed_at)
    values (${one.id}, ${one.serviceId}, 'service.message', ${one.templateId}, ${one.templateVersion}, ${one.reference},
      ${one.isTest}, true, ${state}, ${one.channel}, ${sealed}, ${one.at}, ${one.at}, ${one.parts ?? null}, ${end}, ${end})`.execute(
    tx,
  );
}

/** A message as its service sees it. */
export interface Notification {
  readonly id: string;
  readonly reference: string | null;
  readonly channel: ChannelName;
  readonly state: string;
  readonly attempt: number;
  readonly parts: number | null;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly templateName: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly completedAt: Date | null;
  readonly letter: Letter;
}

/** By what messages of a service are looked for. */
export interface Wanted {
  readonly id?: string | undefined;
  readonly channel?: ChannelName | undefined;
  readonly reference?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly olderThan?: string | undefined;
  readonly most: number;
}

/** Messages of a service, the latest first. */
export async function listNotifications(
  tx: Tx,
  serviceId: string,
  wanted: Wanted,
): Promise<Notification[]> {
  const { id, channel, reference, states, olderThan, most } = wanted;
  const { rows } = await sql<Notification>`
    select m.id, m.reference, m.channel, m.state, m.attempt, m.parts, m.template_id as "templateId",
           m.template_version as "templateVersion", t.name as "templateName", m.created_at as "createdAt",
           m.sent_at as "sentAt", m.completed_at as "completedAt", ${sealedLetter.readAs('m', 'letter')}
      from notify.message m join notify.template t on t.id = m.template_id
     where m.service_id = ${serviceId}
       and (${id ?? null}::uuid is null or m.id = ${id ?? null})
       and (${channel ?? null}::text is null or m.channel = ${channel ?? null})
       and (${reference ?? null}::text is null or m.reference = ${reference ?? null})
       and (${states ?? null}::text[] is null or m.state = any(${states ?? null}::text[]))
       and (${olderThan ?? null}::uuid is null or (m.created_at, m.id) <
            (select o.created_at, o.id from notify.message o where o.id = ${olderThan ?? null} and o.service_id = ${serviceId}))
     order by m.created_at desc, m.id desc limit ${most}`.execute(tx);
  return rows;
}

/** A text message came in for a service. */
export async function insertReceived(
  tx: Tx,
  serviceId: string,
  text: ReceivedText,
  at: Date,
): Promise<void> {
  const id = newId();
  const sealed = await sealedReceived.seal(tx, serviceId, id, text);
  await sql`insert into notify.received_text (id, service_id, sealed, received_at)
    values (${id}, ${serviceId}, ${sealed}, ${at})`.execute(tx);
}

/** Text messages that came in for a service, the latest first. */
export async function listReceived(
  tx: Tx,
  serviceId: string,
  olderThan: string | undefined,
  most: number,
): Promise<(ReceivedText & { readonly id: string; readonly receivedAt: Date })[]> {
  const { rows } = await sql<ReceivedText & { id: string; receivedAt: Date }>`
    select r.id, r.received_at as "receivedAt", ${sealedReceived.read('r')} from notify.received_text r
     where r.service_id = ${serviceId} and (${olderThan ?? null}::uuid is null or (r.received_at, r.id) <
       (select o.received_at, o.id from notify.received_text o where o.id = ${olderThan ?? null} and o.service_id = ${serviceId}))
     order by r.received_at desc, r.id desc limit ${most}`.execute(tx);
  return rows;
}
