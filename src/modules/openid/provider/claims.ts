import type { Person } from '#/modules/identity/index.ts';

/** What OpenID Connect calls the facts about a person (Core 1.0, 5.1); only what the scope opens gets out. */
export function claimsOf(person: Person): Record<string, unknown> {
  const { fullName, bornOn, sex, phone, email, personalId, address } = person;
  const facts: Record<string, unknown> = {
    name: fullName,
    birthdate: bornOn,
    gender: sex === null ? null : sex === 'Nam' ? 'male' : 'female',
    phone_number: phone,
    email,
    vn_personal_number: personalId,
    address:
      address === null
        ? null
        : {
            street_address: address.detail,
            locality: address.commune,
            region: address.province,
            country: 'VN',
          },
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
