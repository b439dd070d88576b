import type { Person } from '#/modules/identity/index.ts';
import type { Profile } from '#/platform/form/index.ts';

/** What forms may fill in beforehand about a person. */
export function profileOf(person: Person): Profile {
  return {
    fullName: person.fullName,
    bornOn: person.bornOn ?? undefined,
    personalId: person.personalId ?? undefined,
    sex: person.sex ?? undefined,
    ethnicity: person.ethnicity ?? undefined,
    nationality: person.nationality,
    address: person.address ?? undefined,
    phone: person.phone ?? undefined,
    email: person.email ?? undefined,
  };
}
