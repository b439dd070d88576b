import { randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';

/** Letters and digits that nobody mistakes for each other. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be shown once: sixteen signs in groups, some 79 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** The first line that another program hands over. */
export async function passwordFromInput(): Promise<string> {
  return (await text(process.stdin)).split(/\r?\n/, 1)[0] ?? '';
}
