import { spend } from './budget.ts';
import { compare } from './compare.ts';
import { FeelRange } from './range.ts';
import { isContext, isList, kindOf } from './value.ts';
import type { FeelContext, FeelValue } from './value.ts';

/**
 * FEEL equality (DMN 1.5, table 53). Null equals null only; values of different types are not comparable
 * and give null; lists and contexts are compared member by member.
 */
export function equal(left: FeelValue, right: FeelValue): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeof left === 'boolean') return typeof right === 'boolean' ? left === right : null;
  const order = compare(left, right);
  if (order !== null) return order === 0;
  if (kindOf(left) !== kindOf(right)) return null;
  if (isList(left) && isList(right)) return equalLists(left, right);
  if (left instanceof FeelRange && right instanceof FeelRange) return equalRanges(left, right);
  if (isContext(left) && isContext(right)) return equalContexts(left, right);
  return left === right ? true : null;
}

function equalLists(left: readonly FeelValue[], right: readonly FeelValue[]): boolean {
  if (left.length !== right.length) return false;
  spend(left.length);
  return left.every((item, index) => equal(item, right[index] ?? null) === true);
}

function equalContexts(left: FeelContext, right: FeelContext): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  spend(names.length);
  return names.every(
    (name) => Object.hasOwn(right, name) && equal(left[name] ?? null, right[name] ?? null) === true,
  );
}

function equalRanges(left: FeelRange, right: FeelRange): boolean {
  return (
    left.startIncluded === right.startIncluded &&
    left.endIncluded === right.endIncluded &&
    left.isPoint === right.isPoint &&
    equal(left.start ?? null, right.start ?? null) === true &&
    equal(left.end ?? null, right.end ?? null) === true
  );
}
