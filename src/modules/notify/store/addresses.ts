import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { blindIndex } from '#/platform/vault/index.ts';
import { newId } from '#/values/id.ts';
import type { Subscription } from '../channels/push.ts';
import type { ChannelName } from '../write/template.ts';
import { sealedSubscription } from './sealed.ts';

/** What addresses are looked up by. */
const addressKind = 'notify.address';

/** Nobody writes there any more. */
export async function insertDeadAddress(
  tx: Tx,
  dead: {
    readonly channel: ChannelName;
    readonly address: string;
    readonly code: string;
    readonly at: Date;
  },
): Promise<void> {
  const mac = await blindIndex(tx, addressKind, dead.address);
  await sql`insert into notify.dead_address (channel, mac, code, since)
    values (${dead.channel}, ${mac}, ${dead.code}, ${dead.at}) on conflict do nothing`.execute(tx);
}

/** Whether the server of an address said that it does not exist. */
export async function isDead(tx: Tx, channel: ChannelName, address: string): Promise<boolean> {
  const mac = await blindIndex(tx, addressKind, address);
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from notify.dead_address where channel = ${channel} and mac = ${mac}) as yes`.execute(
    tx,
  );
  return rows[0]!.yes;
}

/** Keeps a browser of a person; one that somebody else signed in with before is theirs no longer. */
export async function putSubscription(
  tx: Tx,
  personId: string,
  subscription: Subscription,
  at: Date,
): Promise<void> {
  const id = newId();
  const mac = await blindIndex(tx, addressKind, subscription.endpoint);
  const sealed = await sealedSubscription.seal(tx, personId, id, subscription);
  await sql`/* beyond: a browser that somebody else used before */
    delete from notify.push_subscription where endpoint_mac = ${mac}`.execute(tx);
  await sql`insert into notify.push_subscription (id, person_id, endpoint_mac, sealed, created_at)
    values (${id}, ${personId}, ${mac}, ${sealed}, ${at})`.execute(tx);
}

/** The browsers of a person. */
export async function listSubscriptions(
  tx: Tx,
  personId: string,
): Promise<(Subscription & { readonly id: string; readonly createdAt: Date })[]> {
  const { rows } = await sql<Subscription & { id: string; createdAt: Date }>`
    select s.id, s.created_at as "createdAt", ${sealedSubscription.read('s')}
      from notify.push_subscription s where s.person_id = ${personId} order by s.created_at desc limit 20`.execute(
    tx,
  );
  return rows;
}

/** Forgets a browser of a person. */
export async function deleteSubscription(tx: Tx, personId: string, id: string): Promise<void> {
  await sql`delete from notify.push_subscription where id = ${id} and person_id = ${personId}`.execute(
    tx,
  );
}

/** Forgets a browser that its push service no longer knows. */
export async function deleteEndpoint(tx: Tx, endpoint: string): Promise<void> {
  const mac = await blindIndex(tx, addressKind, endpoint);
  await sql`delete from notify.push_subscription where endpoint_mac = ${mac}`.execute(tx);
}
