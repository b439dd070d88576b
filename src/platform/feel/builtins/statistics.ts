import { add } from '../arithmetic.ts';
import { compare } from '../compare.ts';
import type { FeelFunction } from '../function.ts';
import { FeelNumber, finite, one, zero } from '../number.ts';
import { isNumber } from '../value.ts';
import type { FeelValue } from '../value.ts';
import { overItems } from './lists.ts';

export const statisticsFunctions: Readonly<Record<string, FeelFunction>> = {
  mean: overNumbers((list) => finite(total(list).div(list.length))),
  product: overNumbers((list) => finite(list.reduce((left, right) => left.times(right), one))),
  median: overNumbers((list) => {
    const sorted = list.toSorted((left, right) => left.cmp(right));
    const middle = sorted.length / 2;
    const upper = sorted[Math.floor(middle)] ?? zero;
    if (!Number.isInteger(middle)) return upper;
    return (sorted[middle - 1] ?? zero).plus(upper).div(2);
  }),
  stddev: overNumbers((list) => {
    if (list.length < 2) return null;
    const mean = total(list).div(list.length);
    const squares = list.map((item) => item.minus(mean).pow(2));
    return finite(
      total(squares)
        .div(list.length - 1)
        .sqrt(),
    );
  }),
  mode: overItems((list) => (list.every(isNumber) ? mode(list) : null)),
};

function overNumbers(run: (list: readonly FeelNumber[]) => FeelValue): FeelFunction {
  return overItems((list) => (list.length > 0 && list.every(isNumber) ? run(list) : null));
}

function total(list: readonly FeelNumber[]): FeelNumber {
  return list.reduce((left, right) => add(left, right) as FeelNumber, zero);
}

/** The most frequent numbers, ascending. */
function mode(list: readonly FeelNumber[]): FeelValue {
  const counts = new Map<string, { value: FeelNumber; times: number }>();
  for (const value of list) {
    const key = value.toString();
    counts.set(key, { value, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map(({ times }) => times));
  const best = [...counts.values()].filter(({ times }) => times === most).map(({ value }) => value);
  return best.toSorted((left, right) => compare(left, right) ?? 0);
}
