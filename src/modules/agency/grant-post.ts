import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { directory } from './directory.ts';
import type { Post } from './post.ts';
import { isRole } from './role.ts';
import { deletePostFrom, insertPost, selectOverlappingPost, updatePostEnd } from './store/posts.ts';

/** Gives a person a post from a day on. Who already holds it keeps it as it is. */
export async function grantPost(
  tx: Tx,
  grant: {
    readonly personId: string;
    readonly unitKey: string;
    readonly role: string;
    readonly title: string;
    readonly from: Day;
    readonly at: Date;
  },
): Promise<Post | Refusal> {
  const unit = (await directory(tx)).byKey(grant.unitKey);
  if (!unit) return refuse('agency.no-such-unit', { unit: grant.unitKey });
  if (!isRole(grant.role)) return refuse('agency.no-such-role', { role: grant.role });
  const { personId, role, title, from } = grant;
  const post: Post = { id: newId(), personId, unitId: unit.id, role, title, from, to: null };
  const held = await selectOverlappingPost(tx, post);
  if (held) return held;
  await insertPost(tx, post, grant.at);
  return post;
}

/** Ends a post: `to` is the first day on which the person no longer holds it. */
export async function endPost(tx: Tx, id: string, to: Day): Promise<{ ended: true } | Refusal> {
  return (await updatePostEnd(tx, id, to)) ? { ended: true } : refuse('agency.no-such-post');
}

/**
 * Takes a post away at once. One that was held before today ends today; one that began today or later is taken back, as
 * posts hold for whole days. What was done in it stays with those acts.
 */
export async function takePost(tx: Tx, id: string, today: Day): Promise<{ ended: true } | Refusal> {
  return (await deletePostFrom(tx, id, today)) ? { ended: true } : endPost(tx, id, today);
}
