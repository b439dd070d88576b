import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import type { Person } from './person.ts';
import { insertDifference, type Difference } from './store/national-differences.ts';
import { updatePerson } from './store/persons.ts';

/**
 * Name and day of birth as a sure source has them, with a record of what we had: the national identity, or a card that
 * the official `by` has seen. A name that is only written in other letters is no other name. Gives what differed.
 */
export async function correctPerson(
  tx: Tx,
  person: Person,
  { fullName, bornOn }: { readonly fullName: string; readonly bornOn: Day | null },
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<Difference[]> {
  const found: Difference[] = [];
  if (writtenAlike(person.fullName) !== writtenAlike(fullName))
    found.push({ field: 'full-name', ours: person.fullName, theirs: fullName });
  if (bornOn !== null && person.bornOn !== bornOn)
    found.push({ field: 'born-on', ours: person.bornOn, theirs: bornOn });
  if (found.length === 0) return found;
  for (const difference of found) await insertDifference(tx, person.id, difference, { by, at });
  const isRenamed = found.some(({ field }) => field === 'full-name');
  await updatePerson(tx, {
    ...person,
    ...(isRenamed && { fullName }),
    bornOn: bornOn ?? person.bornOn,
  });
  return found;
}

function writtenAlike(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleUpperCase('vi');
}
