import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { searchKey } from '#/values/person-name.ts';
import type { Address, Person } from '../person.ts';

/** Writes a new person. False, and nothing written, when their number is known already. */
export async function insertPerson(tx: Tx, person: Person, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('identity.person')
    .values({ id: person.id, created_at: at, ...columnsOf(person) })
    .onConflict((conflict) => conflict.column('personal_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Until the end of the transaction nobody else can register this number. */
export async function lockPersonalId(tx: Tx, personalId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity ${personalId}`}, 0))`.execute(
    tx,
  );
}

/** Replaces what is known about a person. */
export async function updatePerson(tx: Tx, person: Person): Promise<void> {
  await tx
    .updateTable('identity.person')
    .set(columnsOf(person))
    .where('id', '=', person.id)
    .execute();
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

const personColumns = [
  'id',
  'full_name',
  'born_on',
  'sex',
  'personal_id',
  'ethnicity',
  'nationality',
  'address',
  'phone',
  'email',
  'organisation_name',
  'tax_code',
] as const;

async function findPersonBy(
  tx: Tx,
  column: 'id' | 'personal_id',
  value: string,
): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('identity.person')
    .select(personColumns)
    .where(column, '=', value)
    .executeTakeFirst();
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
