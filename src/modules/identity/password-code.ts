import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that reads like a digit or like another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of 60 random bits, as it is handed over on paper: 7K3F-QX2M-9TBD. */
export function newPasswordCode(): string {
  const letters = Array.from(randomBytes(12), (byte) => alphabet[byte & 31]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** A typed code without what people add or mistake: blanks, hyphens, small letters, O for 0, I or L for 1. */
export function plainPasswordCode(typed: string): string {
  return typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
