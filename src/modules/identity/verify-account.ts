import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import { findAccountById, updateLevel } from './store/accounts.ts';

/**
 * An official has compared the person with their identity card: from now on the account sees what the person filed at
 * the counter. Who did it and when is kept with the account. Nobody does it for themselves.
 */
export async function verifyAccount(
  tx: Tx,
  actor: Actor,
  accountId: string,
): Promise<{ readonly done: true } | Refusal> {
  if (actor.kind !== 'official') return refuse('identity.may-not-verify');
  const account = isId(accountId) ? await findAccountById(tx, accountId) : undefined;
  if (account?.personId === actor.personId) return refuse('identity.may-not-verify');
  const isDone = account && (await updateLevel(tx, accountId, actor.accountId, actor.at));
  return isDone ? { done: true } : refuse('identity.nothing-to-verify');
}
