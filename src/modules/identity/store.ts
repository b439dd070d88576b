import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { searchKey } from '#/values/person-name.ts';
import type { Account, AccountKind, Address, Person } from './person.ts';

/** Writes a new person. */
export async function insertPerson(tx: Tx, person: Person, at: Date): Promise<void> {
  await tx
    .insertInto('identity.person')
    .values({ id: person.id, created_at: at, ...columnsOf(person) })
    .execute();
}

/** Replaces what is known about a person. */
export async function updatePerson(tx: Tx, person: Person): Promise<void> {
  await tx.updateTable('identity.person').set(columnsOf(person)).where('id', '=', person.id).execute();
}

function columnsOf(person: Person) {
  return {
    full_name: person.fullName,
    search_name: searchKey(person.fullName),
    born_on: person.bornOn,
    sex: person.sex,
    personal_id: person.personalId,
    ethnicity: person.ethnicity,
    nationality: person.nationality,
    address: person.address === null ? null : JSON.stringify(person.address),
    phone: person.phone,
    email: person.email,
    organisation_name: person.organisationName,
    tax_code: person.taxCode,
  };
}

/** The person of an id. @throws Error when there is none. */
export async function getPerson(tx: Tx, id: string): Promise<Person> {
  const person = await findPersonBy(tx, 'id', id);
  if (!person) throw new Error(`no person ${id}`);
  return person;
}

/** The person with this personal identification number, if the platform knows one. */
export function findPersonByPersonalId(tx: Tx, personalId: string): Promise<Person | undefined> {
  return findPersonBy(tx, 'personal_id', personalId);
}

async function findPersonBy(tx: Tx, column: 'id' | 'personal_id', value: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('identity.person').selectAll().where(column, '=', value).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    fullName: row.full_name,
    bornOn: row.born_on as Day | null,
    sex: row.sex as Person['sex'],
    personalId: row.personal_id,
    ethnicity: row.ethnicity,
    nationality: row.nationality,
    address: row.address as unknown as Address | null,
    phone: row.phone,
    email: row.email,
    organisationName: row.organisation_name,
    taxCode: row.tax_code,
  };
}

/** Opens an account. */
export async function insertAccount(
  tx: Tx,
  account: Account & { readonly isDemo: boolean },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('identity.account')
    .values({
      id: account.id,
      person_id: account.personId,
      name: account.name,
      kind: account.kind,
      password_hash: account.passwordHash,
      is_demo: account.isDemo,
      created_at: at,
    })
    .execute();
}

/** The open account of a name, if any. */
export async function findAccount(tx: Tx, name: string): Promise<(Account & { isDemo: boolean }) | undefined> {
  const row = await tx
    .selectFrom('identity.account')
    .selectAll()
    .where('name', '=', name.toLowerCase())
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    kind: row.kind as AccountKind,
    passwordHash: row.password_hash,
    isDemo: row.is_demo,
  };
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

/** Replaces the password. */
export async function updatePassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('identity.account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .execute();
}

/** An open session as its request sees it. */
export interface OpenSession {
  readonly accountId: string;
  readonly personId: string;
  readonly kind: AccountKind;
  readonly fullName: string;
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
    select s.account_id as "accountId", a.person_id as "personId", a.kind, p.full_name as "fullName", s.seen_at as "seenAt"
      from identity.session s
      join identity.account a on a.id = s.account_id and a.closed_at is null
      join identity.person p on p.id = a.person_id
     where s.token_hash = ${tokenHash} and s.ends_at > ${at} and s.seen_at > ${idleSince}`.execute(tx);
  return rows[0];
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
  await sql`update identity.session set seen_at = ${at} where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends a session. */
export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await sql`delete from identity.session where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends all sessions of an account but one. */
export async function deleteOtherSessions(tx: Tx, accountId: string, kept: Buffer): Promise<void> {
  await sql`delete from identity.session where account_id = ${accountId} and token_hash <> ${kept}`.execute(tx);
}

/** Throws away sessions that are over and failures that no longer count. */
export async function deleteStale(tx: Tx, at: Date): Promise<void> {
  await sql`delete from identity.session where ends_at < ${at}`.execute(tx);
  await sql`delete from identity.sign_in_failure where at < ${at}::timestamptz - interval '1 day'`.execute(tx);
}

/** Notes a failed sign-in under each subject. */
export async function insertFailures(tx: Tx, subjects: readonly string[], at: Date): Promise<void> {
  await sql`insert into identity.sign_in_failure (subject, at)
    select s, ${at} from unnest(${subjects}::text[]) s`.execute(tx);
}

/** How often each subject failed since an instant; the worst count. */
export async function countFailures(tx: Tx, subjects: readonly string[], since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from identity.sign_in_failure
     where subject = any(${subjects}::text[]) and at > ${since} group by subject order by n desc limit 1`.execute(tx);
  return rows[0]?.n ?? 0;
}
