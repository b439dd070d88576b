import type { Reader, Way } from '../db/index.ts';
import { systemAccountId, type Actor } from './actor.ts';
import type { Route } from './route.ts';

/** Who reads at a route. Before anybody is known it is the system, which reads what a visitor is shown. */
export function readerAt(
  way: Way,
  { method, path }: Pick<Route, 'method' | 'path'>,
  actor: Actor | null,
): Reader {
  const what = `${method} ${path}`;
  if (actor === null)
    return { way, what, accountId: systemAccountId, personId: systemAccountId, own: [] };
  const { accountId, personId, posts, actingFor } = actor;
  return {
    way,
    what,
    accountId,
    personId,
    own: [personId, accountId, ...(actingFor ? [actingFor.personId] : [])],
    post: posts[0],
    mandateId: actingFor?.mandateId,
  };
}
