import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { correctPerson } from './correct-person.ts';
import { findCitizenAccount, updateLevel, updatePassword } from './store/accounts.ts';
import { deleteAllBlocked } from './store/blocked-ways.ts';
import { deleteFactors } from './factors/delete-factors.ts';
import type { Difference } from './store/national-differences.ts';
import { getPerson } from './store/persons.ts';

/**
 * An official has the identity card of somebody at hand whose account tells another name or day of birth: the card
 * counts, and the account is the person's from now on. Who typed something else from home may be somebody else who knew
 * the number, so everything that opened the account opens it no longer; its person gets a code (`issuePasswordCode`).
 * What was there before is kept. Only while nobody has seen a card: afterwards a name changes by civil status alone.
 */
export async function correctByCard(
  tx: Tx,
  actor: Actor,
  { personId, ...card }: { readonly personId: string; readonly fullName: string; bornOn: Day },
): Promise<readonly Difference[] | Refusal> {
  if (actor.kind !== 'official' || actor.personId === personId)
    return refuse('identity.may-not-verify');
  const account = await findCitizenAccount(tx, personId);
  if (account?.level !== 'claimed') return refuse('identity.nothing-to-verify');
  if (!(await updateLevel(tx, account.id, actor.accountId, actor.at)))
    return refuse('identity.nothing-to-verify');
  const { accountId: by, at } = actor;
  const corrected = await correctPerson(tx, await getPerson(tx, personId), card, { by, at });
  if (corrected.length === 0) return refuse('identity.card-agrees');
  await updatePassword(tx, account.id, null);
  await deleteFactors(tx, account.id);
  await deleteAllBlocked(tx, account.id);
  return corrected;
}
