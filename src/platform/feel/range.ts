import { compare } from './compare.ts';
import { FeelObject } from './value.ts';
import type { FeelValue } from './value.ts';

/** A range of ordered values. An end that is undefined is open to infinity. */
export class FeelRange extends FeelObject {
  override readonly kind = 'range';
  readonly start: FeelValue | undefined;
  readonly end: FeelValue | undefined;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  /** Written as `(= value)`: it holds what [value..value] holds, but is not the same range. */
  readonly isPoint: boolean;

  constructor(
    start: FeelValue | undefined,
    end: FeelValue | undefined,
    startIncluded: boolean,
    endIncluded: boolean,
    isPoint = false,
  ) {
    super();
    this.start = start;
    this.end = end;
    this.startIncluded = startIncluded;
    this.endIncluded = endIncluded;
    this.isPoint = isPoint;
  }

  /** Whether the value lies inside; null when it cannot be compared with the ends. */
  includes(value: FeelValue): boolean | null {
    if (this.start !== undefined) {
      const order = compare(value, this.start);
      if (order === null) return null;
      if (order < 0 || (order === 0 && !this.startIncluded)) return false;
    }
    if (this.end !== undefined) {
      const order = compare(value, this.end);
      if (order === null) return null;
      if (order > 0 || (order === 0 && !this.endIncluded)) return false;
    }
    return true;
  }
}
