import { changeProcess, getById } from '#/modules/dossier/index.ts';
import { listOnOtherVersions } from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Job } from '#/platform/jobs/index.ts';
import type { Services } from '#/platform/module.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { insertTried, lockMove, updateMove } from '../store/index.ts';
import { moveJobName, type Move } from './move.ts';

/** Dossiers of one transaction: few, since whoever acts on one of them waits for its end. */
const batchSize = 20;

/** The job that moves dossiers. What a batch has done and that it did it are one transaction: broken off, it goes on behind. */
export function moveJob({ database, clock }: Pick<Services, 'database' | 'clock'>): Job {
  return {
    name: moveJobName,
    async run(payload) {
      const { moveId } = payload as { moveId: string };
      while (await database.transaction((tx) => moveBatch(tx, moveId, clock.now(), batchSize)));
    },
  };
}

/** Tries the next dossiers. Returns whether there may be more. */
export async function moveBatch(tx: Tx, moveId: string, at: Date, size: number): Promise<boolean> {
  const move = await lockMove(tx, moveId);
  if (move?.state !== 'RUNNING') return false;
  const cases = await listOnOtherVersions(
    tx,
    { key: move.slug, definitionId: move.definitionId },
    move.lastId,
    size,
  );
  let { moved, refused } = move;
  for (const { subject } of cases) {
    const isMoved = await tryCase(tx, move, subject, at);
    moved += isMoved ? 1 : 0;
    refused += isMoved ? 0 : 1;
  }
  const isDone = cases.length < size;
  await updateMove(tx, {
    ...move,
    moved,
    refused,
    lastId: cases.at(-1)?.id ?? move.lastId,
    state: isDone ? 'DONE' : 'RUNNING',
    endedAt: isDone ? at : null,
  });
  return !isDone;
}

/** A refusal comes before anything is written, so that the rest of the batch stands. */
async function tryCase(
  tx: Tx,
  { id, definitionId, map, reason }: Move,
  dossierId: string,
  at: Date,
): Promise<boolean> {
  const outcome = await changeProcess(tx, { dossierId, definitionId, map, reason }, at);
  const isMoved = !isRefusal(outcome);
  await insertTried(
    tx,
    id,
    {
      dossierId,
      code: isMoved ? outcome.code : (await getById(tx, dossierId)).code,
      refusal: isMoved ? null : outcome,
    },
    at,
  );
  return isMoved;
}
