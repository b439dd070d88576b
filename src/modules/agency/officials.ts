import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import type { HeldPost, Official } from './post.ts';
import type { Role } from './role.ts';
import { selectHeldPosts, selectOfficials } from './store/posts.ts';

/**
 * Who can act in a role of a unit at an instant: its officials who are there, and the deputies of those who are away.
 */
export function officialsOf(tx: Tx, unitId: string, role: Role, at: Date): Promise<Official[]> {
  return selectOfficials(tx, unitId, role, dayOf(at));
}

/** The posts that a person holds at an instant, its own and those of officials for whom it stands in. */
export function postsOf(tx: Tx, personId: string, at: Date): Promise<HeldPost[]> {
  return selectHeldPosts(tx, personId, dayOf(at));
}
