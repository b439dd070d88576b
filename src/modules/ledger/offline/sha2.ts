import { concat } from './bytes.ts';

/*
 * SHA-256 and SHA-512 (FIPS 180-4) in plain arithmetic. Browsers offer them only to pages from the network over TLS;
 * this page must also run from a file. The constants are the first bits of roots of primes, computed as the standard
 * defines them instead of being copied.
 */

/** SHA-256. */
export function sha256(message: Uint8Array): Uint8Array {
  const blocks = padded(message, 64, 8);
  const hash = Uint32Array.from(initial, (word) => Number(word >> 32n));
  const w = new Uint32Array(64);
  const view = new DataView(blocks.buffer);
  for (let block = 0; block < blocks.length; block += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(block + 4 * t);
    for (let t = 16; t < 64; t += 1) {
      const [x, y] = [w[t - 15]!, w[t - 2]!];
      const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
      const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
      w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let t = 0; t < 64; t += 1) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const choice = (e & f) ^ (~e & g);
      const t1 = (h + s1 + choice + Number(rounds[t]! >> 32n) + w[t]!) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + s0 + majority) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (hash[at] = hash[at]! + word));
  }
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, at) => digest.setUint32(4 * at, word));
  return new Uint8Array(digest.buffer);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** SHA-512. */
export function sha512(message: Uint8Array): Uint8Array {
  const blocks = padded(message, 128, 16);
  const hash = [...initial];
  const w: bigint[] = [];
  const view = new DataView(blocks.buffer);
  for (let block = 0; block < blocks.length; block += 128) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getBigUint64(block + 8 * t);
    for (let t = 16; t < 80; t += 1) {
      const [x, y] = [w[t - 15]!, w[t - 2]!];
      const s0 = rotate64(x, 1n) ^ rotate64(x, 8n) ^ (x >> 7n);
      const s1 = rotate64(y, 19n) ^ rotate64(y, 61n) ^ (y >> 6n);
      w[t] = word64(w[t - 16]! + s0 + w[t - 7]! + s1);
    }
    let [a, b, c, d, e, f, g, h] = hash as [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    for (let t = 0; t < 80; t += 1) {
      const s1 = rotate64(e, 14n) ^ rotate64(e, 18n) ^ rotate64(e, 41n);
      const choice = (e & f) ^ (word64(~e) & g);
      const t1 = h + s1 + choice + rounds[t]! + w[t]!;
      const s0 = rotate64(a, 28n) ^ rotate64(a, 34n) ^ rotate64(a, 39n);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      [h, g, f, e, d, c, b, a] = [g, f, e, word64(d + t1), c, b, a, word64(t1 + s0 + majority)];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (hash[at] = word64(hash[at]! + word)));
  }
  const digest = new DataView(new ArrayBuffer(64));
  hash.forEach((word, at) => digest.setBigUint64(8 * at, word));
  return new Uint8Array(digest.buffer);
}

function rotate64(word: bigint, by: bigint): bigint {
  return (word >> by) | word64(word << (64n - by));
}

function word64(value: bigint): bigint {
  return value & 0xffffffffffffffffn;
}

/** HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key);
  const inner = sha256(
    concat(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256(
    concat(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

/** The message, a one bit, zeros, and its length in bits. */
function padded(message: Uint8Array, block: number, lengthBytes: number): Uint8Array {
  const length = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
  const all = new Uint8Array(length);
  all.set(message);
  all[message.length] = 0x80;
  new DataView(all.buffer).setUint32(length - 4, message.length * 8);
  return all;
}

const primes = firstPrimes(80);
/** First 64 bits of the fractions of the square roots of the first eight primes; SHA-256 takes the first 32 of them. */
const initial = primes.slice(0, 8).map((prime) => fraction(prime, 2n));
/** Likewise of the cube roots of the first eighty primes. */
const rounds = primes.map((prime) => fraction(prime, 3n));

function firstPrimes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n += 1n)
    if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

/** 64 bits after the point of a root, by bisection in whole numbers. */
function fraction(prime: bigint, degree: bigint): bigint {
  const target = prime << (64n * degree);
  let [low, high] = [0n, prime << 64n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return word64(low);
}
