import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Person } from './person.ts';
import { findPersonByPersonalId, insertPerson } from './store/persons.ts';

/** What is told about a person before the platform knows them. What is left out is unknown, the nationality Vietnamese. */
export type PersonFacts = Pick<Person, 'fullName'> & Partial<Omit<Person, 'id'>>;

/**
 * The person of these facts: the one who is known by the same personal identification number, unchanged, or a new
 * one. Two registrations of one number at once give one person.
 */
export async function registerPerson(tx: Tx, facts: PersonFacts, at: Date): Promise<Person> {
  const known = await findKnown(tx, facts);
  if (known) return known;
  const person = { ...unknown, ...facts, id: newId() };
  if (await insertPerson(tx, person, at)) return person;
  const other = await findKnown(tx, facts);
  if (!other) throw new Error('a person conflicted with nobody');
  return other;
}

function findKnown(tx: Tx, { personalId = null }: PersonFacts): Promise<Person | undefined> {
  return personalId === null ? Promise.resolve(undefined) : findPersonByPersonalId(tx, personalId);
}

const unknown = {
  bornOn: null,
  sex: null,
  personalId: null,
  ethnicity: null,
  nationality: 'Việt Nam',
  address: null,
  phone: null,
  email: null,
  organisationName: null,
  taxCode: null,
} satisfies Omit<Person, 'id' | 'fullName'>;
