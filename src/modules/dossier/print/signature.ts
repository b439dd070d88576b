import type { Unit, UnitKind } from '#/modules/agency/index.ts';

/** As it stands above a signature (Decree 30/2020/NĐ-CP, appendix I, part II, 7). */
export interface Signature {
  readonly title: string;
  readonly name: string;
}

const titles: Readonly<Partial<Record<UnitKind, string>>> = {
  'people-committee': 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
  'one-stop': 'GIÁM ĐỐC',
  economy: 'TRƯỞNG PHÒNG',
  police: 'TRƯỞNG CÔNG AN',
  tax: 'TRƯỞNG THUẾ CƠ SỞ',
  insurance: 'GIÁM ĐỐC',
};

/** In whose name somebody signs for a unit. */
export function signatureOf(
  unit: Pick<Unit, 'kind'>,
  name: string,
): Signature & { readonly prefix: string } {
  const [first = '', second] = (titles[unit.kind] ?? 'NGƯỜI KÝ').split('\n');
  return { title: second ?? first, prefix: second === undefined ? '' : first, name };
}
