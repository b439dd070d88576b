import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Account, AccountKind, AccountLevel } from '../person.ts';

/** Opens an account. False, and nothing written, when the name is taken. */
export async function insertAccount(tx: Tx, account: Account, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identity.account')
    .values({
      id: account.id,
      person_id: account.personId,
      name: account.name,
      kind: account.kind,
      level: account.level,
      password_hash: account.passwordHash,
      is_demo: account.isDemo,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The open account of a name, if any. */
export function findAccount(tx: Tx, name: string): Promise<Account | undefined> {
  return findAccountBy(tx, 'name', name.toLowerCase());
}

/** The open account of an id, if any. */
export function findAccountById(tx: Tx, id: string): Promise<Account | undefined> {
  return findAccountBy(tx, 'id', id);
}

/** The open account of an id. @throws Error when there is none. */
export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const account = await findAccountBy(tx, 'id', id);
  if (!account) throw new Error(`no open account ${id}`);
  return account;
}

async function findAccountBy(
  tx: Tx,
  column: 'id' | 'name',
  value: string,
): Promise<Account | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .selectAll()
    .where(column, '=', value)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      kind: row.kind as AccountKind,
      level: row.level as AccountLevel,
      passwordHash: row.password_hash,
      isDemo: row.is_demo,
    }
  );
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
  const rows = await tx
    .selectFrom('identity.account as account')
    .innerJoin('identity.person as person', 'person.id', 'account.person_id')
    .select([
      'account.name',
      'account.is_demo',
      'account.closed_at',
      'person.id',
      'person.full_name',
    ])
    .where('account.kind', '=', 'official')
    .orderBy('account.name')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    fullName: row.full_name,
    personId: row.id,
    isDemo: row.is_demo,
    closedAt: row.closed_at,
  }));
}
