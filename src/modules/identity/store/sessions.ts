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
  /** How sure it is who the person is, by this sign-in. */
  readonly assurance: Assurance;
  readonly seenAt: Date;
  /** When the person last proved to be themselves; null when that is not known. */
  readonly confirmedAt: Date | null;
  /** By what they did; null when that is not known. */
  readonly confirmedBy: OpenedBy | null;
}

/** The strongest thing that a sign-in asked for. */
export type OpenedBy = 'password' | 'app' | 'recovery-code' | 'passkey' | 'demo' | 'national';

/** Begins a session; how long it lasts at most is told for each kind of account. */
export async function insertSession(
  tx: Tx,
  session: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly by: OpenedBy;
    /** What the national identity vouched for; null when the account decides. */
    readonly assurance: Assurance | null;
    readonly at: Date;
  },
): Promise<void> {
  const { tokenHash, accountId, by, assurance, at } = session;
  await sql`insert into identity.session
      (token_hash, account_id, opened_by, assurance, started_at, seen_at, confirmed_at, confirmed_by, ends_at)
    select ${tokenHash}, a.id, ${by}, ${assurance}, ${at}, ${at}, ${at}, ${by},
           ${at}::timestamptz + make_interval(hours => l.absolute_hours)
      from identity.account a join identity.session_limit l on l.kind = a.kind
     where a.id = ${accountId}`.execute(tx);
}

/** The session of a token hash, unless it ended or was idle for longer than those of its kind may. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select s.account_id as "accountId", a.person_id as "personId", a.kind, ${sealedPerson.pick('p', { fullName: 'fullName' })},
           a.level = 'verified' as "isVerified",
           case when a.level = 'verified' then coalesce(s.assurance, 2) else 1 end as "assurance",
           s.seen_at as "seenAt", s.confirmed_at as "confirmedAt", s.confirmed_by as "confirmedBy"
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
export async function updateConfirmed(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
  by: OpenedBy,
): Promise<void> {
  await sql`update identity.session set confirmed_at = ${at}, confirmed_by = ${by}
     where token_hash = ${tokenHash}`.execute(tx);
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

/** The sessions of an account that neither ended nor were idle for too long, the latest first. */
export async function listSessions(tx: Tx, accountId: string, at: Date): Promise<ListedSession[]> {
  const { rows } = await sql<ListedSession>`
    select s.id, s.token_hash as "tokenHash", s.opened_by as "by", s.started_at as "startedAt",
           s.seen_at as "seenAt"
      from identity.session s
      join identity.account a on a.id = s.account_id
      join identity.session_limit l on l.kind = a.kind
     where s.account_id = ${accountId} and s.ends_at > ${at}
       and s.seen_at > ${at}::timestamptz - make_interval(mins => l.idle_minutes)
     order by s.seen_at desc, s.started_at desc`.execute(tx);
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
