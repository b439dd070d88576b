import { spend } from '../budget.ts';
import { fold } from './character.ts';
import type { Flags } from './pattern.ts';
import type { Program } from './program.ts';

/** Start and end of each group, group 0 being the whole match; -1 where a group took no part. */
export type Match = readonly number[];

const STEPS_PER_UNIT = 16;

/**
 * Finds the first match from a position on, or undefined. Backtracking without recursion: the memory is a list,
 * and each step takes from the evaluation's budget, so no pattern can run away.
 */
export function findMatch(
  program: Program,
  characters: readonly string[],
  from: number,
  flags: Flags,
): Match | undefined {
  for (let start = from; start <= characters.length; start += 1) {
    const match = matchAt(program, characters, start, flags);
    if (match !== undefined) return match;
  }
  return undefined;
}

interface Retry {
  readonly at: number;
  readonly position: number;
  readonly marks: readonly number[];
}

function matchAt(
  program: Program,
  characters: readonly string[],
  start: number,
  flags: Flags,
): Match | undefined {
  const { instructions, slots } = program;
  const retries: Retry[] = [];
  let marks: readonly number[] = Array.from({ length: slots }, () => -1);
  let at = 0;
  let position = start;
  let steps = 0;

  for (;;) {
    steps += 1;
    if (steps % STEPS_PER_UNIT === 0) spend(1);
    const instruction = instructions[at]!;
    let goesOn = true;
    at += 1;
    switch (instruction.do) {
      case 'match':
        return marks;
      case 'take':
        goesOn = position < characters.length && instruction.has(characters[position]!);
        position += 1;
        break;
      case 'try':
        spend(1);
        retries.push({ at: instruction.second, position, marks });
        at = instruction.first;
        break;
      case 'jump':
        at = instruction.to;
        break;
      case 'mark':
        marks = marks.with(instruction.slot, position);
        break;
      case 'progress':
        goesOn = marks[instruction.slot] !== position;
        break;
      case 'repeat text': {
        const length = sameText(characters, marks, instruction.group, position, flags);
        goesOn = length >= 0;
        position += length;
        break;
      }
      case 'start':
        goesOn =
          position === 0 ||
          (flags.multiline && position < characters.length && characters[position - 1] === '\n');
        break;
      case 'end':
        goesOn =
          position === characters.length || (flags.multiline && characters[position] === '\n');
        break;
    }
    if (goesOn) continue;
    const retry = retries.pop();
    if (retry === undefined) return undefined;
    ({ at, position, marks } = retry);
  }
}

/** How much of the text at a position repeats a group, -1 when it does not. A group that took no part is empty. */
function sameText(
  characters: readonly string[],
  marks: readonly number[],
  group: number,
  position: number,
  flags: Flags,
): number {
  const [from = -1, to = -1] = [marks[group * 2], marks[group * 2 + 1]];
  if (from < 0 || to < from) return 0;
  for (let offset = 0; offset < to - from; offset += 1) {
    const [one, other] = [characters[from + offset] ?? '', characters[position + offset]];
    if (other === undefined) return -1;
    if (one !== other && !(flags.ignoreCase && fold(one) === fold(other))) return -1;
  }
  return to - from;
}
