import { spend } from './budget.ts';
import { FeelNumber, formatNumber } from './number.ts';
import { FeelRange } from './range.ts';
import { FeelObject, isList } from './value.ts';
import type { FeelValue } from './value.ts';

/** How `string()` writes a value. Texts inside of lists and contexts keep their quotes. */
export function formatValue(value: FeelValue): string {
  spend(1);
  if (value === null) return 'null';
  if (typeof value === 'string') {
    spend(value.length >> 3);
    return JSON.stringify(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (value instanceof FeelNumber) return formatNumber(value);
  if (value instanceof FeelRange) return formatRange(value);
  if (value instanceof FeelObject) return value.toString();
  if (isList(value)) return `[${value.map(formatValue).join(', ')}]`;
  return `{${Object.entries(value)
    .map(
      ([name, item]) =>
        `${/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : JSON.stringify(name)}: ${formatValue(item)}`,
    )
    .join(', ')}}`;
}

function formatRange({ start, end, startIncluded, endIncluded }: FeelRange): string {
  const open = startIncluded ? '[' : '(';
  const close = endIncluded ? ']' : ')';
  if (start === undefined) return `(${endIncluded ? '<=' : '<'} ${formatValue(end ?? null)})`;
  if (end === undefined) return `(${startIncluded ? '>=' : '>'} ${formatValue(start)})`;
  return `${open}${formatValue(start)}..${formatValue(end)}${close}`;
}
