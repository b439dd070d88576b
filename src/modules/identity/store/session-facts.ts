import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { AccountKind, Assurance } from '../person.ts';
import type { OpenedBy } from './sessions.ts';

/** How somebody signed in, for those who have to vouch for it. */
export interface SessionFacts {
  /** Names the session; opens nothing. */
  readonly id: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly assurance: Assurance;
  readonly by: OpenedBy;
  readonly confirmedAt: Date | null;
}

const isOpen = (at: Date) => sql`
  s.ends_at > ${at} and a.closed_at is null
  and s.seen_at > ${at}::timestamptz - make_interval(mins => l.idle_minutes)`;

/** The facts of an open session, by the hash of its token. */
export async function findSessionFacts(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<SessionFacts | undefined> {
  const { rows } = await sql<SessionFacts>`
    select s.id, s.account_id as "accountId", a.kind,
           case when a.level = 'verified' then coalesce(s.assurance, 2) else 1 end as assurance,
           s.opened_by as by, s.confirmed_at as "confirmedAt"
      from identity.session s
      join identity.account a on a.id = s.account_id
      join identity.session_limit l on l.kind = a.kind
     where s.token_hash = ${tokenHash} and ${isOpen(at)}`.execute(tx);
  return rows[0];
}

/** Which of these sessions, by the ids of their facts, are still open. */
export async function listOpenAmong(tx: Tx, ids: readonly string[], at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from identity.session s
      join identity.account a on a.id = s.account_id
      join identity.session_limit l on l.kind = a.kind
     where s.id = any(${ids}::uuid[]) and ${isOpen(at)}`.execute(tx);
  return rows.map(({ id }) => id);
}
