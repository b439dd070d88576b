import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import type { Sex } from '#/values/personal-id.ts';
import { createAccount, type CreatedAccount } from './create-account.ts';
import { noteFailure, refuseGuessing } from './guessing.ts';
import { findPersonByPersonalId, lockPersonalId } from './store/persons.ts';

/** What a citizen tells to open an account. The number is also the name to sign in with. */
export interface Registration {
  readonly fullName: string;
  readonly bornOn: Day;
  readonly sex: Sex;
  readonly personalId: string;
  readonly phone: string;
  readonly email: string | null;
  /** Network address of the caller. */
  readonly address: string;
}

/**
 * Whether this registration may go on. Whoever is known already, with or without an account, is turned away: nobody
 * may get at another person's dossiers by typing that person's number; they come to the counter with their card. That
 * is returned as `known` and not as a refusal, since it is remembered: numbers cannot be tried out one after the other.
 */
export async function beginRegistration(
  tx: Tx,
  keys: Keys,
  at: Date,
  { personalId, address }: Registration,
): Promise<'may' | 'known' | Refusal> {
  const guess = { at: 'register', target: personalId, address } as const;
  const slow = await refuseGuessing(tx, keys, guess, at);
  if (slow) return slow;
  if (!(await findPersonByPersonalId(tx, personalId))) return 'may';
  await noteFailure(tx, keys, guess, at);
  return 'known';
}

/**
 * Opens a citizen's account after `beginRegistration`, with the hash that was made between the two. The account is
 * claimed: nobody has seen a card. Every account that is opened counts as a try of its network, so that nobody opens
 * them by the thousand.
 */
export async function registerCitizen(
  tx: Tx,
  keys: Keys,
  at: Date,
  { address, ...told }: Registration,
  passwordHash: string,
): Promise<CreatedAccount | 'known' | Refusal> {
  const { personalId } = told;
  await lockPersonalId(tx, personalId);
  const standing = await beginRegistration(tx, keys, at, { ...told, address });
  if (standing !== 'may') return standing;
  await noteFailure(tx, keys, { at: 'register', target: personalId, address }, at);
  return createAccount(tx, {
    name: personalId,
    kind: 'citizen',
    person: told,
    passwordHash,
    isClaimed: true,
    at,
  });
}
