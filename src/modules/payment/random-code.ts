import { randomBytes } from 'node:crypto';

/** Crockford's 32 signs: no I, L, O, U, so that nobody confuses a letter with a digit when typing from paper. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code of capital letters and digits, 5 bits a sign. */
export function randomCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => signs[byte & 31]).join('');
}
