import type { CharacterSet } from './character.ts';
import { PatternFault } from './fault.ts';
import type { Pattern } from './pattern.ts';

/** A pattern as a list of instructions for a backtracking machine. */
type Instruction =
  | { readonly do: 'take'; readonly has: CharacterSet }
  /** Goes on at `first`; when that fails, at `second`. */
  | { readonly do: 'try'; first: number; second: number }
  | { readonly do: 'jump'; to: number }
  | { readonly do: 'mark'; readonly slot: number }
  /** Fails when nothing was taken since the mark: an empty repetition would never end. */
  | { readonly do: 'progress'; readonly slot: number }
  | { readonly do: 'repeat text'; readonly group: number }
  | { readonly do: 'start' | 'end' | 'match' };

export interface Program {
  readonly instructions: readonly Instruction[];
  /** Marks: two for each group (group 0 is the whole match), then one for each open repetition. */
  readonly slots: number;
}

const SIZE_BOUND = 20_000;

export function programOf(pattern: Pattern, groups: number): Program {
  const writer = new ProgramWriter((groups + 1) * 2);
  writer.add({ do: 'mark', slot: 0 });
  writer.write(pattern);
  writer.add({ do: 'mark', slot: 1 });
  writer.add({ do: 'match' });
  return { instructions: writer.instructions, slots: writer.slots };
}

class ProgramWriter {
  readonly instructions: Instruction[] = [];
  slots: number;

  constructor(slots: number) {
    this.slots = slots;
  }

  add<One extends Instruction>(instruction: One): One {
    if (this.instructions.length >= SIZE_BOUND) throw new PatternFault('too large');
    this.instructions.push(instruction);
    return instruction;
  }

  get here(): number {
    return this.instructions.length;
  }

  write(pattern: Pattern): void {
    switch (pattern.is) {
      case 'set':
        this.add({ do: 'take', has: pattern.has });
        return;
      case 'sequence':
        for (const part of pattern.parts) this.write(part);
        return;
      case 'choice':
        this.#writeChoice(pattern.parts);
        return;
      case 'repeat':
        this.#writeRepeat(pattern);
        return;
      case 'group':
        this.add({ do: 'mark', slot: pattern.number * 2 });
        this.write(pattern.of);
        this.add({ do: 'mark', slot: pattern.number * 2 + 1 });
        return;
      case 'same as':
        this.add({ do: 'repeat text', group: pattern.number });
        return;
      case 'start':
      case 'end':
        this.add({ do: pattern.is });
    }
  }

  #writeChoice(parts: readonly Pattern[]): void {
    const exits: { to: number }[] = [];
    for (const [index, part] of parts.entries()) {
      if (index === parts.length - 1) {
        this.write(part);
        continue;
      }
      const fork = this.add({ do: 'try', first: this.here + 1, second: 0 });
      this.write(part);
      exits.push(this.add({ do: 'jump', to: 0 }));
      fork.second = this.here;
    }
    for (const exit of exits) exit.to = this.here;
  }

  #writeRepeat({ of, least, most, greedy }: Extract<Pattern, { is: 'repeat' }>): void {
    for (let time = 0; time < least; time += 1) this.write(of);
    const again = this.#optional(of);
    if (most === Infinity) {
      const begin = this.here;
      const leave = this.#fork(greedy);
      again();
      this.add({ do: 'jump', to: begin });
      leave(this.here);
      return;
    }
    const leaves: ((to: number) => void)[] = [];
    for (let time = least; time < most; time += 1) {
      leaves.push(this.#fork(greedy));
      again();
    }
    for (const leave of leaves) leave(this.here);
  }

  /** Writes one more, optional time of a repetition. What may be empty must then not be: it would never end. */
  #optional(of: Pattern): () => void {
    if (!mayBeEmpty(of)) return () => this.write(of);
    const slot = this.slots;
    this.slots += 1;
    return () => {
      this.add({ do: 'mark', slot });
      this.write(of);
      this.add({ do: 'progress', slot });
    };
  }

  /** A fork into what follows or away; greedy ones prefer what follows. The result sets where away is. */
  #fork(greedy: boolean): (to: number) => void {
    const inside = this.here + 1;
    const fork = this.add({ do: 'try', first: inside, second: inside });
    return (to) => {
      if (greedy) fork.second = to;
      else fork.first = to;
    };
  }
}

function mayBeEmpty(pattern: Pattern): boolean {
  switch (pattern.is) {
    case 'set':
      return false;
    case 'sequence':
      return pattern.parts.every(mayBeEmpty);
    case 'choice':
      return pattern.parts.some(mayBeEmpty);
    case 'repeat':
      return pattern.least === 0 || mayBeEmpty(pattern.of);
    case 'group':
      return mayBeEmpty(pattern.of);
    case 'same as':
    case 'start':
    case 'end':
      return true;
  }
}
