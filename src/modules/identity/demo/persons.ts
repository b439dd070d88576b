import type { Day } from '#/values/day.ts';
import { sexOf, type PersonalId } from '#/values/personal-id.ts';
import type { PersonFacts } from '../register-person.ts';

/** Phường Ninh Kiều, thành phố Cần Thơ. */
const ward = { province: '92', commune: '31135' };

/** An invented resident of the demo ward. */
export function resident(
  fullName: string,
  bornOn: string,
  personalId: string,
  detail: string,
  more: Partial<PersonFacts> = {},
): PersonFacts {
  return { ...basic(fullName, bornOn, personalId), address: { ...ward, detail }, ...more };
}

/** An invented official. Where they live is nobody's business. */
export function official(
  fullName: string,
  bornOn: string,
  personalId: string,
  more: Partial<PersonFacts> = {},
): PersonFacts {
  return { ...basic(fullName, bornOn, personalId), ...more };
}

function basic(fullName: string, bornOn: string, personalId: string): PersonFacts {
  return {
    fullName,
    bornOn: bornOn as Day,
    sex: sexOf(personalId as PersonalId),
    personalId,
    ethnicity: 'Kinh',
    phone: `+84900000${personalId.slice(-3)}`,
    email: `${personalId.slice(-3)}@example.com`,
  };
}
