import type { Day } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';

/** Kinds of places; townships ("thị trấn") ended with the districts on 01/07/2025. */
export type PlaceKind = 'PROVINCE' | 'CITY' | 'COMMUNE' | 'WARD' | 'SPECIAL_ZONE' | 'TOWNSHIP';

/** An administrative unit ("đơn vị hành chính") for as long as it has this name under this code. */
export interface Place {
  /** Two digits for a province, five for a commune. */
  readonly code: string;
  readonly kind: PlaceKind;
  /** With its kind in front: Phường Ninh Kiều. */
  readonly name: string;
  /** The province of a commune, null for a province. */
  readonly provinceCode: string | null;
  /** The district that it belonged to before 01/07/2025. */
  readonly district: string | null;
  /** First day, null when older than the source. */
  readonly from: Day | null;
  /** First day on which it is no more, null while it lasts. */
  readonly to: Day | null;
}

/** From which place another one came, and how. */
export interface Lineage {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly kind: 'CONTINUED' | 'RENAMED' | 'MERGED';
}

/** Whether the place existed on a day. */
export function existedOn(place: Place, on: Day): boolean {
  return (place.from === null || place.from <= on) && (place.to === null || on < place.to);
}

/** The name in both languages: Phường Ninh Kiều is Ninh Kiều Ward. */
export function placeText({ name, kind }: Place): Text {
  const { prefix, english } = kinds.find((each) => each.kind === kind)!;
  return text(name, `${name.slice(prefix.length)} ${english}`);
}

/** The kind that stands in front of a full name. @throws Error when none does. */
export function kindOf(name: string): PlaceKind {
  const found = kinds.find(({ prefix }) => name.startsWith(prefix));
  if (!found) throw new Error(`A place without its kind: ${name}`);
  return found.kind;
}

const kinds: readonly { prefix: string; kind: PlaceKind; english: string }[] = [
  { prefix: 'Thành phố ', kind: 'CITY', english: 'City' },
  { prefix: 'Tỉnh ', kind: 'PROVINCE', english: 'Province' },
  { prefix: 'Phường ', kind: 'WARD', english: 'Ward' },
  { prefix: 'Xã ', kind: 'COMMUNE', english: 'Commune' },
  { prefix: 'Đặc khu ', kind: 'SPECIAL_ZONE', english: 'Special Zone' },
  { prefix: 'Thị trấn ', kind: 'TOWNSHIP', english: 'Township' },
];
