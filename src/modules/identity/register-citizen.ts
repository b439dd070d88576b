import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import type { Sex } from '#/values/personal-id.ts';
import { createAccount, type CreatedAccount } from './create-account.ts';
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
}

/**
 * Opens a citizen's account. Whoever is known already, with or without an account, is refused: nobody may get at
 * another person's dossiers by typing that person's number; they come to the counter with their card.
 */
export async function registerCitizen(
  tx: Tx,
  at: Date,
  { password, ...told }: Registration,
): Promise<CreatedAccount | Refusal> {
  await lockPersonalId(tx, told.personalId);
  if (await findPersonByPersonalId(tx, told.personalId)) return refuse('identity.personal-id-taken');
  const person = {
    ...told,
    ethnicity: null,
    nationality: 'Việt Nam',
    address: null,
    organisationName: null,
    taxCode: null,
  };
  return createAccount(tx, { name: told.personalId, kind: 'citizen', person, password, at });
}
