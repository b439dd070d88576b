import { FeelDate } from './temporal/moment.ts';
import { asDateTime } from './temporal/arithmetic.ts';
import { isOfType } from './type.ts';
import type { FeelType } from './type.ts';
import { isList } from './value.ts';
import type { FeelValue } from './value.ts';

/**
 * Makes a value one of a declared type (DMN 1.5, 10.3.2.9.4): as it is when it conforms; a list of one becomes
 * its item, a single value a list, a date the midnight of that day in UTC. What cannot be so becomes null.
 */
export function coerce(value: FeelValue, type: FeelType): FeelValue {
  if (value === null || isOfType(value, type, true)) return value;
  const base = type.name === 'limited' ? type.base : type;
  const tried =
    base.name === 'list' && !isList(value)
      ? [value]
      : isList(value) && value.length === 1 && base.name !== 'list'
        ? (value[0] ?? null)
        : base.name === 'date and time' && value instanceof FeelDate
          ? asDateTime(value)
          : null;
  return tried !== null && isOfType(tried, type, true) ? tried : null;
}
