import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { sealedPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';

/** An official's account with what SCIM adds to it. */
export interface UserRow {
  readonly id: string;
  readonly personId: string;
  readonly userName: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly title: string | null;
  readonly externalId: string | null;
  readonly isOpen: boolean;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** Ways to look for few at once; all of them otherwise. */
export interface Wanted {
  readonly id?: string | undefined;
  readonly userName?: string | undefined;
  readonly externalId?: string | undefined;
}

/** Accounts of officials that SCIM has not deleted, by their names. */
export async function listUsers(
  tx: Tx,
  { id, userName, externalId }: Wanted = {},
): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select a.id, a.person_id as "personId", a.name as "userName", a.closed_at is null as "isOpen",
           a.created_at as "createdAt", r.external_id as "externalId", r.title,
           coalesce(r.changed_at, a.closed_at, a.created_at) as "changedAt",
           ${sealedPerson.pick('p', { fullName: 'fullName', email: 'email' })},
           ${sealedPerson.pick('p', { phone: 'phone' })}
      from identity.account a
      join identity.person p on p.id = a.person_id
      left join provisioning.user_record r on r.account_id = a.id
     where a.kind = 'official' and r.deleted_at is null
       and (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid)
       and (${userName ?? null}::text is null or a.name = ${userName ?? null})
       and (${externalId ?? null}::text is null or r.external_id = ${externalId ?? null})
     order by a.name`.execute(tx);
  return rows;
}

/** Keeps what SCIM adds. False when another has the external id. */
export async function upsertRecord(
  tx: Tx,
  record: {
    readonly accountId: string;
    readonly externalId: string | null;
    readonly title: string | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const { accountId, externalId, title, at } = record;
  const { rows } = await sql`select 1 from provisioning.user_record
    where external_id = ${externalId} and deleted_at is null and account_id <> ${accountId}`.execute(
    tx,
  );
  if (rows.length > 0) return false;
  await sql`insert into provisioning.user_record (account_id, external_id, title, changed_at)
    values (${accountId}, ${externalId}, ${title}, ${at})
    on conflict (account_id) do update
      set external_id = excluded.external_id, title = excluded.title, changed_at = excluded.changed_at`.execute(
    tx,
  );
  return true;
}

/** SCIM shows the user no more. */
export async function markDeleted(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`insert into provisioning.user_record (account_id, changed_at, deleted_at)
    values (${accountId}, ${at}, ${at})
    on conflict (account_id) do update set deleted_at = ${at}`.execute(tx);
}

/** Until the end of the transaction nobody else changes the resource. */
export async function lockResource(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`scim ${id}`}, 0))`.execute(tx);
}

/** A post that an official with an account holds. */
export interface HeldRow {
  readonly postId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly userName: string;
  readonly unitId: string;
  readonly role: string;
}

/** Posts that are held on a day by people whose account is open; of one account when it is named. */
export async function listHeld(tx: Tx, on: string, accountId?: string): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select post.id as "postId", a.id as "accountId", post.person_id as "personId", a.name as "userName",
           post.unit_id as "unitId", post.role
      from agency.post join identity.account a on a.person_id = post.person_id
     where a.kind = 'official' and a.closed_at is null
       and daterange(post.valid_from, post.valid_to) @> ${on}::date
       and (${accountId ?? null}::uuid is null or a.id = ${accountId ?? null}::uuid)
     order by a.name`.execute(tx);
  return rows;
}

/** Keeps what was done, by whom; names of attributes, never their values. */
export async function insertChange(
  tx: Tx,
  change: {
    readonly resource: 'User' | 'Group' | 'Token';
    readonly id: string;
    readonly change:
      | 'created'
      | 'changed'
      | 'closed'
      | 'opened'
      | 'deleted'
      | 'joined'
      | 'left'
      | 'ended';
    readonly fields: readonly string[];
    readonly byName: string;
    readonly byAccount: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('provisioning.change')
    .values({
      id: newId(),
      resource: change.resource,
      resource_id: change.id,
      change: change.change,
      fields: [...change.fields],
      by_name: change.byName,
      by_account: change.byAccount,
      at: change.at,
    })
    .execute();
}

/** The latest changes. */
export async function listChanges(tx: Tx, limit: number) {
  return tx
    .selectFrom('provisioning.change')
    .select(['id', 'resource', 'resource_id', 'change', 'fields', 'by_name', 'at'])
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Keeps a new token. */
export async function insertToken(
  tx: Tx,
  made: {
    readonly id: string;
    readonly name: string;
    readonly token: string;
    readonly by: string;
    readonly at: Date;
    readonly endsAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('provisioning.token')
    .values({
      id: made.id,
      name: made.name,
      token_hash: hashOf(made.token),
      made_by: made.by,
      made_at: made.at,
      ends_at: made.endsAt,
    })
    .execute();
}

/** The token that opens now; its use is noted, once a minute. */
export async function findToken(
  tx: Tx,
  token: string,
  at: Date,
): Promise<{ readonly name: string; readonly madeBy: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string; madeBy: string; usedAt: Date | null }>`
    select id, name, made_by as "madeBy", used_at as "usedAt" from provisioning.token
     where token_hash = ${hashOf(token)} and ends_at > ${at}`.execute(tx);
  const [row] = rows;
  if (row && (row.usedAt === null || at.getTime() - row.usedAt.getTime() > 60_000))
    await sql`update provisioning.token set used_at = ${at} where id = ${row.id}`.execute(tx);
  return row;
}

/** All tokens, the latest first. */
export async function listTokens(tx: Tx) {
  return tx
    .selectFrom('provisioning.token')
    .select(['id', 'name', 'made_at', 'used_at', 'ends_at'])
    .orderBy('made_at', 'desc')
    .execute();
}

/** Ends a token. False when it has ended. */
export async function endToken(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update provisioning.token set ends_at = ${at}
    where id = ${id} and ends_at > ${at}`.execute(tx);
  return numAffectedRows === 1n;
}
