import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { blindIndex, blindIndexes } from '#/platform/vault/index.ts';
import type { Account, AccountLevel } from '../person.ts';
import { accountNameKind, sealedAccount, sealedPerson } from './sealed.ts';

/** Opens an account. False, and nothing written, when the name is taken. */
export async function insertAccount(tx: Tx, account: Account, at: Date): Promise<boolean> {
  const isNumber = /^\d+$/.test(account.name);
  const [keptName, sealed, macs] = isNumber
    ? await Promise.all([
        blindIndex(tx, accountNameKind, account.name).then((mac) => mac.toString('hex')),
        sealedAccount.seal(tx, account.personId, account.id, { name: account.name }),
        keptNames(tx, account.name),
      ])
    : [account.name, null, []];
  const { numAffectedRows } = await sql`
    insert into identity.account (id, person_id, name, sealed, kind, level, password_hash, is_demo, created_at)
    select ${account.id}::uuid, ${account.personId}::uuid, ${keptName}::text, ${sealed}::bytea, ${account.kind}::text,
           ${account.level}::text, ${account.passwordHash}::text, ${account.isDemo}::boolean, ${at}::timestamptz
     where not exists (
       select from identity.account where name = any(${macs}::text[]) and (closed_at is null or kind <> 'citizen'))
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The open account of a name, if any. */
export async function findAccount(tx: Tx, name: string): Promise<Account | undefined> {
  return findAccountBy(tx, sql`a.name = any(${await namesToFind(tx, name)}::text[])`);
}

/** As which an account of this name may be kept: as it is, or as the keyed hash of a citizen's number. */
export async function namesToFind(tx: Tx, name: string): Promise<string[]> {
  const lower = name.toLowerCase();
  return [lower, ...(await keptNames(tx, lower))];
}

async function keptNames(tx: Tx, name: string): Promise<string[]> {
  return (await blindIndexes(tx, accountNameKind, name)).map((mac) => mac.toString('hex'));
}

/** The open account of an id, if any. */
export function findAccountById(tx: Tx, id: string): Promise<Account | undefined> {
  return findAccountBy(tx, sql`a.id = ${id}`);
}

/** The open account of an id. @throws Error when there is none. */
export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const account = await findAccountBy(tx, sql`a.id = ${id}`);
  if (!account) throw new Error(`no open account ${id}`);
  return account;
}

async function findAccountBy(tx: Tx, which: RawBuilder<unknown>): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select a.id, a.person_id as "personId", a.name, a.kind, a.level, a.password_hash as "passwordHash",
           a.is_demo as "isDemo", ${sealedAccount.read('a')}
      from identity.account a where ${which} and a.closed_at is null`.execute(tx);
  return rows[0];
}

/** Opens or closes all demo accounts; those whose state changes only. */
export async function setDemoAccountsOpen(tx: Tx, isOpen: boolean, at: Date): Promise<void> {
  await sql`
    update identity.account set closed_at = ${isOpen ? null : at}
     where is_demo and (closed_at is null) <> ${isOpen}`.execute(tx);
}

/** The id of the first open account of a person: where notices to the person go. */
export async function findAccountIdOf(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .select('id')
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.id;
}

/** A citizen's own account, as those see it who compare its person with an identity card. */
export interface CitizenAccount {
  readonly id: string;
  readonly level: AccountLevel;
  readonly openedAt: Date;
  /** When an official has seen the card; null for an account that was never merely claimed. */
  readonly verifiedAt: Date | null;
}

/** The open account with which a person files as a citizen. One that nobody has verified comes first. */
export async function findCitizenAccount(
  tx: Tx,
  personId: string,
): Promise<CitizenAccount | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .select(['id', 'level', 'created_at', 'verified_at'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'citizen')
    .where('closed_at', 'is', null)
    .orderBy('level')
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      level: row.level as AccountLevel,
      openedAt: row.created_at,
      verifiedAt: row.verified_at,
    }
  );
}

/** Whether the person has an open citizen's account of which it is certain whose it is. */
export async function hasVerifiedAccount(tx: Tx, personId: string): Promise<boolean> {
  return (await findCitizenAccount(tx, personId))?.level === 'verified';
}

/** Whether the person has an open account that nobody has verified. */
export async function hasClaimedAccount(tx: Tx, personId: string): Promise<boolean> {
  return (await findCitizenAccount(tx, personId))?.level === 'claimed';
}

/**
 * Makes an open, merely claimed account a verified one, and keeps by which official; null when the national identity
 * vouches. False when there is no such account.
 */
export async function updateLevel(
  tx: Tx,
  accountId: string,
  verifiedBy: string | null,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identity.account')
    .set({ level: 'verified', verified_by: verifiedBy, verified_at: at })
    .where('id', '=', accountId)
    .where('level', '=', 'claimed')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Replaces the password; with null no password opens the account. */
export async function updatePassword(
  tx: Tx,
  accountId: string,
  passwordHash: string | null,
): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .execute();
}

/** Closes an account. */
export async function closeAccountOf(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('identity.account').set({ closed_at: at }).where('id', '=', id).execute();
}

/** An official's account, as those who look after accounts see it. */
export interface OfficialAccount {
  readonly name: string;
  readonly fullName: string;
  readonly personId: string;
  readonly isDemo: boolean;
  readonly closedAt: Date | null;
}

/** The accounts of officials, closed ones too, by name. */
export async function listOfficials(tx: Tx): Promise<OfficialAccount[]> {
  const { rows } = await sql<OfficialAccount>`
    select a.name, a.is_demo as "isDemo", a.closed_at as "closedAt", p.id as "personId",
           ${sealedPerson.pick('p', { fullName: 'fullName' })}
      from identity.account a join identity.person p on p.id = a.person_id
     where a.kind = 'official' order by a.name`.execute(tx);
  return rows;
}

/** Opens the closed account of an official again. */
export async function reopenOfficial(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identity.account')
    .set({ closed_at: null })
    .where('id', '=', id)
    .where('kind', '=', 'official')
    .where('closed_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
