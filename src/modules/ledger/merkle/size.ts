/** Sizes and indexes go up to 2^53, so halves are taken by division: bit operators of JavaScript end at 32 bits. */
export function half(n: number): number {
  return Math.floor(n / 2);
}

export function isOdd(n: number): boolean {
  return n % 2 === 1;
}

/** The largest power of two below n, for n ≥ 2: where RFC 6962 splits a tree. */
export function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export function isPowerOfTwo(n: number): boolean {
  while (n > 1 && !isOdd(n)) n = half(n);
  return n === 1;
}
