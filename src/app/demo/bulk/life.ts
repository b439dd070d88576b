import { entryCode } from '#/modules/registry/index.ts';
import type { DataKey } from '#/platform/vault/index.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { makeDossierCode } from '#/values/dossier-code.ts';
import type { Random } from '../random.ts';
import type { Clocks } from './timeline.ts';

/** A number that a move takes from a counter of a day or a year. */
export interface Take {
  /** Moves made before; 0 is the submission. */
  readonly beat: number;
  readonly book: string;
  readonly scope: string;
  readonly each: 'day' | 'year';
}

/** Everything in which one dossier differs from others of the same course. */
export interface Life {
  readonly random: Random;
  /** When it was submitted and each move was made. */
  readonly times: readonly Date[];
  /** The same as JSON writes them. */
  readonly instants: readonly string[];
  /** The clocks after the submission and after each move. */
  readonly clocks: readonly Clocks[];
  /** The numbers drawn, in the order of the course's takes. */
  readonly numbers: ArrayLike<number>;
  readonly accountId: string;
  readonly personId: string;
  readonly applicantName: string;
  /** As JSON. */
  readonly answers: string;
  readonly abstract: string;
  /** The key of whoever applies, and what makes the tokens of searches. */
  readonly key: DataKey;
  readonly token: (part: string) => string;
  /** Notices from before were read. */
  readonly seenUntil: Date;
  /** When open steps are due, by token. */
  readonly stepDues: ReadonlyMap<number, Date>;
  /** New ids and secrets, by those of the recording. */
  readonly made: Map<string, string>;
}

/** The day or year of which a number is. */
export function periodOf(take: Pick<Take, 'each'>, at: Date): string {
  const on = dayOf(at);
  return take.each === 'day' ? on : on.slice(0, 4);
}

/** Until when an applicant checks a draft that was sent at an instant. */
export function dayLater(at: Date): Date {
  return new Date(at.getTime() + 86_400_000);
}

/** The dossier code in the form of a unit's code. */
export function codeOf(unit: string, on: Day, number: number): string {
  return makeDossierCode({ form: unit.startsWith('000.') ? 'OLD' : 'NEW', unit, on, number });
}

/** Number and symbol of an entry. */
export function entryText(number: number, symbol: string): string {
  return entryCode({ number, symbol });
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A UUIDv7 (RFC 9562, section 5.7) of an instant, from numbers that can be made again. */
export function idOf(at: Date, random: Random): string {
  const ms = at.getTime().toString(16).padStart(12, '0');
  const bytes = Array.from({ length: 10 }, () => random.whole(0, 255));
  const tail = bytes.map((byte) => hex[byte]).join('');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${tail.slice(1, 4)}-${'89ab'[bytes[2]! & 3]}${tail.slice(5, 8)}-${tail.slice(8, 20)}`;
}

const signs = '23456789ACDEFGHJKLMNPQRSTUVWXYZ';

/** A code that nobody guesses, of letters and digits that nobody mistakes. */
export function secretOf(length: number, random: Random): string {
  return Array.from({ length }, () => signs[random.whole(0, signs.length - 1)]).join('');
}
