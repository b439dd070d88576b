import { anyCase, classEscapes, not, property, range } from './character.ts';
import type { CharacterSet } from './character.ts';
import { PatternFault } from './fault.ts';

/** What reads characters one by one. */
export interface Reader {
  readonly done: boolean;
  readonly next: string;
  take(): string;
  ahead(wanted: string): boolean;
  takeIf(wanted: string): boolean;
}

const control: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const itself = '\\|.-^?*+{}()[]$';

/** After a backslash: one character, or the set that a letter means. */
export function readEscape(reader: Reader): string | CharacterSet {
  const letter = reader.take();
  const set = classEscapes[letter];
  if (set !== undefined) return set;
  if (letter !== '' && itself.includes(letter)) return letter;
  const character = control[letter];
  if (character === undefined) throw new PatternFault(`unknown escape ${letter}`);
  return character;
}

/** After a backslash: p{name} or P{name}. */
export function readProperty(reader: Reader): CharacterSet {
  const negated = reader.take() === 'P';
  let name = '';
  if (!reader.takeIf('{')) throw new PatternFault('property without name');
  while (!reader.done && reader.next !== '}') name += reader.take();
  const set = property(name);
  if (!reader.takeIf('}') || set === undefined) throw new PatternFault(`unknown property ${name}`);
  return negated ? not(set) : set;
}

/** A character class, after its opening bracket. Letter cases are added before negation and subtraction. */
export function readClass(reader: Reader, ignoreCase: boolean): CharacterSet {
  const negated = reader.takeIf('^');
  const sets: CharacterSet[] = [];
  let without: CharacterSet | undefined;
  while (!reader.takeIf(']')) {
    if (reader.done) throw new PatternFault('class not closed');
    if (sets.length > 0 && reader.takeIf('-[')) {
      without = readClass(reader, ignoreCase);
      if (!reader.takeIf(']')) throw new PatternFault('nothing may follow a subtraction');
      break;
    }
    sets.push(readItem(reader));
  }
  if (sets.length === 0) throw new PatternFault('empty class');
  const listed: CharacterSet = (character) => sets.some((set) => set(character));
  const cased = ignoreCase ? anyCase(listed) : listed;
  const whole = negated ? not(cased) : cased;
  return without === undefined ? whole : (character) => whole(character) && !without(character);
}

function readItem(reader: Reader): CharacterSet {
  if (reader.takeIf('\\')) {
    if (reader.next === 'p' || reader.next === 'P') return readProperty(reader);
    const escape = readEscape(reader);
    return typeof escape === 'string' ? readRange(reader, escape) : escape;
  }
  const character = reader.take();
  if (character === '[') throw new PatternFault('bracket inside of a class');
  return readRange(reader, character);
}

function readRange(reader: Reader, from: string): CharacterSet {
  const first = from.codePointAt(0) ?? 0;
  // A hyphen before the end or before a subtraction makes no range; neither does one that begins an item.
  if (from === '-' || !reader.ahead('-') || reader.ahead('-]') || reader.ahead('-['))
    return range(first, first);
  reader.take();
  const to = reader.takeIf('\\') ? readEscape(reader) : reader.take();
  const last = typeof to === 'string' ? (to.codePointAt(0) ?? -1) : -1;
  if (last < first) throw new PatternFault('range the wrong way round');
  return range(first, last);
}
