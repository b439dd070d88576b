/**
 * All combinations of free decisions, one run after another: each decision takes one bit of a vector; after a run
 * the vector is cut to the bits used, trailing ones go, and the last zero becomes one.
 */
export interface Choices {
  /** One free decision; the same label gives the same answer within a run. */
  decide(label: string): boolean;
  /** Prepares the next combination; false when all have been tried. */
  advance(): boolean;
}

export function freeChoices(): Choices {
  let bits: boolean[] = [];
  let used = 0;
  let made = new Map<string, boolean>();
  return {
    decide(label) {
      const before = made.get(label);
      if (before !== undefined) return before;
      if (used === bits.length) bits.push(false);
      const answer = bits[used]!;
      used += 1;
      made.set(label, answer);
      return answer;
    },
    advance() {
      bits = bits.slice(0, used);
      while (bits.at(-1) === true) bits.pop();
      used = 0;
      made = new Map();
      if (bits.length === 0) return false;
      bits[bits.length - 1] = true;
      return true;
    },
  };
}
