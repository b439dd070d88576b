import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { sealedCallback, sealedSecret, type CallbackPlace } from './sealed.ts';

/** A service of another agency. */
export interface Service extends CallbackPlace {
  readonly id: string;
  readonly name: string;
  readonly dailyLimit: number;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

export interface ServiceKey {
  readonly id: string;
  readonly name: string;
  readonly kind: 'normal' | 'test';
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

/** False, and nothing written, when a service of this name is there. */
export async function insertService(
  tx: Tx,
  one: Omit<Service, 'endedAt'> & { readonly by: string },
): Promise<boolean> {
  const sealed = await sealedCallback.seal(tx, one.id, one.id, {
    callbackUrl: one.callbackUrl,
    callbackToken: one.callbackToken,
    inboundNumber: one.inboundNumber,
  });
  const { numAffectedRows } = await sql`
    insert into notify.service (id, name, daily_limit, sealed, made_by, made_at)
    values (${one.id}, ${one.name}, ${one.dailyLimit}, ${sealed}, ${one.by}, ${one.madeAt})
    on conflict (name) where ended_at is null do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function listServices(tx: Tx): Promise<Service[]> {
  const { rows } = await sql<Service>`
    select s.id, s.name, s.daily_limit as "dailyLimit", s.made_at as "madeAt", s.ended_at as "endedAt", ${sealedCallback.read('s')}
      from notify.service s order by s.ended_at is not null, s.name`.execute(tx);
  return rows;
}

export async function findService(tx: Tx, id: string): Promise<Service | undefined> {
  const { rows } = await sql<Service>`/* prepared */
    select s.id, s.name, s.daily_limit as "dailyLimit", s.made_at as "madeAt", s.ended_at as "endedAt", ${sealedCallback.read('s')}
      from notify.service s where s.id = ${id}`.execute(tx);
  return rows[0];
}

export async function updateServiceEnded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update notify.service set ended_at = ${at} where id = ${id} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function insertKey(
  tx: Tx,
  key: Omit<ServiceKey, 'endedAt'> & {
    readonly serviceId: string;
    readonly secret: string;
    readonly by: string;
  },
): Promise<void> {
  const sealed = await sealedSecret.seal(tx, key.serviceId, key.id, { secret: key.secret });
  await sql`insert into notify.service_key (id, service_id, name, kind, sealed, made_by, made_at)
    values (${key.id}, ${key.serviceId}, ${key.name}, ${key.kind}, ${sealed}, ${key.by}, ${key.madeAt})`.execute(
    tx,
  );
}

/** Keys of a service without their secrets, the latest first. */
export async function listKeys(tx: Tx, serviceId: string): Promise<ServiceKey[]> {
  const { rows } = await sql<ServiceKey>`
    select id, name, kind, made_at as "madeAt", ended_at as "endedAt" from notify.service_key
     where service_id = ${serviceId} order by made_at desc`.execute(tx);
  return rows;
}

export async function updateKeyEnded(
  tx: Tx,
  serviceId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update notify.service_key set ended_at = ${at}
     where id = ${id} and service_id = ${serviceId} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** A key as tokens are checked against it. */
export interface SecretKey extends Pick<ServiceKey, 'id' | 'kind' | 'endedAt'> {
  readonly secret: string;
}

/** All keys that a service has had, with their secrets. */
export async function listSecrets(tx: Tx, serviceId: string): Promise<SecretKey[]> {
  const { rows } = await sql<SecretKey>`/* prepared */
    select sk.id, sk.kind, sk.ended_at as "endedAt", ${sealedSecret.read('sk')} from notify.service_key sk
     where sk.service_id = ${serviceId} order by sk.made_at desc limit 50`.execute(tx);
  return rows;
}

/** Into so many parts the count of a day is cut: senders at once seldom meet in one. */
const shards = 16;

/** How many messages a service has sent on a day. */
export async function countSent(tx: Tx, serviceId: string, on: Day): Promise<number> {
  const { rows } = await sql<{ n: number }>`/* prepared */
    select coalesce(sum(n), 0)::int as n from notify.service_day where service_id = ${serviceId} and on_day = ${on}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** One of them, at random. */
export function anyShard(): number {
  return Math.floor(Math.random() * shards);
}
