/** Numbers that look random and are the same for the same seed, so that demo data can be made again. */
export interface Random {
  /** At least 0, below 1. */
  share(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** Each entry as often as its weight says. */
  weigh<T>(list: readonly (readonly [T, number])[]): T;
  chance(of: number): boolean;
}

/** Mulberry32: 32 bits of state, enough for inventing things and fast enough for millions of them. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;

  function share(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1));
  return {
    share,
    whole,
    pick: (list) => list[whole(0, list.length - 1)]!,
    weigh(list) {
      let left = share() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [entry, weight] of list) {
        left -= weight;
        if (left < 0) return entry;
      }
      return list.at(-1)![0];
    },
    chance: (of) => share() < of,
  };
}
