import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { isId } from '#/values/id.ts';

/** A device in a hall that may give tickets. */
export interface Kiosk {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
}

/** The open device of a key. */
export async function findKiosk(tx: Tx, keyHash: Buffer): Promise<Kiosk | undefined> {
  const { rows } = await sql<Kiosk>`
    select id, unit_id as "unitId", name from appointment.kiosk
     where key_hash = ${keyHash} and closed_at is null`.execute(tx);
  return rows[0];
}

/** The open devices. */
export async function listKiosks(tx: Tx): Promise<Kiosk[]> {
  const { rows } = await sql<Kiosk>`
    select id, unit_id as "unitId", name from appointment.kiosk where closed_at is null order by opened_at`.execute(
    tx,
  );
  return rows;
}

/** Opens a device. */
export async function insertKiosk(
  tx: Tx,
  kiosk: Kiosk,
  keyHash: Buffer,
  by: { readonly account: string; readonly at: Date },
): Promise<void> {
  await sql`insert into appointment.kiosk (id, unit_id, name, key_hash, opened_by, opened_at)
    values (${kiosk.id}, ${kiosk.unitId}, ${kiosk.name}, ${keyHash}, ${by.account}, ${by.at})`.execute(
    tx,
  );
}

/** Closes a device: its key opens nothing any more. */
export async function updateKioskClosed(tx: Tx, id: string, at: Date): Promise<void> {
  if (!isId(id)) return;
  await sql`update appointment.kiosk set closed_at = ${at} where id = ${id} and closed_at is null`.execute(
    tx,
  );
}
