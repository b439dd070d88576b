import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import { noteFailure, refuseGuessing, type Guess } from './guessing.ts';
import { macOf } from './issue-password-code.ts';
import { enterOrWait, type Coming, type Entered, type Entrance, type Halfway } from './enter.ts';
import { getAccount, updatePassword } from './store/accounts.ts';
import { lockPasswordCode, updateUsed } from './store/password-codes.ts';
import { deletePendingOf } from './store/pending-sign-ins.ts';
import { deleteSessionsOf } from './store/sessions.ts';

/** A code as somebody typed it, with the number that it was issued for. */
export interface TypedCode {
  readonly personalId: string;
  readonly code: string;
  /** Network address of the caller. */
  readonly address: string;
}

/**
 * Whether a code may be used, before the long work of hashing. A wrong one is returned as `wrong` and not as a refusal,
 * since it must be remembered: codes cannot be tried out one after the other.
 */
export async function checkPasswordCode(
  tx: Tx,
  keys: Keys,
  at: Date,
  typed: TypedCode,
): Promise<'right' | 'wrong' | Refusal> {
  const slow = await refuseGuessing(tx, keys, guessOf(typed), at);
  if (slow) return slow;
  if (await lockPasswordCode(tx, wantedOf(keys, at, typed))) return 'right';
  await noteFailure(tx, keys, guessOf(typed), at);
  return 'wrong';
}

/**
 * Sets the password, ends all sessions of the account, and lets its person in: who has a second factor is asked for it
 * all the same. `wrong` when the code is no longer good.
 */
export async function usePasswordCode(
  tx: Tx,
  entrance: Entrance,
  coming: Coming,
  typed: TypedCode,
  passwordHash: string,
): Promise<Entered | Halfway | 'wrong'> {
  const { at } = coming;
  const code = await lockPasswordCode(tx, wantedOf(entrance.keys, at, typed));
  if (!code) return 'wrong';
  await updateUsed(tx, code.id, at);
  await updatePassword(tx, code.accountId, passwordHash);
  await deleteSessionsOf(tx, code.accountId);
  await deletePendingOf(tx, code.accountId);
  return enterOrWait(tx, entrance, await getAccount(tx, code.accountId), coming);
}

function wantedOf(keys: Keys, at: Date, { personalId, code }: TypedCode) {
  return { name: personalId, mac: macOf(keys, code), at };
}

function guessOf({ personalId, address }: TypedCode): Guess {
  return { at: 'password-code', target: personalId, address };
}
