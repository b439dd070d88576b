import { formatValue } from '../format.ts';
import { equal } from '../equal.ts';
import type { FeelFunction } from '../function.ts';
import { finite, number } from '../number.ts';
import { FeelDateTime, FeelTime } from '../temporal/moment.ts';
import { kindOf } from '../value.ts';
import type { FeelValue } from '../value.ts';
import { anyArg, booleanArg, optional, stringArg } from './argument.ts';
import { builtIn, form } from './define.ts';

const WRITTEN = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,6})?$/;

export const conversionFunctions: Readonly<Record<string, FeelFunction>> = {
  number: builtIn(
    form(
      [
        stringArg('from'),
        optional(stringArg('grouping separator')),
        optional(stringArg('decimal separator')),
      ],
      readNumber,
    ),
  ),
  string: builtIn(
    form([anyArg('from')], (from) =>
      from === null ? null : typeof from === 'string' ? from : formatValue(from),
    ),
  ),
  not: builtIn(form([booleanArg('negand')], (negand) => !negand)),
  is: builtIn(form([anyArg('value1'), anyArg('value2')], isSame)),
};

function readNumber(
  from: string,
  grouping: string | undefined,
  decimal: string | undefined,
): FeelValue {
  if (from.length > 1000) return null;
  if (grouping !== undefined && ![' ', ',', '.'].includes(grouping)) return null;
  if (decimal !== undefined && ![',', '.'].includes(decimal)) return null;
  if (grouping !== undefined && grouping === decimal) return null;
  const ungrouped = grouping === undefined ? from : from.split(grouping).join('');
  const plain = decimal === undefined ? ungrouped : ungrouped.replace(decimal, '.');
  return WRITTEN.test(plain) ? finite(number(plain)) : null;
}

/** The same value of the same type; times must have the same zone too. */
function isSame(left: FeelValue, right: FeelValue): boolean {
  if (kindOf(left) !== kindOf(right) || equal(left, right) !== true) return false;
  const timed = left instanceof FeelTime || left instanceof FeelDateTime;
  return !timed || formatValue(left) === formatValue(right);
}
