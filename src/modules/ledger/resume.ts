import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import { append } from './append.ts';
import { updateFreezesEnded } from './store/freezes.ts';
import { updateFrozen } from './store/log.ts';

/**
 * Lets a frozen log go on after its cause was found. Nothing is signed on trust: before the first signature all
 * witnesses are asked again, and the log freezes anew as long as one of them knows another history. That it was done
 * stands in the log itself.
 */
export async function resumeLedger(
  tx: Tx,
  by: { readonly accountId: string; readonly at: Date },
  reason: string,
): Promise<void> {
  const { accountId, at } = by;
  await updateFreezesEnded(tx, { at, by: accountId, reason });
  await updateFrozen(tx, null);
  const facts = { verb: 'resume' };
  await append(tx, {
    kind: 'log',
    subject: newId(),
    n: 1,
    at,
    facts,
    document: { accountId, reason },
  });
}
