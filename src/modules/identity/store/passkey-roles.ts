import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Whether any of these roles approves by passkey alone. */
export async function hasPasskeyRole(tx: Tx, roles: readonly string[]): Promise<boolean> {
  if (roles.length === 0) return false;
  const { rows } = await sql`
    select from identity.passkey_role where role = any(${roles}::text[]) limit 1`.execute(tx);
  return rows.length > 0;
}
