import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Assurance } from '../person.ts';
import type { OpenedBy } from './sessions.ts';

/** One sign-in, as its owner sees it. */
export interface PastSignIn {
  readonly by: OpenedBy;
  readonly assurance: Assurance;
  readonly isNewDevice: boolean;
  readonly at: Date;
}

/** Writes a sign-in down. Where the national identity did not tell a level, the account's own counts. */
export async function insertSignIn(
  tx: Tx,
  accountId: string,
  signIn: Omit<PastSignIn, 'assurance'> & { readonly assurance: Assurance | null },
): Promise<void> {
  const { by, assurance, isNewDevice, at } = signIn;
  await sql`insert into identity.sign_in (id, account_id, opened_by, assurance, is_new_device, at)
    select ${newId()}, id, ${by},
           coalesce(${assurance}::smallint, case level when 'verified' then 2 else 1 end),
           ${isNewDevice}, ${at}
      from identity.account where id = ${accountId}`.execute(tx);
}

/** The sign-ins of an account, the last first. */
export async function listSignIns(tx: Tx, accountId: string, most: number): Promise<PastSignIn[]> {
  const { rows } = await sql<PastSignIn>`
    select opened_by as "by", assurance, is_new_device as "isNewDevice", at
      from identity.sign_in where account_id = ${accountId}
     order by at desc, id desc limit ${most}`.execute(tx);
  return rows;
}

/** Forgets sign-ins from before an instant. */
export async function deleteSignInsBefore(tx: Tx, before: Date): Promise<void> {
  await sql`delete from identity.sign_in where at < ${before}`.execute(tx);
}
