import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import type { Sex } from '#/values/personal-id.ts';
import { createAccount, type CreatedAccount } from './create-account.ts';
import { refuseGuessing } from './guessing.ts';
import { insertFailure } from './store/failures.ts';
import { findPersonByPersonalId, lockPersonalId } from './store/persons.ts';

/** What a citizen tells to open an account. The number is also the name to sign in with. */
export interface Registration {
  readonly fullName: string;
  readonly bornOn: Day;
  readonly sex: Sex;
  readonly personalId: string;
  readonly phone: string;
  readonly email: string | null;
  readonly password: string;
  /** Network address of the caller. */
  readonly address: string;
}

/**
 * Opens a citizen's account. Whoever is known already, with or without an account, is turned away: nobody may get at
 * another person's dossiers by typing that person's number; they come to the counter with their card. That is
 * returned as `known` and not as a refusal, since it is remembered: numbers cannot be tried out one after the other.
 */
export async function registerCitizen(
  tx: Tx,
  keys: Keys,
  at: Date,
  { password, address, ...told }: Registration,
): Promise<CreatedAccount | 'known' | Refusal> {
  const subject = keys.sign('sign-in', `register ${address}`);
  const slow = await refuseGuessing(tx, subject, at);
  if (slow) return slow;
  await lockPersonalId(tx, told.personalId);
  if (await findPersonByPersonalId(tx, told.personalId)) {
    await insertFailure(tx, subject, at);
    return 'known';
  }
  const person = {
    ...told,
  };
  return createAccount(tx, { name: told.personalId, kind: 'citizen', person, password, at });
}
