import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '#/values/fold.ts';

/** Of two hundred billion random passwords that nobody leaked, about four are refused. */
export const leakedMarkBytes = 5;

/** What the file keeps of a password: it is to be recognised, not read. Capitals, accents and blanks make none new. */
export function leakedMark(password: string): Buffer {
  const folded = fold(password).replace(/\s/g, '');
  return createHash('sha256').update(folded).digest().subarray(0, leakedMarkBytes);
}

let marks: Buffer | undefined;

/**
 * Whether a password is among the 20,000 most used of those that were leaked and are long enough to be taken (OWASP ASVS
 * 5.0, 6.2.4 and 6.2.12). They come along, so that no password is ever asked about elsewhere.
 */
export function isLeaked(password: string): boolean {
  marks ??= readFileSync(join(import.meta.dirname, 'leaked-passwords.bin'));
  const wanted = leakedMark(password);
  let [low, high] = [0, marks.length / leakedMarkBytes];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = middle * leakedMarkBytes;
    const order = marks.compare(wanted, 0, leakedMarkBytes, at, at + leakedMarkBytes);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}
