import { findCalendarChange } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { listClockworks, listOpenIds } from './store/clockworks.ts';
import { movesOf } from './moves.ts';
import { takeRecomputation, updateRecomputation } from './store/recomputations.ts';
import { recomputeDossier } from './recompute-dossier.ts';
import { turnsOf, unitsConcerned } from './turn.ts';

/** Dossiers that are looked at in one transaction. */
const batch = 200;

/** Lets the deadlines of open dossiers follow changes of the calendar, part by part; each part is there whole or not at all. */
export function recomputeJob({ database, clock }: Pick<Services, 'database' | 'clock'>): Job {
  return {
    name: 'dossier.recompute',
    schedule: '* * * * *',
    async run() {
      while (await database.transaction((tx) => recomputePart(tx, clock.now(), batch)));
    },
  };
}

/** Works the next part off. False when nothing is left, or somebody else is at it. */
export async function recomputePart(tx: Tx, at: Date, limit: number): Promise<boolean> {
  const open = await takeRecomputation(tx);
  const change = open && (await findCalendarChange(tx, open.changeId));
  if (!open || !change) return false;
  const ids = await listOpenIds(tx, await unitsConcerned(tx, change), open.lastId, limit);
  const turnOf = turnsOf(tx, change, change.appliedAt!);
  const clockworks = await listClockworks(tx, ids);
  const turn = await turnOf(clockworks);
  for (const clockwork of clockworks) {
    if (movesOf(clockwork, turn).length > 0) {
      await recomputeDossier(tx, change, clockwork.dossier.id, turnOf, at);
    }
  }
  await updateRecomputation(tx, {
    changeId: change.id,
    lastId: ids.at(-1) ?? open.lastId,
    examined: open.examined + ids.length,
    finishedAt: ids.length < limit ? at : null,
  });
  return true;
}
