import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import {
  findWaiting,
  hashOf,
  knowsDevice,
  letIn,
  type Coming,
  type Entered,
  type Entrance,
} from './enter.ts';
import { checkCode } from './factors/check-code.ts';
import { recoveryUsedNotice } from './security-notice.ts';
import { deletePending, updateTries } from './store/pending-sign-ins.ts';
import { countRecoveryCodes } from './store/recovery-codes.ts';

/** Wrong codes after which the password is asked for again. */
const mostTries = 5;

/** A code for a sign-in that waits. */
export interface Proof extends Coming {
  readonly pending: string | undefined;
  readonly code: string;
  /** Network address of the caller. */
  readonly address: string;
}

/** Lets in who waits, by the code of their app or a recovery code. `gone`: nothing waits, the password is asked again. */
export async function proveByCode(
  tx: Tx,
  entrance: Entrance,
  proof: Proof,
): Promise<(Entered & { readonly goTo: string | null }) | 'wrong' | 'gone' | Refusal> {
  const { pending, at } = proof;
  const waiting = await findWaiting(tx, pending, at);
  if (!waiting || pending === undefined) return 'gone';
  const { keys } = entrance;
  const { accountId, goTo } = waiting;
  const isKnownDevice = await knowsDevice(tx, keys, accountId, proof.device);
  const kind = await checkCode(tx, keys, { ...proof, accountId, isKnownDevice });
  if (isRefusal(kind)) return kind;
  if (kind === 'recovery-code') {
    const left = await countRecoveryCodes(tx, accountId);
    await entrance.tell(tx, recoveryUsedNotice(waiting.personId, accountId, left, at));
  }
  if (kind !== 'wrong') {
    const { device } = proof;
    return { ...(await letIn(tx, entrance, waiting, { pending, device, at, by: kind })), goTo };
  }
  if (waiting.tries + 1 >= mostTries) {
    await deletePending(tx, hashOf(pending));
    return 'gone';
  }
  await updateTries(tx, hashOf(pending));
  return 'wrong';
}
