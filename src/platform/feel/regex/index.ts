import { spend } from '../budget.ts';
import { PatternFault } from './fault.ts';
import { findMatch } from './match.ts';
import type { Match } from './match.ts';
import { readPattern } from './pattern.ts';
import type { Flags } from './pattern.ts';
import { programOf } from './program.ts';
import type { Program } from './program.ts';

export { PatternFault } from './fault.ts';

/**
 * Regular expressions as XPath 3.1 (5.6) defines them for FEEL, on an own machine: its steps count against the
 * budget of the evaluation, so that no pattern can block the process as those of JavaScript can.
 */
export interface Regex {
  readonly flags: Flags;
  readonly groups: number;
  readonly program: Program;
}

const CACHE_BOUND = 500;
const PATTERN_BOUND = 2000;
const cache = new Map<string, Regex>();

/** Reads a pattern. Throws PatternFault when pattern or flags are wrong. */
export function regex(pattern: string, flags: string): Regex {
  const key = `${flags}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = makeRegex(pattern, readFlags(flags));
  if (cache.size >= CACHE_BOUND) cache.clear();
  cache.set(key, made);
  return made;
}

function readFlags(written: string): Flags {
  if (!/^[smixq]*$/.test(written)) throw new PatternFault(`unknown flag in ${written}`);
  const literal = written.includes('q');
  return {
    literal,
    ignoreCase: written.includes('i'),
    dotAll: written.includes('s'),
    multiline: written.includes('m') && !literal,
    ignoreSpace: written.includes('x') && !literal,
  };
}

function makeRegex(pattern: string, flags: Flags): Regex {
  if (pattern.length > PATTERN_BOUND) throw new PatternFault('too long');
  spend(pattern.length);
  const source = flags.literal ? pattern.replace(/[\\|.?*+{}()[\]^$-]/g, '\\$&') : pattern;
  const { pattern: tree, groups } = readPattern(source, flags);
  return { flags, groups, program: programOf(tree, groups) };
}

/** Whether the pattern is found somewhere in the text. */
export function isFound({ program, flags }: Regex, written: string): boolean {
  return findMatch(program, Array.from(written), 0, flags) !== undefined;
}

/** All matches that do not overlap, from the left. Throws PatternFault when the pattern matches the empty text. */
export function allMatches({ program, flags }: Regex, characters: readonly string[]): Match[] {
  if (findMatch(program, [], 0, flags) !== undefined)
    throw new PatternFault('matches the empty text');
  const found: Match[] = [];
  let from = 0;
  for (;;) {
    const match = findMatch(program, characters, from, flags);
    if (match === undefined) return found;
    found.push(match);
    from = Math.max(match[1] ?? 0, (match[0] ?? 0) + 1);
  }
}
