import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { postEvent } from './book/post-event.ts';
import { mayBecome } from './demand.ts';
import { lockDemandsOf, updateDemandState } from './store/demands.ts';

/**
 * Takes back what is still open for a dossier that ended otherwise: withdrawn, stopped, refused. Listeners are not
 * told, since nothing goes on after it. Gives how many demands were open.
 */
export async function cancelDemands(
  tx: Tx,
  actor: Actor,
  { dossierId, ground }: { readonly dossierId: string; readonly ground: string },
): Promise<number> {
  const demands = await lockDemandsOf(tx, dossierId);
  const open = demands.filter(({ state }) => mayBecome(state, 'cancelled'));
  for (const { id, unitId, total } of open) {
    await updateDemandState(tx, id, {
      state: 'cancelled',
      ground,
      at: actor.at,
      accountId: actor.accountId,
    });
    await postEvent(tx, actor, { kind: 'cancel', amount: total, unitId, sourceId: id });
  }
  return open.length;
}
