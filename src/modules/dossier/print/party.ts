import { fullPlaceName } from '#/modules/agency/index.ts';
import type { FormData } from '#/modules/document/index.ts';
import type { Address, Person } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { formatPhone, parsePhone } from '#/values/phone.ts';
import { isRead } from '#/values/reading.ts';

/** A person as letters name them. */
export async function partyOf(
  tx: Tx,
  person: Person,
  on: Day,
): Promise<FormData['MAU_03']['submitter']> {
  return {
    name: person.organisationName ?? person.fullName,
    address: await addressWords(tx, person.address, on),
    phone: phoneWords(person.phone),
    email: person.email ?? '',
    identity: person.taxCode ?? person.personalId ?? '',
  };
}

/** A telephone number as people write it, or as it stands when it is a special one (1900 …); empty when none is known. */
export function phoneWords(phone: string | null): string {
  const reading = parsePhone(phone ?? '');
  return isRead(reading) ? formatPhone(reading.value) : (phone ?? '');
}

/** An address in one line, from the house to the province. */
export async function addressWords(tx: Tx, address: Address | null, on: Day): Promise<string> {
  if (address === null) return '';
  const place = await fullPlaceName(tx, address.commune, on);
  return [address.detail, place].filter(Boolean).join(', ');
}
