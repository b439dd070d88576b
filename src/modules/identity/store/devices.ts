import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Whether an account was signed in to with this device. */
export async function isKnownDevice(tx: Tx, accountId: string, mac: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.known_device
     where account_id = ${accountId} and device_mac = ${mac}`.execute(tx);
  return rows.length > 0;
}

/** Whether any device of an account is known. */
export async function hasKnownDevice(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.known_device
     where account_id = ${accountId} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Notes a sign-in with a device. */
export async function upsertDevice(
  tx: Tx,
  accountId: string,
  mac: string,
  at: Date,
): Promise<void> {
  await sql`insert into identity.known_device (account_id, device_mac, seen_at)
    values (${accountId}, ${mac}, ${at})
    on conflict (account_id, device_mac) do update set seen_at = excluded.seen_at`.execute(tx);
}

/** Forgets the devices of an account. */
export async function deleteDevicesOf(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from identity.known_device where account_id = ${accountId}`.execute(tx);
}

/** Forgets devices that nobody has used since an instant. */
export async function deleteDevicesBefore(tx: Tx, before: Date): Promise<void> {
  await sql`delete from identity.known_device where seen_at < ${before}`.execute(tx);
}
