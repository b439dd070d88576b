import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { guessOf } from './change-password.ts';
import { checkCode } from './factors/check-code.ts';
import { noteFailure } from './guessing.ts';
import { confirmSession } from './session.ts';
import type { WantedHash } from './sign-in.ts';
import { getAccount } from './store/accounts.ts';

/** Who is signed in proves again to be themselves, by a code of their app or a recovery code. */
export async function confirmByCode(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  { code, session }: { readonly code: string; readonly session: string },
): Promise<'confirmed' | 'wrong' | Refusal> {
  const { accountId, at } = actor;
  // The session itself was proven: whoever holds it is the same guesser from wherever, and no stranger.
  const from = { address: `account ${accountId}`, isKnownDevice: true };
  const outcome = await checkCode(tx, keys, { accountId, code, at, ...from });
  if (outcome === 'wrong' || isRefusal(outcome)) return outcome;
  await confirmSession(tx, session, at, outcome);
  return 'confirmed';
}

/** The same by password, after `beginPasswordChange` and the comparison outside the transaction. */
export async function confirmByPassword(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  { wanted, isRight, session }: WantedHash & { readonly isRight: boolean; session: string },
): Promise<'confirmed' | 'wrong'> {
  const { passwordHash } = await getAccount(tx, actor.accountId);
  if (!isRight || passwordHash !== wanted) {
    await noteFailure(tx, keys, guessOf(actor), actor.at);
    return 'wrong';
  }
  await confirmSession(tx, session, actor.at, 'password');
  return 'confirmed';
}
