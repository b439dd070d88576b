import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { AccountKind } from '../person.ts';

/** An open session as its request sees it. */
export interface OpenSession {
  readonly accountId: string;
  readonly personId: string;
  readonly kind: AccountKind;
  readonly fullName: string;
  /** Whether the person's identity was made sure of. */
  readonly isVerified: boolean;
  readonly seenAt: Date;
}

/** Begins a session. */
export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; accountId: string; at: Date; endsAt: Date },
): Promise<void> {
  const { tokenHash, accountId, at, endsAt } = session;
  await sql`insert into identity.session (token_hash, account_id, started_at, seen_at, ends_at)
    values (${tokenHash}, ${accountId}, ${at}, ${at}, ${endsAt})`.execute(tx);
}

/** The session of a token hash, unless it ended or was idle since before `idleSince`. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
  idleSince: Date,
): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select s.account_id as "accountId", a.person_id as "personId", a.kind, p.full_name as "fullName",
           a.level = 'verified' as "isVerified", s.seen_at as "seenAt"
      from identity.session s
      join identity.account a on a.id = s.account_id and a.closed_at is null
      join identity.person p on p.id = a.person_id
     where s.token_hash = ${tokenHash} and s.ends_at > ${at} and s.seen_at > ${idleSince}`.execute(
    tx,
  );
  return rows[0];
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
  await sql`update identity.session set seen_at = ${at} where token_hash = ${tokenHash}`.execute(
    tx,
  );
}

/** Ends a session. */
export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`delete from identity.session where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends all sessions of an account but one. */
export async function deleteOtherSessions(tx: Tx, accountId: string, kept: Buffer): Promise<void> {
  await sql`delete from identity.session where account_id = ${accountId} and token_hash <> ${kept}`.execute(
    tx,
  );
}

/** The sessions of an account that neither ended nor were idle since before `idleSince`, the latest first. */
export async function listSessions(
  tx: Tx,
  accountId: string,
  at: Date,
  idleSince: Date,
): Promise<{ tokenHash: Buffer; startedAt: Date; seenAt: Date }[]> {
  const { rows } = await sql<{ tokenHash: Buffer; startedAt: Date; seenAt: Date }>`
    select token_hash as "tokenHash", started_at as "startedAt", seen_at as "seenAt"
      from identity.session
     where account_id = ${accountId} and ends_at > ${at} and seen_at > ${idleSince}
     order by seen_at desc, started_at desc`.execute(tx);
  return rows;
}

/** Throws away sessions that are over. */
export async function deleteEndedSessions(tx: Tx, at: Date): Promise<void> {
  await sql`delete from identity.session where ends_at < ${at}`.execute(tx);
}

/** Ends all sessions of an account. */
export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
}
