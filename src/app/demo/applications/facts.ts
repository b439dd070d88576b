import { partsOf, type Day } from '#/values/day.ts';
import { invent, type Resident } from '../resident.ts';
import type { Random } from '../random.ts';

export type Answers = Record<string, unknown>;

/** Answers about a person whose questions begin with a prefix: `nyc` gives nyc_ho_ten, nyc_so_dinh_danh. */
export function named(prefix: string, { fullName, personalId }: Resident): Answers {
  return { [`${prefix}_ho_ten`]: fullName, [`${prefix}_so_dinh_danh`]: personalId };
}

/** The same with nationality, ethnic group and place of residence. */
export function settled(prefix: string, person: Resident): Answers {
  return {
    ...named(prefix, person),
    [`${prefix}_quoc_tich`]: 'Việt Nam',
    [`${prefix}_dan_toc`]: person.ethnicity,
    [`${prefix}_noi_cu_tru`]: person.address,
  };
}

/** A birth date of which year, month and day are known one by one. */
export function inParts(on: Day): { year: number; month: number; day: number } {
  return partsOf(on);
}

/** Somebody of the other sex and about the same age. */
export function partnerOf(person: Resident, on: Day, random: Random): Resident {
  const age = Math.max(23, partsOf(on).year - partsOf(person.bornOn).year);
  return invent(random, {
    sex: person.sex === 'Nam' ? 'Nữ' : 'Nam',
    age: [age - 3, age + 3],
    on,
    address: person.address,
    ethnicity: person.ethnicity,
  });
}
