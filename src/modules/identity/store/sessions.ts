import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { AccountKind, Assurance } from '../person.ts';
import { sealedPerson } from './sealed.ts';

/** An open session as its request sees it. */
export interface OpenSession {
  readonly accountId: string;
  readonly personId: string;
  readonly kind: AccountKind;
  readonly fullName: string;
  /** Whether the person's identity was made sure of. */
  readonly isVerified: boolean;
  readonly seenAt: Date;
  /** When the person last proved to be themselves; null when that is not known. */
  readonly confirmedAt: Date | null;
}

/** The strongest thing that a sign-in asked for. */
export type OpenedBy = 'password' | 'app' | 'recovery-code' | 'passkey' | 'demo';

/** Begins a session. */
export async function insertSession(
  tx: Tx,
  session: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly by: OpenedBy;
    readonly at: Date;
    readonly endsAt: Date;
  },
): Promise<void> {
  const { tokenHash, accountId, by, at, endsAt } = session;
  await sql`insert into identity.session
      (token_hash, account_id, opened_by, started_at, seen_at, confirmed_at, ends_at)
    values (${tokenHash}, ${accountId}, ${by}, ${at}, ${at}, ${at}, ${endsAt})`.execute(tx);
}

/** The session of a token hash, unless it ended or was idle since before `idleSince`. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select s.account_id as "accountId", a.person_id as "personId", a.kind, ${sealedPerson.pick('p', { fullName: 'fullName' })},
           a.level = 'verified' as "isVerified",
           case when a.level = 'verified' then coalesce(s.assurance, 2) else 1 end as "assurance",
           s.seen_at as "seenAt", s.confirmed_at as "confirmedAt"
      from identity.session s
      join identity.account a on a.id = s.account_id and a.closed_at is null
      join identity.session_limit l on l.kind = a.kind
      join identity.person p on p.id = a.person_id
     where s.token_hash = ${tokenHash} and s.ends_at > ${at}
       and s.seen_at > ${at}::timestamptz - make_interval(mins => l.idle_minutes)`.execute(tx);
  return rows[0];
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
  await sql`update identity.session set seen_at = ${at} where token_hash = ${tokenHash}`.execute(
    tx,
  );
}

/** Notes that the person has proved again to be themselves. */
export async function updateConfirmed(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
  await sql`update identity.session set confirmed_at = ${at} where token_hash = ${tokenHash}`.execute(
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

/** Ends one session of an account, by the name that its owner knows. */
export async function deleteSessionNamed(tx: Tx, accountId: string, id: string): Promise<void> {
  await sql`delete from identity.session where account_id = ${accountId} and id = ${id}`.execute(
    tx,
  );
}

/** A session as it is listed. */
export interface ListedSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly by: OpenedBy;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

/** The sessions of an account that neither ended nor were idle since before `idleSince`, the latest first. */
export async function listSessions(
  tx: Tx,
  accountId: string,
  at: Date,
  idleSince: Date,
): Promise<ListedSession[]> {
  const { rows } = await sql<ListedSession>`
    select id, token_hash as "tokenHash", opened_by as "by", started_at as "startedAt",
           seen_at as "seenAt"
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
