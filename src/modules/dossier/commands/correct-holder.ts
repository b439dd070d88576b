import { correctByCard, type IssuedCode } from '#/modules/identity/index.ts';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import type { Day } from '#/values/day.ts';
import { handOutCode } from './hand-out-code.ts';

/**
 * At the counter: what somebody typed when the account was opened is not what the card says. It is corrected, the account
 * is verified and shut to whoever opened it, and the person gets a code to set a password of their own.
 */
export async function correctHolder(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  card: { readonly personId: string; readonly fullName: string; readonly bornOn: Day },
): Promise<IssuedCode | Refusal> {
  const corrected = await correctByCard(tx, actor, card);
  if (isRefusal(corrected)) return corrected;
  return handOutCode(tx, keys, actor, { personId: card.personId });
}
