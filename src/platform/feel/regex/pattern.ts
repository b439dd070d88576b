import { anyCase, fold } from './character.ts';
import type { CharacterSet } from './character.ts';
import { readClass, readEscape, readProperty } from './class.ts';
import type { Reader } from './class.ts';
import { PatternFault } from './fault.ts';

/** The syntax tree of a regular expression of XPath 3.1, 5.6.1 (XML Schema with anchors, groups and back references). */
export type Pattern =
  | { readonly is: 'set'; readonly has: CharacterSet }
  | { readonly is: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | {
      readonly is: 'repeat';
      readonly of: Pattern;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly is: 'group'; readonly of: Pattern; readonly number: number }
  | { readonly is: 'same as'; readonly number: number }
  | { readonly is: 'start' | 'end' };

export interface Flags {
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
  readonly ignoreSpace: boolean;
  readonly literal: boolean;
}

const REPEAT_BOUND = 1000;
const DEPTH_BOUND = 100;

/** Reads a pattern. Throws PatternFault when it is none. */
export function readPattern(source: string, flags: Flags): { pattern: Pattern; groups: number } {
  const reader = new PatternReader(flags.ignoreSpace ? withoutSpace(source) : source, flags);
  const pattern = reader.readChoice(0);
  if (!reader.done) throw new PatternFault(`unexpected ${reader.next}`);
  return { pattern, groups: reader.groups };
}

/** White space means nothing under the flag x, except inside of character classes. */
function withoutSpace(source: string): string {
  let depth = 0;
  let kept = '';
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (depth === 0 && /[ \t\n\r]/.test(character)) continue;
    kept += character;
    if (character === '\\' && !/[ \t\n\r]/.test(source.charAt(at + 1))) {
      at += 1;
      kept += source.charAt(at);
    } else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
  }
  return kept;
}

class PatternReader implements Reader {
  groups = 0;
  readonly #characters: readonly string[];
  readonly #flags: Flags;
  readonly #closed = new Set<number>();
  #at = 0;

  constructor(source: string, flags: Flags) {
    this.#characters = Array.from(source);
    this.#flags = flags;
  }

  get done(): boolean {
    return this.#at >= this.#characters.length;
  }

  get next(): string {
    return this.#characters[this.#at] ?? '';
  }

  take(): string {
    const character = this.next;
    this.#at += 1;
    return character;
  }

  ahead(wanted: string): boolean {
    return this.#characters.slice(this.#at, this.#at + wanted.length).join('') === wanted;
  }

  takeIf(wanted: string): boolean {
    if (!this.ahead(wanted)) return false;
    this.#at += wanted.length;
    return true;
  }

  readChoice(depth: number): Pattern {
    if (depth > DEPTH_BOUND) throw new PatternFault('nested too deeply');
    const parts = [this.#readSequence(depth)];
    while (this.takeIf('|')) parts.push(this.#readSequence(depth));
    return parts.length === 1 ? parts[0]! : { is: 'choice', parts };
  }

  #readSequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (!this.done && this.next !== '|' && this.next !== ')') {
      parts.push(this.#readRepeat(this.#readAtom(depth)));
    }
    return { is: 'sequence', parts };
  }

  #readRepeat(of: Pattern): Pattern {
    const bounds = this.#readBounds();
    if (bounds === undefined) return of;
    const greedy = !this.takeIf('?');
    if (this.next !== '' && '?*+{'.includes(this.next)) throw new PatternFault('repeated twice');
    return { is: 'repeat', of, ...bounds, greedy };
  }

  #readBounds(): { least: number; most: number } | undefined {
    if (this.takeIf('*')) return { least: 0, most: Infinity };
    if (this.takeIf('+')) return { least: 1, most: Infinity };
    if (this.takeIf('?')) return { least: 0, most: 1 };
    if (!this.takeIf('{')) return undefined;
    let inside = '';
    while (!this.done && this.next !== '}') inside += this.take();
    const parts = /^(\d{1,4})(?:(,)(\d{1,4})?)?$/.exec(inside);
    if (!this.takeIf('}') || parts === null) throw new PatternFault('bad quantity');
    const least = Number(parts[1]);
    const most =
      parts[2] === undefined ? least : parts[3] === undefined ? Infinity : Number(parts[3]);
    if (least > most || least > REPEAT_BOUND || (most !== Infinity && most > REPEAT_BOUND)) {
      throw new PatternFault('quantity out of bounds');
    }
    return { least, most };
  }

  #readAtom(depth: number): Pattern {
    const character = this.take();
    switch (character) {
      case '(':
        return this.#readGroup(depth);
      case '[':
        return { is: 'set', has: readClass(this, this.#flags.ignoreCase) };
      case '.':
        return {
          is: 'set',
          has: this.#flags.dotAll ? () => true : (one) => one !== '\n' && one !== '\r',
        };
      case '^':
        return { is: 'start' };
      case '$':
        return { is: 'end' };
      case '\\':
        return this.#readBackslash();
      case '?':
      case '*':
      case '+':
      case '{':
      case '}':
      case ']':
        throw new PatternFault(`unexpected ${character}`);
      default:
        return this.#literal(character);
    }
  }

  #readGroup(depth: number): Pattern {
    const capturing = !this.takeIf('?:');
    if (capturing && this.next === '?') throw new PatternFault('unknown group');
    this.groups += capturing ? 1 : 0;
    const number = this.groups;
    const of = this.readChoice(depth + 1);
    if (!this.takeIf(')')) throw new PatternFault('group not closed');
    if (!capturing) return of;
    this.#closed.add(number);
    return { is: 'group', of, number };
  }

  #readBackslash(): Pattern {
    if (/[1-9]/.test(this.next)) {
      let number = Number(this.take());
      // As many digits as still name a group.
      while (/\d/.test(this.next) && number * 10 + Number(this.next) <= this.groups) {
        number = number * 10 + Number(this.take());
      }
      if (!this.#closed.has(number)) throw new PatternFault('reference to no group');
      return { is: 'same as', number };
    }
    if (this.next === 'p' || this.next === 'P') return this.#set(readProperty(this));
    const escape = readEscape(this);
    return typeof escape === 'string' ? this.#literal(escape) : this.#set(escape);
  }

  #set(has: CharacterSet): Pattern {
    return { is: 'set', has: this.#flags.ignoreCase ? anyCase(has) : has };
  }

  #literal(character: string): Pattern {
    if (!this.#flags.ignoreCase) return { is: 'set', has: (one) => one === character };
    const folded = fold(character);
    return { is: 'set', has: (one) => fold(one) === folded };
  }
}
