import type { Tx } from '#/platform/db/index.ts';
import { hasRole, type Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { Entrance } from '../enter.ts';
import type { Account } from '../person.ts';
import { removedAtCounterNotice } from '../security-notice.ts';
import { deleteCodeApp } from '../store/code-apps.ts';
import { deleteDevicesOf } from '../store/devices.ts';
import { insertChange } from '../store/factor-changes.ts';
import { deletePasskeysOf } from '../store/passkeys.ts';
import { deletePendingOf } from '../store/pending-sign-ins.ts';
import { deleteRecoveryCodes } from '../store/recovery-codes.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { ownFactors } from './own-factors.ts';

/** Whose factors go, and the identity document that the official compared with the person. */
export interface CounterRemoval {
  readonly account: Account;
  /** Kind of the document and its last letters, as the record keeps it. */
  readonly document: string;
}

/**
 * An official has compared a person who lost their second factor with an identity document, and takes all factors away;
 * sessions end, browsers are forgotten, the person is told. Accounts of officials are left to administrators, nobody
 * does it for themselves.
 */
export async function removeAtCounter(
  tx: Tx,
  { tell }: Entrance,
  actor: Actor,
  { account, document }: CounterRemoval,
): Promise<{ readonly done: true } | Refusal> {
  if (actor.kind !== 'official' || account.personId === actor.personId)
    return refuse('identity.may-not-reset');
  if (account.kind !== 'citizen' && !hasRole(actor, 'QUAN_TRI'))
    return refuse('identity.may-not-reset');
  const { isOn } = await ownFactors(tx, account.id);
  if (!isOn) return refuse('identity.no-factor');
  await deleteCodeApp(tx, account.id);
  await deletePasskeysOf(tx, account.id);
  await deleteRecoveryCodes(tx, account.id);
  await deletePendingOf(tx, account.id);
  await deleteSessionsOf(tx, account.id);
  await deleteDevicesOf(tx, account.id);
  const { at } = actor;
  await insertChange(tx, {
    accountId: account.id,
    change: 'removed-at-counter',
    detail: document,
    by: actor.accountId,
    at,
  });
  await tell(tx, removedAtCounterNotice(account.personId, actor.name, account.id, at));
  return { done: true };
}
