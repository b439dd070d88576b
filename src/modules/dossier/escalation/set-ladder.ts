import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { isLadder, type Ladder, type Rung } from './ladder.ts';
import { insertLadder } from './store.ts';

/** Sets the ladder that holds from a day on. What held before stays on record, and so does what was told by it. */
export async function setLadder(
  tx: Tx,
  actor: Actor,
  { validFrom, rungs, source }: { validFrom: Day; rungs: readonly Rung[]; source: string },
): Promise<Ladder | Refusal> {
  if (validFrom <= dayOf(actor.at)) return refuse('dossier.ladder-too-early');
  if (!isLadder(rungs)) return refuse('dossier.ladder-out-of-order');
  const ladder: Ladder = {
    id: newId(),
    validFrom,
    rungs,
    source,
    recordedBy: actor.name,
    recordedAt: actor.at,
  };
  await insertLadder(tx, ladder);
  return ladder;
}
