import { spend } from '../budget.ts';
import type { FeelFunction } from '../function.ts';
import { FeelNumber } from '../number.ts';
import type { FeelValue } from '../value.ts';
import { listArg, optional, stringArg, wholeArg } from './argument.ts';
import { builtIn, form } from './define.ts';

export const stringFunctions: Readonly<Record<string, FeelFunction>> = {
  substring: builtIn(
    form(
      [stringArg('string'), wholeArg('start position'), optional(wholeArg('length'))],
      substring,
    ),
  ),
  'string length': builtIn(
    form([stringArg('string')], (written) => new FeelNumber(Array.from(written).length)),
  ),
  'upper case': builtIn(
    form([stringArg('string')], (written) => written.toUpperCase().normalize('NFC')),
  ),
  'lower case': builtIn(
    form([stringArg('string')], (written) => written.toLowerCase().normalize('NFC')),
  ),
  'substring before': builtIn(
    form([stringArg('string'), stringArg('match')], (written, match) => {
      const at = written.indexOf(match);
      return at < 0 ? '' : written.slice(0, at);
    }),
  ),
  'substring after': builtIn(
    form([stringArg('string'), stringArg('match')], (written, match) => {
      const at = written.indexOf(match);
      return at < 0 ? '' : written.slice(at + match.length);
    }),
  ),
  contains: builtIn(
    form([stringArg('string'), stringArg('match')], (written, match) => written.includes(match)),
  ),
  'starts with': builtIn(
    form([stringArg('string'), stringArg('match')], (written, match) => written.startsWith(match)),
  ),
  'ends with': builtIn(
    form([stringArg('string'), stringArg('match')], (written, match) => written.endsWith(match)),
  ),
  'string join': builtIn(
    form([listArg('list'), optional(stringArg('delimiter'))], (list, delimiter = '') =>
      join(list, delimiter),
    ),
  ),
};

/** Positions count characters (code points) from 1, negative ones from the end. */
function substring(written: string, start: number, length: number | undefined): FeelValue {
  if (start === 0 || (length !== undefined && length < 0)) return null;
  const characters = Array.from(written);
  spend(characters.length >> 3);
  const from = start > 0 ? start - 1 : Math.max(0, characters.length + start);
  return characters.slice(from, length === undefined ? undefined : from + length).join('');
}

/** Nulls are left out; anything that is no string makes the result null. */
function join(list: readonly FeelValue[], delimiter: string): FeelValue {
  const parts = list.filter((item) => item !== null);
  if (!parts.every((item) => typeof item === 'string')) return null;
  spend(parts.reduce((size, part) => size + part.length + delimiter.length, 0) >> 3);
  return parts.join(delimiter);
}
