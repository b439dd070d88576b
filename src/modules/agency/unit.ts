import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';

/** What a unit does in procedures; steps of a process name it (`cqs:unit`). */
export const unitKinds = [
  'people-committee',
  'one-stop',
  'justice',
  'economy',
  'culture',
  'leadership',
  'records',
  'police',
  'military',
  'tax',
  'insurance',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** An agency or one of its departments ("cơ quan, đơn vị"). */
export interface Unit {
  readonly id: string;
  /** A short name that configuration may rely on. */
  readonly key: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly name: Text;
  /** Where it has its seat. */
  readonly placeCode: string;
  /** Mã định danh, the first part of its dossier codes: H13.32. */
  readonly nationalCode: string;
  /** The same in the older form of QCVN 102:2016/BTTTT, where partners still use it. */
  readonly legacyCode: string | null;
  readonly address: string;
  /** E.164. */
  readonly phone: string;
  readonly from: Day;
  /** First day on which it is no more. */
  readonly to: Day | null;
}
