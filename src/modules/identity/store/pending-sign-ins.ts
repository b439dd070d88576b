import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { AccountKind } from '../person.ts';
import { sealedAccount } from './sealed.ts';

/** A sign-in that waits for its second factor. */
export interface PendingSignIn {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly goTo: string | null;
  readonly tries: number;
}

/** Keeps a sign-in that waits. */
export async function insertPending(
  tx: Tx,
  pending: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly goTo: string | null;
    readonly endsAt: Date;
  },
): Promise<void> {
  await sql`insert into identity.pending_sign_in (token_hash, account_id, go_to, ends_at)
    values (${pending.tokenHash}, ${pending.accountId}, ${pending.goTo}, ${pending.endsAt})`.execute(
    tx,
  );
}

/** The sign-in of a token that still waits, held until the transaction ends: of two answers at once, one counts. */
export async function lockPending(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<PendingSignIn | undefined> {
  const { rows } = await sql<PendingSignIn>`
    select p.account_id as "accountId", a.person_id as "personId", a.name, ${sealedAccount.read('a')}, a.kind,
           p.go_to as "goTo", p.tries
      from identity.pending_sign_in p
      join identity.account a on a.id = p.account_id and a.closed_at is null
     where p.token_hash = ${tokenHash} and p.ends_at > ${at}
       for update of p`.execute(tx);
  return rows[0];
}

/** Counts a wrong code. */
export async function updateTries(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`update identity.pending_sign_in set tries = tries + 1
     where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends one that waited. */
export async function deletePending(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`delete from identity.pending_sign_in where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends all that wait for an account. */
export async function deletePendingOf(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from identity.pending_sign_in where account_id = ${accountId}`.execute(tx);
}

/** Throws away those that waited too long. */
export async function deleteEndedPending(tx: Tx, at: Date): Promise<void> {
  await sql`delete from identity.pending_sign_in where ends_at < ${at}`.execute(tx);
}
