import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { isId } from '#/values/id.ts';
import type { Entrance } from '../enter.ts';
import { changedNotice } from '../security-notice.ts';
import { deleteCodeApp } from '../store/code-apps.ts';
import { insertChange } from '../store/factor-changes.ts';
import { deletePasskey } from '../store/passkeys.ts';
import { deleteRecoveryCodes } from '../store/recovery-codes.ts';
import { ownFactors } from './own-factors.ts';

/** What is taken away: the app for codes, or a passkey by its id. */
export type Removed = 'app' | { readonly passkey: string };

/**
 * Takes away one's own second factor, and recovery codes with the last one. Officials keep one outside the demo. The
 * caller has made sure that the person proved lately who they are.
 */
export async function removeFactor(
  tx: Tx,
  { tell, officialsNeedFactor }: Entrance,
  actor: Actor,
  removed: Removed,
): Promise<{ readonly isOn: boolean } | Refusal> {
  const { accountId, personId, at } = actor;
  const name = await take(tx, accountId, removed);
  if (name === undefined) return refuse('identity.no-factor');
  const { isOn } = await ownFactors(tx, accountId);
  if (!isOn && actor.kind === 'official' && officialsNeedFactor)
    return refuse('identity.last-factor');
  if (!isOn) await deleteRecoveryCodes(tx, accountId);
  const change = removed === 'app' ? 'app-removed' : 'passkey-removed';
  await insertChange(tx, { accountId, change, detail: name, by: accountId, at });
  await tell(tx, changedNotice(personId, accountId, at));
  return { isOn };
}

/** The name of what was taken, '' for the app; undefined when there was nothing. */
async function take(tx: Tx, accountId: string, removed: Removed): Promise<string | undefined> {
  if (removed === 'app') return (await deleteCodeApp(tx, accountId)) ? '' : undefined;
  return isId(removed.passkey) ? deletePasskey(tx, accountId, removed.passkey) : undefined;
}
