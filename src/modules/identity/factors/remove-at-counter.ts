import type { Tx } from '#/platform/db/index.ts';
import { operatorAccountId, type Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import type { Entrance } from '../enter.ts';
import type { Account } from '../person.ts';
import { removedAtCounterNotice, type Tell } from '../security-notice.ts';
import { findAccount } from '../store/accounts.ts';
import { insertChange } from '../store/factor-changes.ts';
import { deleteFactors } from './delete-factors.ts';
import { ownFactors } from './own-factors.ts';
import { askReset } from './reset-official.ts';

/** Whose factors go, and the identity document that the official compared with the person. */
export interface CounterRemoval {
  readonly account: Account;
  /** Kind of the document and its last letters, as the record keeps it. */
  readonly document: string;
}

/**
 * An official has compared a person who lost their second factor with an identity document, and takes all factors away;
 * sessions end, browsers are forgotten, the person is told. Nobody does it for themselves; for the account of an official
 * an administrator only asks, and another one approves.
 */
export async function removeAtCounter(
  tx: Tx,
  { tell }: Entrance,
  actor: Actor,
  { account, document }: CounterRemoval,
): Promise<{ readonly done: boolean } | Refusal> {
  if (actor.kind !== 'official' || account.personId === actor.personId)
    return refuse('identity.may-not-reset');
  if (account.kind !== 'citizen') {
    const asked = await askReset(tx, tell, actor, { account, document });
    return isRefusal(asked) ? asked : { done: false };
  }
  const { isOn } = await ownFactors(tx, account.id);
  if (!isOn) return refuse('identity.no-factor');
  const by = { accountId: actor.accountId, name: actor.name };
  await removeAll(tx, tell, { account, document, by, at: actor.at });
  return { done: true };
}

/**
 * The same by whoever works on the machine itself, for an administrator who has nobody above them. They have seen the
 * person; the record says that it was done here.
 */
export async function removeByOperator(
  tx: Tx,
  tell: Tell,
  name: string,
  at: Date,
): Promise<{ readonly done: true } | Refusal> {
  const account = await findAccount(tx, name);
  if (!account || account.kind === 'system') return refuse('identity.no-account', { name });
  if (!(await ownFactors(tx, account.id)).isOn) return refuse('identity.no-factor');
  const by = { accountId: operatorAccountId, name: 'Người vận hành' };
  await removeAll(tx, tell, { account, document: 'cqs', by, at });
  return { done: true };
}

async function removeAll(
  tx: Tx,
  tell: Tell,
  removal: CounterRemoval & {
    readonly by: { readonly accountId: string; readonly name: string };
    readonly at: Date;
  },
): Promise<void> {
  const { account, document, by, at } = removal;
  const { id: accountId, personId } = account;
  await deleteFactors(tx, accountId);
  const change = 'removed-at-counter';
  await insertChange(tx, { accountId, change, detail: document, by: by.accountId, at });
  await tell(tx, removedAtCounterNotice(personId, by.name, accountId, at));
}
