import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { blindIndex, blindIndexes } from '#/platform/vault/index.ts';
import type { Person } from '../person.ts';
import { personalIdKind, sealedPerson } from './sealed.ts';

/** Writes a new person. False, and nothing written, when their number is known already. */
export async function insertPerson(tx: Tx, person: Person, at: Date): Promise<boolean> {
  const { sealed, mac } = await columnsOf(tx, person);
  const { numAffectedRows } = await sql`
    insert into identity.person (id, sealed, personal_id_mac, created_at)
    select ${person.id}::uuid, ${sealed}::bytea, ${mac}::bytea, ${at}::timestamptz
     where not exists (select from identity.person where personal_id_mac = any(${await macsOf(tx, person.personalId)}::bytea[]))
    on conflict (personal_id_mac) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Until the end of the transaction nobody else can register this number. */
export async function lockPersonalId(tx: Tx, personalId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity ${personalId}`}, 0))`.execute(
    tx,
  );
}

/** Replaces what is known about a person. */
export async function updatePerson(tx: Tx, person: Person): Promise<void> {
  const { sealed, mac } = await columnsOf(tx, person);
  await sql`update identity.person set sealed = ${sealed}, personal_id_mac = ${mac}
     where id = ${person.id}`.execute(tx);
}

async function columnsOf(tx: Tx, { id, ...facts }: Person) {
  const { personalId } = facts;
  const [sealed, mac] = await Promise.all([
    sealedPerson.seal(tx, id, id, facts),
    personalId === null ? null : blindIndex(tx, personalIdKind, personalId),
  ]);
  return { sealed, mac };
}

async function macsOf(tx: Tx, personalId: string | null): Promise<Buffer[]> {
  return personalId === null ? [] : blindIndexes(tx, personalIdKind, personalId);
}

/** The person of an id. @throws Error when there is none. */
export async function getPerson(tx: Tx, id: string): Promise<Person> {
  const person = await findPersonBy(tx, sql`p.id = ${id}`);
  if (!person) throw new Error(`no person ${id}`);
  return person;
}

/** The person with this personal identification number, if the platform knows one. */
export async function findPersonByPersonalId(
  tx: Tx,
  personalId: string,
): Promise<Person | undefined> {
  return findPersonBy(tx, sql`p.personal_id_mac = any(${await macsOf(tx, personalId)}::bytea[])`);
}

async function findPersonBy(tx: Tx, which: RawBuilder<unknown>): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select p.id, ${sealedPerson.read('p')} from identity.person p where ${which}`.execute(tx);
  return rows[0];
}

/** Forgets by what a person is found: what was sealed of them can no longer be opened. */
export async function forgetPerson(tx: Tx, id: string): Promise<void> {
  await sql`update identity.person set personal_id_mac = null where id = ${id}`.execute(tx);
  await sql`update identity.account set name = 'erased-' || id where person_id = ${id} and sealed is not null`.execute(
    tx,
  );
}
