import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { mayReprint } from '../access.ts';
import { findIssued, updateAllWaiting, updateWaiting } from '../store/issued.ts';

/** Has a paper printed again that could not be, once what was in the way is mended. Number and code stay as they were. */
export async function reprint(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ readonly done: true } | Refusal> {
  if (!mayReprint(actor)) return refuse('document.not-reprinter');
  if (!(await findIssued(tx, id))) return refuse('document.not-found');
  return (await updateWaiting(tx, id, actor)) ? { done: true } : refuse('document.not-failed');
}

/** Has all failed papers of an owner printed again. That the owner is one of the actor's unit, the caller makes sure. */
export async function reprintAll(
  tx: Tx,
  actor: Actor,
  owner: string,
): Promise<{ readonly count: number } | Refusal> {
  if (!mayReprint(actor)) return refuse('document.not-reprinter');
  const count = await updateAllWaiting(tx, owner, actor);
  return count > 0 ? { count } : refuse('document.not-failed');
}
