import { spend } from '../budget.ts';
import type { FeelFunction } from '../function.ts';
import { PatternFault, allMatches, isFound, regex } from '../regex/index.ts';
import type { Regex } from '../regex/index.ts';
import type { FeelValue } from '../value.ts';
import { optional, stringArg } from './argument.ts';
import { builtIn, form } from './define.ts';

/** Functions with regular expressions; a wrong pattern, flag or replacement gives null. */
export const patternFunctions: Readonly<Record<string, FeelFunction>> = {
  matches: builtIn(
    form(
      [stringArg('input'), stringArg('pattern'), optional(stringArg('flags'))],
      (input, pattern, flags = '') => orNull(() => isFound(regex(pattern, flags), input)),
    ),
  ),
  replace: builtIn(
    form(
      [
        stringArg('input'),
        stringArg('pattern'),
        stringArg('replacement'),
        optional(stringArg('flags')),
      ],
      (input, pattern, replacement, flags = '') =>
        orNull(() => replaceAll(regex(pattern, flags), input, replacement)),
    ),
  ),
  split: builtIn(
    form([stringArg('string'), stringArg('delimiter')], (written, delimiter) =>
      orNull(() => split(regex(delimiter, ''), written)),
    ),
  ),
};

function orNull(run: () => FeelValue): FeelValue {
  try {
    return run();
  } catch (error) {
    if (error instanceof PatternFault) return null;
    throw error;
  }
}

function split(delimiter: Regex, written: string): FeelValue {
  const characters = Array.from(written);
  const parts: string[] = [];
  let from = 0;
  for (const [start = 0, end = 0] of allMatches(delimiter, characters)) {
    parts.push(characters.slice(from, start).join(''));
    from = end;
  }
  parts.push(characters.slice(from).join(''));
  spend(parts.length);
  return parts;
}

function replaceAll(pattern: Regex, written: string, replacement: string): FeelValue {
  const characters = Array.from(written);
  const put = pattern.flags.literal
    ? () => replacement
    : readReplacement(replacement, pattern.groups);
  let made = '';
  let from = 0;
  for (const match of allMatches(pattern, characters)) {
    const group = (number: number) =>
      characters.slice(match[number * 2], match[number * 2 + 1]).join('');
    const piece =
      characters.slice(from, match[0]).join('') +
      put((number) => ((match[number * 2 + 1] ?? -1) < 0 ? '' : group(number)));
    spend(piece.length >> 3);
    made += piece;
    from = match[1] ?? from;
  }
  return (made + characters.slice(from).join('')).normalize('NFC');
}

/** `$1` is a group, `\$` and `\\` are the characters themselves; anything else after them is wrong. */
function readReplacement(
  written: string,
  groups: number,
): (group: (number: number) => string) => string {
  const parts: (string | number)[] = [];
  let at = 0;
  while (at < written.length) {
    const [, plain, escaped, digits] =
      /^(?:([^\\$]+)|\\([\\$])|\$(\d+))/.exec(written.slice(at)) ?? [];
    if (plain !== undefined) parts.push(plain);
    else if (escaped !== undefined) parts.push(escaped);
    else if (digits === undefined) throw new PatternFault('wrong replacement');
    else {
      // As many digits as still name a group; the others are text. A group that does not exist is empty.
      let named = digits;
      while (named.length > 1 && Number(named) > groups) named = named.slice(0, -1);
      parts.push(Number(named) > groups ? '' : Number(named), digits.slice(named.length));
    }
    at += plain?.length ?? (escaped === undefined ? (digits?.length ?? 0) + 1 : 2);
  }
  return (group) => parts.map((part) => (typeof part === 'number' ? group(part) : part)).join('');
}
