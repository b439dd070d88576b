import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { Demand } from './demand.ts';
import { announceSettled } from './events.ts';
import { countOpen, updateDemandState } from './store/demands.ts';

/** Marks a demand as paid or waived, and tells the listeners when its dossier owes nothing any more. */
export async function settle(
  tx: Tx,
  actor: Actor,
  demand: Demand,
  how: { state: 'paid' | 'waived'; ground: string | null },
): Promise<void> {
  await updateDemandState(tx, demand.id, { ...how, at: actor.at, accountId: actor.accountId });
  if (await isSettled(tx, demand.dossierId)) await announceSettled(tx, demand.dossierId, actor.at);
}

/** Whether a dossier owes nothing: nothing was demanded, or everything was paid, waived or cancelled. */
export async function isSettled(tx: Tx, dossierId: string): Promise<boolean> {
  return (await countOpen(tx, dossierId)) === 0;
}
