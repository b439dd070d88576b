import { createAccount, getPerson, type Person } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import type { Player } from './office.ts';
import type { Resident } from './resident.ts';

/** Somebody who applies: with an account, with facts for forms, and with a name for lists. */
export interface Applicant {
  readonly player: Player;
  readonly resident: Resident;
  readonly ownerName: string;
}

/** The citizen of a demo account, whose person is fully known. */
export async function knownApplicant(tx: Tx, player: Player): Promise<Applicant> {
  const person = await getPerson(tx, player.personId);
  return {
    player,
    resident: residentOf(person),
    ownerName: person.organisationName ?? person.fullName,
  };
}

/** Gives an invented resident an account that no password opens. */
export async function newApplicant(tx: Tx, resident: Resident, at: Date): Promise<Applicant> {
  const name = resident.personalId;
  const account = await createAccount(tx, {
    name,
    kind: 'citizen',
    person: resident,
    isDemo: true,
    at,
  });
  if (isRefusal(account)) throw new Error(`${name} has an account already`);
  const { fullName } = resident;
  return {
    player: { ...account, kind: 'citizen', name: fullName, posts: [], lang: 'vi' },
    resident,
    ownerName: fullName,
  };
}

function residentOf({
  fullName,
  sex,
  bornOn,
  personalId,
  ethnicity,
  address,
  phone,
  email,
}: Person): Resident {
  return {
    fullName,
    sex: sex!,
    bornOn: bornOn!,
    personalId: personalId!,
    ethnicity: ethnicity!,
    address: address!,
    phone: phone!,
    email: email!,
  };
}
