import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { postEvent } from './book/post-event.ts';
import { totalOf, type Demand, type FeeLine } from './demand.ts';
import { randomCode } from './random-code.ts';
import { findCollector, insertDemand } from './store/demands.ts';

export interface FeesOwed {
  readonly dossierId: string;
  readonly payerPersonId: string;
  /** The unit that collects. */
  readonly unitId: string;
  readonly lines: readonly FeeLine[];
}

/** Demands fees for a dossier. Gives null, and writes nothing, when the lines come to nothing. */
export async function demandFees(
  tx: Tx,
  actor: Actor,
  owed: FeesOwed,
): Promise<Demand | null | Refusal> {
  const total = totalOf(owed.lines);
  if (total === 0) return null;
  if (!(await findCollector(tx, owed.unitId))) return refuse('payment.no-collector');
  const demand: Demand = {
    id: newId(),
    ...owed,
    lines: owed.lines.filter(({ amount, quantity }) => amount * quantity > 0),
    total,
    state: 'open',
    // "LP" for lệ phí; banks keep letters and digits of a transfer's text and little else.
    reference: `LP${randomCode(10)}`,
    ground: null,
    demandedAt: actor.at,
    closedAt: null,
  };
  await insertDemand(tx, demand, actor.accountId);
  await postEvent(tx, actor, {
    kind: 'demand',
    amount: total,
    unitId: demand.unitId,
    sourceId: demand.id,
  });
  return demand;
}
