import type { Tx } from '#/platform/db/index.ts';
import { newId } from '#/values/id.ts';
import type { Kind } from './event.ts';
import type { Leg } from './leg.ts';
import { updateSentCount } from './store/legs.ts';
import { insertOutgoing } from './store/outgoing.ts';

/** Puts a message about a part into the box of what is to be sent, in the transaction of what it tells of. */
export async function sayTo(
  tx: Tx,
  leg: Pick<Leg, 'id'>,
  message: { readonly kind: Kind; readonly actSeq?: number | undefined; readonly at: Date },
): Promise<void> {
  await insertOutgoing(tx, {
    id: newId(),
    legId: leg.id,
    number: await updateSentCount(tx, leg.id),
    kind: message.kind,
    actSeq: message.actSeq ?? null,
    createdAt: message.at,
  });
}
