import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { text, type Text } from '#/values/text.ts';

/** What a person has granted a client. */
export interface GrantSeen {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: Text;
  readonly scopes: readonly string[];
  readonly since: Date;
  readonly endsAt: Date;
  /** Whether the client acts by it for somebody else than who granted it. */
  readonly isForAnother: boolean;
}

interface GrantPayload {
  readonly openid?: { readonly scope?: string };
  readonly resources?: Readonly<Record<string, string>>;
  readonly iat?: number;
}

/** What an account has granted and not withdrawn, the latest first; own clients aside. */
export async function listGrants(tx: Tx, accountId: string, at: Date): Promise<GrantSeen[]> {
  const { rows } = await sql<{
    id: string;
    client_id: string;
    name: string;
    name_en: string;
    payload: GrantPayload;
    ends_at: Date;
    is_for_another: boolean;
  }>`
    select t.grant_id as id, t.client_id, c.name, c.name_en, t.payload, t.ends_at,
           t.mandate_id is not null as is_for_another
      from openid.token t join openid.client c on c.id = t.client_id
     where t.model = 'Grant' and t.account_id = ${accountId} and t.ends_at > ${at}
       and not c.is_own and c.ended_at is null
     order by t.ends_at desc`.execute(tx);
  return rows.map(({ id, client_id, name, name_en, payload, ends_at, is_for_another }) => ({
    id,
    clientId: client_id,
    clientName: text(name, name_en),
    scopes: [payload.openid?.scope ?? '', ...Object.values(payload.resources ?? {})]
      .join(' ')
      .split(' ')
      .filter((scope) => scope !== ''),
    since: new Date((payload.iat ?? 0) * 1000),
    endsAt: ends_at,
    isForAnother: is_for_another,
  }));
}

/** The ids of what an account has granted a client: for itself, or for whom it acts for by a mandate. */
export async function listGrantIds(
  tx: Tx,
  accountId: string,
  clientId: string,
  mandateId: string | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select grant_id as id from openid.token
     where model = 'Grant' and account_id = ${accountId} and client_id = ${clientId}
       and mandate_id is not distinct from ${mandateId ?? null}::uuid`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Throws away all that an account granted. Its sessions stay until partners are told that they are over. */
export async function deleteAllOf(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from openid.token
     where account_id = ${accountId} and model <> 'Session'`.execute(tx);
}

/** Throws away everything that was made for a client. */
export async function deleteAllFor(tx: Tx, clientId: string): Promise<void> {
  await sql`delete from openid.token where client_id = ${clientId}`.execute(tx);
}

/** The mandate by which a grant lets its client act for somebody else. */
export async function findMandateOf(tx: Tx, grantId: string): Promise<string | undefined> {
  const { rows } = await sql<{ mandate_id: string | null }>`
    select mandate_id from openid.token where grant_id = ${grantId} and model = 'Grant'`.execute(
    tx,
  );
  return rows[0]?.mandate_id ?? undefined;
}

/** From now on a grant counts for whom a mandate lets its giver act for. */
export async function updateGrantMandate(
  tx: Tx,
  grantId: string,
  mandateId: string,
): Promise<void> {
  await sql`update openid.token set mandate_id = ${mandateId}
     where grant_id = ${grantId} and model = 'Grant'`.execute(tx);
}

/** Whom a client knows under a name, and by which mandate they let it act; while their grant to it lasts. */
export async function findGranter(
  tx: Tx,
  clientId: string,
  subject: string,
  grantId: string,
  at: Date,
): Promise<{ accountId: string; mandateId: string | null } | undefined> {
  const { rows } = await sql<{ accountId: string; mandateId: string | null }>`
    select s.account_id as "accountId", t.mandate_id as "mandateId" from openid.subject s
      join openid.client c on c.id = s.client_id and c.ended_at is null
      join openid.token t on t.grant_id = ${grantId} and t.model = 'Grant'
       and t.account_id = s.account_id and t.client_id = s.client_id and t.ends_at > ${at}
     where s.client_id = ${clientId} and s.subject = ${subject}`.execute(tx);
  return rows[0];
}

/** The name under which a client knows an account; made at the first question. */
export async function subjectOf(
  tx: Tx,
  clientId: string,
  accountId: string,
  fresh: string,
  at: Date,
): Promise<string> {
  const { rows } = await sql<{ subject: string }>`
    with made as (
      insert into openid.subject (client_id, account_id, subject, since)
      values (${clientId}, ${accountId}, ${fresh}, ${at})
      on conflict do nothing returning subject)
    select subject from made
    union all
    select subject from openid.subject where client_id = ${clientId} and account_id = ${accountId}`.execute(
    tx,
  );
  // Two first questions at once: the loser sees the winner's row only in a new statement.
  return rows[0]?.subject ?? subjectOf(tx, clientId, accountId, fresh, at);
}
