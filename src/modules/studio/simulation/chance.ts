import type { Variation } from './setting.ts';

/**
 * A chance between 0 and 1 that depends on nothing but its names. Two plays of one seed meet the same applicants with
 * the same work, however many people serve them: only so is a difference between them the difference that was asked for.
 */
export function chance(seed: number, ...names: readonly number[]): number {
  let state = mixed(seed ^ 0x9e3779b9);
  for (const name of names) state = mixed(state ^ Math.imul(name + 0x7f4a7c15, 0x85ebca6b));
  const low = mixed(state ^ 0xc2b2ae35);
  return ((state >>> 5) * 0x4000000 + (low >>> 6) + 0.5) / 2 ** 53;
}

/** The finaliser of MurmurHash3 (public domain), 32 bits. */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** A waiting time without memory, of mean 1. */
export function exponential(u: number): number {
  return -Math.log(u);
}

/**
 * Work of mean 1: always the same; Erlang of order 4 (half as scattered as without memory); or exponential, as queueing
 * theory likes it. `draw` gives the chances.
 */
export function workload(variation: Variation, draw: (no: number) => number): number {
  switch (variation) {
    case 'fixed':
      return 1;
    case 'some':
      return (
        (exponential(draw(0)) +
          exponential(draw(1)) +
          exponential(draw(2)) +
          exponential(draw(3))) /
        4
      );
    case 'strong':
      return exponential(draw(0));
  }
}

/** The choice that a chance falls on, by shares; undefined when there are none. */
export function choice(
  shares: readonly (readonly [string, number])[],
  u: number,
): string | undefined {
  const all = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = u * all;
  for (const [name, share] of shares) {
    left -= share;
    if (left < 0) return name;
  }
  return shares.findLast(([, share]) => share > 0)?.[0] ?? shares[0]?.[0];
}
