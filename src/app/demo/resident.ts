import { addDays, day, partsOf, type Day } from '#/values/day.ts';
import type { Sex } from '#/values/personal-id.ts';
import { familyName, fullName, streetAddress } from './names.ts';
import type { Random } from './random.ts';

/** An invented person of the demo ward. */
export interface Resident {
  readonly fullName: string;
  readonly sex: Sex;
  readonly bornOn: Day;
  /** In the range that no real number can lie in. */
  readonly personalId: string;
  readonly ethnicity: string;
  readonly address: Address;
  readonly phone: string;
  readonly email: string;
}

interface Address {
  readonly province: string;
  readonly commune: string;
  readonly detail: string;
}

/** What is certain about somebody who is invented; chance decides the rest. */
export interface Wish {
  readonly sex?: Sex | undefined;
  readonly family?: string | undefined;
  /** Age on `on`, in years. */
  readonly age: readonly [from: number, to: number];
  readonly on: Day;
  readonly address?: Address | undefined;
  readonly ethnicity?: string | undefined;
  /** The last six digits of the number; only persons that the platform keeps need different ones. */
  readonly serial?: number | undefined;
}

/** From here on serial numbers are free to those who are only mentioned in forms. */
export const firstMentionedSerial = 600_000;

/** Invents somebody. */
export function invent(random: Random, wish: Wish): Resident {
  const isKhmer = wish.ethnicity === 'Khmer' || (wish.family === undefined && random.chance(0.03));
  const sex = wish.sex ?? random.pick(['Nam', 'Nữ'] as const);
  const [from, to] = wish.age;
  const bornOn = addDays(
    day(partsOf(wish.on).year - random.whole(from + 1, Math.max(from + 1, to)), 1, 1),
    random.whole(0, 364),
  );
  const serial = wish.serial ?? random.whole(firstMentionedSerial, 999_999);
  return {
    fullName: fullName(random, wish.family ?? familyName(random, isKhmer), sex),
    sex,
    bornOn,
    personalId: demoNumber(sex, bornOn, serial),
    ethnicity: wish.ethnicity ?? (isKhmer ? 'Khmer' : 'Kinh'),
    address: wish.address ?? { province: '92', commune: '31135', detail: streetAddress(random) },
    phone: `+849000${String(serial % 100_000).padStart(5, '0')}`,
    email: `${serial}@example.com`,
  };
}

/** Place 000, century and sex, year of birth, serial (values/personal-id.ts). */
function demoNumber(sex: Sex, bornOn: Day, serial: number): string {
  const { year } = partsOf(bornOn);
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === 'Nữ' ? 1 : 0);
  return `000${century}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
}

/** The family name of a full name. */
export function familyOf({ fullName: name }: Pick<Resident, 'fullName'>): string {
  return name.split(' ', 1)[0]!;
}
