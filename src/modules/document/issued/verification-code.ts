import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that reads like a digit or like another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of 60 random bits for people to type, in three groups: 7K3F-QX2M-9TBD. Nobody guesses one that exists. */
export function newVerificationCode(): string {
  const letters = Array.from(randomBytes(12), (byte) => alphabet[byte & 31]);
  return grouped(letters.join(''));
}

/** Reads a code as people type it: small letters, no groups, O for 0, I or L for 1. Undefined when it is none. */
export function readVerificationCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.–—-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(plain) ? grouped(plain) : undefined;
}

function grouped(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
