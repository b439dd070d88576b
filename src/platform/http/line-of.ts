import type { Line } from '../db/index.ts';
import type { Actor } from './actor.ts';

const visitor: Line = { role: 'visitor', account: null, person: null, persons: [], units: [] };

/**
 * Whose rows a request may see in the database. An account that was opened from home with somebody's number is not
 * certain to be that person's: then only what the account itself did counts. Who acts for another sees what is the
 * other's, as far as the mandate reaches. A program has no cases.
 */
export function lineOf(actor: Actor | null): Line {
  if (actor === null || actor.kind === 'system') return visitor;
  const { kind, accountId, personId, posts, actingFor, isVerified } = actor;
  const isCertain = isVerified === true || kind === 'official';
  return {
    role: kind,
    account: accountId,
    person: personId,
    persons: actingFor ? [actingFor.personId] : isCertain ? [personId] : [],
    units: posts.map(({ unitId }) => unitId),
    mandate: actingFor && {
      id: actingFor.mandateId,
      procedures: actingFor.procedureIds,
      since: actingFor.since,
    },
  };
}
