import type { Line } from '../db/index.ts';
import type { Actor } from './actor.ts';

const visitor: Line = { role: 'visitor', account: null, persons: [], units: [] };

/**
 * Whose rows a request may see in the database. An account that was opened from home with somebody's number is not
 * certain to be that person's: then only what the account itself did counts.
 */
export function lineOf(actor: Actor | null): Line {
  if (actor === null) return visitor;
  return {
    role: actor.kind === 'official' ? 'official' : 'citizen',
    account: actor.accountId,
    persons: actor.isVerified === true || actor.kind === 'official' ? [actor.personId] : [],
    units: actor.posts.map(({ unitId }) => unitId),
  };
}
