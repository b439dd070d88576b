import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { changedNotice, type Tell } from './security-notice.ts';
import { getAccount } from './store/accounts.ts';
import { deleteBlocked, insertBlocked, listBlocked, type Way } from './store/blocked-ways.ts';
import { insertChange } from './store/factor-changes.ts';
import { listPasskeys } from './store/passkeys.ts';

/** A way of signing in, as its owner sees it. */
export interface WaySeen {
  readonly way: Way;
  /** Whether it opens the account at all: a password is set, there is a passkey, the national identity is known. */
  readonly isThere: boolean;
  readonly isBlocked: boolean;
}

/** The ways into an account, open and closed. */
export async function waysOf(
  tx: Tx,
  { accountId, kind, isVerified }: Pick<Actor, 'accountId' | 'kind' | 'isVerified'>,
  hasNational: boolean,
): Promise<WaySeen[]> {
  const [account, passkeys, blocked] = await Promise.all([
    getAccount(tx, accountId),
    listPasskeys(tx, accountId),
    listBlocked(tx, accountId),
  ]);
  const isThere: Readonly<Record<Way, boolean>> = {
    password: account.passwordHash !== null,
    passkey: passkeys.length > 0,
    national: hasNational && kind === 'citizen' && isVerified === true,
  };
  return (['password', 'passkey', 'national'] as const).map((way) => ({
    way,
    isThere: isThere[way],
    isBlocked: blocked.has(way),
  }));
}

/**
 * Closes a way into one's own account. One that surely opens it must stay, or its owner would have to come to the
 * counter. The caller has asked them again who they are.
 */
export async function blockWay(
  tx: Tx,
  tell: Tell,
  actor: Actor,
  { way, hasNational }: { readonly way: Way; readonly hasNational: boolean },
): Promise<{ readonly done: true } | Refusal> {
  const ways = await waysOf(tx, actor, hasNational);
  const isOtherLeft = ways.some((one) => one.way !== way && one.isThere && !one.isBlocked);
  if (!isOtherLeft) return refuse('identity.only-way');
  await insertBlocked(tx, actor.accountId, way, actor.at);
  await note(tx, tell, actor, 'way-blocked', way);
  return { done: true };
}

/** Opens it again. */
export async function openWay(tx: Tx, tell: Tell, actor: Actor, way: Way): Promise<void> {
  await deleteBlocked(tx, actor.accountId, way);
  await note(tx, tell, actor, 'way-opened', way);
}

async function note(
  tx: Tx,
  tell: Tell,
  { accountId, personId, at }: Actor,
  change: 'way-blocked' | 'way-opened',
  detail: Way,
): Promise<void> {
  await insertChange(tx, { accountId, change, detail, by: accountId, at });
  await tell(tx, changedNotice(personId, accountId, at));
}
