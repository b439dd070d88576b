import { randomFillSync } from 'node:crypto';

/** The counter is 12 bits wide; it starts in the lower half, so that at least 2,048 ids fit into a millisecond. */
const counterSize = 0x1000;

let millisecond = 0;
let counter = 0;

/**
 * A new UUID version 7 (RFC 9562, section 5.7), later in order than every id that this process made before: 48 bits
 * of Unix milliseconds, a 12-bit counter (section 6.2, method 1), 62 random bits. Where the counter runs over or the
 * machine's clock goes back, the count goes on from the last millisecond that was used.
 */
export function newId(): string {
  const bytes = randomFillSync(new Uint8Array(16));
  tick(Date.now(), (bytes[6]! << 8) | bytes[7]!);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, (BigInt(millisecond) << 16n) | 0x7000n | BigInt(counter));
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function tick(now: number, random: number): void {
  if (now <= millisecond && counter + 1 < counterSize) {
    counter += 1;
    return;
  }
  millisecond = Math.max(now, millisecond + 1);
  counter = random & (counterSize / 2 - 1);
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside has the shape of an id, so that it may be given to the database. */
export function isId(candidate: string): boolean {
  return shape.test(candidate);
}
