import { randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other on paper or by telephone. */
const alphabet = '23456789ACDEFGHJKLMNPQRSTUVWXYZ';

/** Second factor of public tracking: eight characters, some 40 bits, printed on the receipt. */
export function trackingSecret(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Whether a typed code is the secret, compared in constant time; spaces, hyphens and case do not matter. */
export function isSecret(typed: string, secret: string): boolean {
  const given = Buffer.from(typed.toUpperCase().replace(/[\s-]/g, ''));
  const expected = Buffer.from(secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
