import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { namesToFind } from './accounts.ts';

/** Writes a code that an official has issued. */
export async function insertPasswordCode(
  tx: Tx,
  code: {
    readonly accountId: string;
    readonly mac: string;
    readonly issuedBy: string;
    readonly at: Date;
    readonly endsAt: Date;
  },
): Promise<void> {
  await sql`insert into identity.password_code (id, account_id, code_mac, issued_by, issued_at, ends_at)
    values (${newId()}, ${code.accountId}, ${code.mac}, ${code.issuedBy}, ${code.at}, ${code.endsAt})`.execute(
    tx,
  );
}

/**
 * The open account of a name whose last code this is, when that can still be used. The code is held until the
 * transaction ends, so that two who use it at once do not both succeed.
 */
export async function lockPasswordCode(
  tx: Tx,
  { name, mac, at }: { readonly name: string; readonly mac: string; readonly at: Date },
): Promise<{ readonly id: string; readonly accountId: string } | undefined> {
  const { rows } = await sql<{ id: string; accountId: string }>`
    select c.id, c.account_id as "accountId"
      from identity.password_code c join identity.account a on a.id = c.account_id and a.closed_at is null
     where a.name = any(${await namesToFind(tx, name)}::text[]) and c.code_mac = ${mac} and c.used_at is null and c.ends_at > ${at}
       and not exists (
         select from identity.password_code later
          where later.account_id = c.account_id and (later.issued_at, later.id) > (c.issued_at, c.id))
       for update of c`.execute(tx);
  return rows[0];
}

/** Notes that a code was used. */
export async function updateUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update identity.password_code set used_at = ${at} where id = ${id}`.execute(tx);
}
