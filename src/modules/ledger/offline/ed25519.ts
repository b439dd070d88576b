import { concat } from './bytes.ts';
import { sha512 } from './sha2.ts';

/*
 * Checking of Ed25519 signatures (RFC 8032, section 5.1.7) in whole numbers. It handles no secrets, so nothing here
 * has to take the same time for all values.
 */

const p = 2n ** 255n - 19n;
/** Order of the base point. */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const d = mod(-121665n * power(121666n, p - 2n));
const rootOfMinusOne = power(2n, (p - 1n) / 4n);

/** A point in extended coordinates: x = X/Z, y = Y/Z, XY = ZT. */
type Point = readonly [X: bigint, Y: bigint, Z: bigint, T: bigint];

const neutral: Point = [0n, 1n, 1n, 0n];
const base = decompress(4n * power(5n, p - 2n), false)!;

/** Whether the signature of 64 bytes is that of the message under the key of 32 bytes. */
export function isSigned(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32 || signature.length !== 64) return false;
  const a = decode(key);
  const r = decode(signature.subarray(0, 32));
  const s = little(signature.subarray(32));
  if (!a || !r || s >= order) return false;
  const k = little(sha512(concat(signature.subarray(0, 32), key, message))) % order;
  // s·B = R + k·A, as s·B + k·(−A) = R.
  const negated: Point = [mod(-a[0]), a[1], a[2], mod(-a[3])];
  const [X, Y, Z] = combine(s, base, k, negated);
  return mod(X - r[0] * Z) === 0n && mod(Y - r[1] * Z) === 0n;
}

/** m·P + n·Q, bit by bit from the top. */
function combine(m: bigint, P: Point, n: bigint, Q: Point): Point {
  const both = add(P, Q);
  let sum = neutral;
  for (let bit = 252n; bit >= 0n; bit -= 1n) {
    sum = add(sum, sum);
    const [inM, inN] = [(m >> bit) & 1n, (n >> bit) & 1n];
    if (inM || inN) sum = add(sum, inM && inN ? both : inM ? P : Q);
  }
  return sum;
}

/** Addition, which also doubles (RFC 8032, section 5.1.4). */
function add([X1, Y1, Z1, T1]: Point, [X2, Y2, Z2, T2]: Point): Point {
  const A = mod((Y1 - X1) * (Y2 - X2));
  const B = mod((Y1 + X1) * (Y2 + X2));
  const C = mod(2n * d * T1 * T2);
  const D = mod(2n * Z1 * Z2);
  const [E, F, G, H] = [B - A, D - C, D + C, B + A];
  return [mod(E * F), mod(G * H), mod(F * G), mod(E * H)];
}

/** A point from its 32 bytes; undefined when there is none, or it is not spelled in the one way. */
function decode(bytes: Uint8Array): Point | undefined {
  const number = little(bytes);
  const y = number & (2n ** 255n - 1n);
  return y < p ? decompress(y, number >> 255n === 1n) : undefined;
}

function decompress(y: bigint, isOdd: boolean): Point | undefined {
  const y2 = mod(y * y);
  const [u, v] = [mod(y2 - 1n), mod(d * y2 + 1n)];
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (p - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * rootOfMinusOne);
  if (mod(v * x * x) !== u || (x === 0n && isOdd)) return undefined;
  if (((x & 1n) === 1n) !== isOdd) x = p - x;
  return [x, mod(y), 1n, mod(x * y)];
}

function little(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function mod(a: bigint): bigint {
  const rest = a % p;
  return rest < 0n ? rest + p : rest;
}

function power(a: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(a)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}
