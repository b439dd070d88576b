import { compare } from '../compare.ts';
import { FeelRange } from '../range.ts';
import type { ComparisonOperator } from '../syntax.ts';
import type { FeelValue } from '../value.ts';

/** A range literal; null when its ends cannot be ordered or are the wrong way round. */
export function range(
  start: FeelValue,
  end: FeelValue,
  startIncluded: boolean,
  endIncluded: boolean,
): FeelRange | null {
  const order = compare(start, end);
  return order === null || order > 0 ? null : new FeelRange(start, end, startIncluded, endIncluded);
}

/** A range with one end, as `(< 5)` or `(>= date("2026-01-01"))` write it. */
export function halfRange(operator: ComparisonOperator, end: FeelValue): FeelRange | null {
  if (compare(end, end) === null) return null;
  switch (operator) {
    case '<':
    case '<=':
      return new FeelRange(undefined, end, false, operator === '<=');
    case '>':
    case '>=':
      return new FeelRange(end, undefined, operator === '>=', false);
    case '=':
      return new FeelRange(end, end, true, true, true);
    case '!=':
      return null;
  }
}
