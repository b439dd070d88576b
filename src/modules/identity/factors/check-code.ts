import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import {
  noteFailure,
  noteStranger,
  refuseGuessing,
  refuseStranger,
  type Guess,
} from '../guessing.ts';
import { plainCode, takeAppCode } from './code-app.ts';
import { takeRecoveryCode } from './recovery-code.ts';

/** A code that somebody typed: of their app, or a recovery code. */
export interface TypedFactor {
  readonly accountId: string;
  readonly code: string;
  /** Network address of the caller, or what stands for one. */
  readonly address: string;
  /** Whether the account was signed in to with this browser before. */
  readonly isKnownDevice: boolean;
  readonly at: Date;
}

/**
 * Uses a code up and tells of which kind it was. A wrong one is returned as `wrong` and not as a refusal, since it must
 * be remembered.
 */
export async function checkCode(
  tx: Tx,
  keys: Keys,
  typed: TypedFactor,
): Promise<'app' | 'recovery-code' | 'wrong' | Refusal> {
  const slow = await refuseGuessing(tx, keys, guessOf(typed), typed.at);
  if (slow) return slow;
  const outcome = /^\d{6}$/.test(plainCode(typed.code))
    ? await checkAppCode(tx, keys, typed)
    : await checkRecoveryCode(tx, keys, typed);
  if (outcome === 'wrong') await noteFailure(tx, keys, guessOf(typed), typed.at);
  return outcome;
}

async function checkAppCode(tx: Tx, keys: Keys, typed: TypedFactor) {
  const { accountId, at, isKnownDevice } = typed;
  const strange = isKnownDevice ? undefined : await refuseStranger(tx, keys, accountId, at);
  if (isRefusal(strange)) return strange;
  if (await takeAppCode(tx, keys, typed, typed.code)) return 'app';
  if (!isKnownDevice) await noteStranger(tx, keys, accountId, at);
  return 'wrong';
}

async function checkRecoveryCode(tx: Tx, keys: Keys, typed: TypedFactor) {
  return (await takeRecoveryCode(tx, keys, typed, typed.code)) ? 'recovery-code' : 'wrong';
}

function guessOf({ accountId, address }: TypedFactor): Guess {
  return { at: 'second-factor', target: accountId, address };
}
