import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other on paper or by telephone. */
const alphabet = '23456789ACDEFGHJKLMNPQRSTUVWXYZ';

/** Second factor of public tracking: eight characters, some 40 bits, printed on the receipt. */
export function trackingSecret(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
