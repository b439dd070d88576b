import { hashPassword, isPassword, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { refuseGuessing } from './guessing.ts';
import { endOtherSessions } from './session.ts';
import { getAccount, updatePassword } from './store/accounts.ts';
import { insertFailure } from './store/failures.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** Token of the session that goes on; all others end. */
  readonly session: string;
}

/**
 * Changes the password of the one who is signed in and ends the account's other sessions (OWASP ASVS 5.0, 7.4.3).
 * A wrong current password is returned as `wrong` and not as a refusal, since it must be remembered.
 */
export async function changePassword(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  { current, next, session }: PasswordChange,
): Promise<'changed' | 'wrong' | Refusal> {
  const subject = keys.sign('sign-in', `account ${actor.accountId}`);
  const slow = await refuseGuessing(tx, subject, actor.at);
  if (slow) return slow;
  const { passwordHash } = await getAccount(tx, actor.accountId);
  if (passwordHash === null || !(await isPassword(current, passwordHash))) {
    await insertFailure(tx, subject, actor.at);
    return 'wrong';
  }
  await updatePassword(tx, actor.accountId, await hashPassword(next));
  await endOtherSessions(tx, actor.accountId, session);
  return 'changed';
}
