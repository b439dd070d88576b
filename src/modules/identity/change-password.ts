import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { noteFailure, refuseGuessing, type Guess } from './guessing.ts';
import { endOtherSessions } from './session.ts';
import type { WantedHash } from './sign-in.ts';
import { getAccount, updatePassword } from './store/accounts.ts';
import { deletePendingOf } from './store/pending-sign-ins.ts';

/**
 * Begins to change the password of the one who is signed in: the hash that the current one must fit, which
 * `isRightPassword` compares outside the transaction.
 */
export async function beginPasswordChange(
  tx: Tx,
  keys: Keys,
  actor: Actor,
): Promise<WantedHash | Refusal> {
  const slow = await refuseGuessing(tx, keys, guessOf(actor), actor.at);
  if (slow) return slow;
  const { passwordHash } = await getAccount(tx, actor.accountId);
  return { wanted: passwordHash };
}

/** The hash of the new password, and of the current one if that was right. */
export interface PasswordChange extends WantedHash {
  /** null when the current password was wrong. */
  readonly nextHash: string | null;
  /** Token of the session that goes on; all others end. */
  readonly session: string;
}

/**
 * Changes the password and ends the account's other sessions (OWASP ASVS 5.0, 7.4.3). A wrong current password is
 * returned as `wrong` and not as a refusal, since it must be remembered; so is one that was changed meanwhile.
 */
export async function finishPasswordChange(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  { wanted, nextHash, session }: PasswordChange,
): Promise<'changed' | 'wrong'> {
  const { passwordHash } = await getAccount(tx, actor.accountId);
  if (nextHash === null || passwordHash !== wanted) {
    await noteFailure(tx, keys, guessOf(actor), actor.at);
    return 'wrong';
  }
  await updatePassword(tx, actor.accountId, nextHash);
  await endOtherSessions(tx, actor.accountId, session);
  await deletePendingOf(tx, actor.accountId);
  return 'changed';
}

/** Whoever holds an open session is the same guesser from wherever. */
export function guessOf({ accountId }: Actor): Guess {
  return { at: 'password-change', target: accountId, address: `account ${accountId}` };
}
