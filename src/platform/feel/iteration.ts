import { FeelNumber } from './number.ts';
import { FeelRange } from './range.ts';
import { FeelDate } from './temporal/moment.ts';
import { asList } from './value.ts';
import type { FeelValue } from './value.ts';

/**
 * What `for`, `some` and `every` go through: the items of a list, the whole numbers or days of a range (also
 * written `from..to`, then downwards too), or a single value. Null when there is nothing to go through.
 */
export function itemsOf(from: FeelValue, to: FeelValue | undefined): Iterable<FeelValue> | null {
  if (to !== undefined) return between(from, to);
  if (from instanceof FeelRange) return ofRange(from);
  return from === null ? null : asList(from);
}

function between(from: FeelValue, to: FeelValue): Iterable<FeelValue> | null {
  if (from instanceof FeelNumber && to instanceof FeelNumber) {
    return from.isInteger() && to.isInteger() ? numbers(from, to) : null;
  }
  return from instanceof FeelDate && to instanceof FeelDate ? days(from.number, to.number) : null;
}

function* numbers(from: FeelNumber, to: FeelNumber): Generator<FeelValue> {
  if (from.lte(to)) for (let one = from; one.lte(to); one = one.plus(1)) yield one;
  else for (let one = from; one.gte(to); one = one.minus(1)) yield one;
}

function* days(from: number, to: number): Generator<FeelValue> {
  const step = from <= to ? 1 : -1;
  for (let one = from; step * (to - one) >= 0; one += step) yield FeelDate.ofNumber(one);
}

function ofRange({
  start,
  end,
  startIncluded,
  endIncluded,
}: FeelRange): Iterable<FeelValue> | null {
  if (start instanceof FeelNumber && end instanceof FeelNumber) {
    if (!start.isInteger() || !end.isInteger()) return null;
    const first = startIncluded ? start : start.plus(1);
    const last = endIncluded ? end : end.minus(1);
    return first.lte(last) ? numbers(first, last) : [];
  }
  if (!(start instanceof FeelDate) || !(end instanceof FeelDate)) return null;
  const first = startIncluded ? start.number : start.number + 1;
  const last = endIncluded ? end.number : end.number - 1;
  return first <= last ? days(first, last) : [];
}
