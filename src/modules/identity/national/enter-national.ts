import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { sexOf } from '#/values/personal-id.ts';
import { createAccount } from '../create-account.ts';
import { deleteFactors } from '../factors/delete-factors.ts';
import { enter, type Coming, type Entered, type Entrance } from '../enter.ts';
import { registerPerson } from '../register-person.ts';
import { correctPerson } from '../correct-person.ts';
import { nationalNotice } from '../security-notice.ts';
import {
  findCitizenAccount,
  getAccount,
  updateLevel,
  updatePassword,
  type CitizenAccount,
} from '../store/accounts.ts';
import { deleteAllBlocked, listBlocked } from '../store/blocked-ways.ts';
import { insertChange } from '../store/factor-changes.ts';
import type { Difference } from '../store/national-differences.ts';
import { findPersonByPersonalId, lockPersonalId } from '../store/persons.ts';
import type { Person } from '../person.ts';
import type { NationalPerson } from './provider.ts';

/** Somebody came in, and what was corrected by what the national identity told. */
export interface EnteredNationally extends Entered {
  readonly differences: readonly Difference[];
}

/**
 * Lets somebody in whom the national identity vouches for. Who it is, is decided by the personal identification number
 * and by nothing else. `signedInAs`: the account of the session that this browser has already, if any.
 *
 * Level 2 opens whatever account the person has, makes a claimed one theirs, or opens a new one. Level 1, whose identity
 * nobody has compared with a face, opens only an account that it opened itself.
 */
export async function enterNationally(
  tx: Tx,
  entrance: Entrance,
  national: NationalPerson,
  coming: Coming & { readonly signedInAs?: string | undefined },
): Promise<EnteredNationally | Refusal> {
  const { at } = coming;
  await lockPersonalId(tx, national.personalId);
  const known = await findPersonByPersonalId(tx, national.personalId);
  const account = known && (await findCitizenAccount(tx, known.id));
  if (national.level === 1 && known && !(await isOwnLevelOne(tx, account)))
    return refuse('identity.national-level');
  // Whoever claimed an account of somebody else must not keep them out by closing this way.
  if (account?.level === 'verified' && (await listBlocked(tx, account.id)).has('national'))
    return refuse('identity.way-blocked');
  const person = known ?? (await register(tx, national, at));
  const differences =
    known && national.level === 2 ? await correctPerson(tx, known, national, { by: null, at }) : [];
  const accountId = account ? account.id : await open(tx, person, national, at);
  if (isRefusal(accountId)) return accountId;
  if (account?.level === 'claimed' && national.level === 2)
    await makeTheirs(tx, account.id, coming.signedInAs === account.id, at);
  const isFresh = account === undefined || account.level === 'claimed';
  if (national.level === 2 && (isFresh || differences.length > 0))
    await entrance.tell(tx, nationalNotice(person.id, accountId, differences.length > 0, at));
  const whom = { id: accountId, personId: person.id, kind: 'citizen' } as const;
  const how = { ...coming, by: 'national', assurance: national.level } as const;
  return { ...(await enter(tx, entrance, whom, how)), differences };
}

/** A claimed account without a password was opened by level 1: nobody else has a key to it. */
async function isOwnLevelOne(tx: Tx, account: CitizenAccount | undefined): Promise<boolean> {
  return account?.level === 'claimed' && (await getAccount(tx, account.id)).passwordHash === null;
}

function register(tx: Tx, { personalId, fullName, bornOn }: NationalPerson, at: Date) {
  return registerPerson(tx, { personalId, fullName, bornOn, sex: sexOf(personalId) }, at);
}

async function open(
  tx: Tx,
  person: Person,
  { personalId: name, level }: NationalPerson,
  at: Date,
): Promise<string | Refusal> {
  const wish = { name, kind: 'citizen', person, isClaimed: level === 1, at } as const;
  const created = await createAccount(tx, wish);
  return isRefusal(created) ? created : created.accountId;
}

/**
 * A claimed account becomes its person's. Whoever opened it with a password may have been somebody else who knew the
 * number: unless this very browser is signed in to it, all that opened it until now opens it no longer.
 */
async function makeTheirs(tx: Tx, accountId: string, isSignedIn: boolean, at: Date): Promise<void> {
  await updateLevel(tx, accountId, null, at);
  if (!isSignedIn) {
    await deleteFactors(tx, accountId);
    await updatePassword(tx, accountId, null);
    await deleteAllBlocked(tx, accountId);
  }
  await insertChange(tx, { accountId, change: 'verified-national', by: accountId, at });
}
