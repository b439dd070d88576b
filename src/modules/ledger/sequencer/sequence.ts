import type { Tx } from '#/platform/db/index.ts';
import { rootOf } from '../merkle/edge.ts';
import { checkpointText } from '../notes/checkpoint.ts';
import { signCheckpoint } from '../notes/sign.ts';
import { formatNote } from '../notes/signed-note.ts';
import { listChainEnds } from '../store/chains.ts';
import { insertCheckpoint } from '../store/checkpoints.ts';
import { insertLeaves } from '../store/leaves.ts';
import { updateEdge, type LogState } from '../store/log.ts';
import { takePending } from '../store/pending.ts';
import { appendToTiles } from '../store/tiles.ts';
import { build } from './build.ts';
import type { LogKeys } from './log-keys.ts';

const batchSize = 4096;

/**
 * Takes waiting acts into the log: leaves, tiles, edge and signed checkpoint in the transaction that holds the log.
 * What is signed follows from committed rows only; a crash leaves all of it or nothing. Returns how many were taken.
 */
export async function sequence(tx: Tx, log: LogState, keys: LogKeys, at: Date): Promise<number> {
  const batch = await takePending(tx, batchSize);
  if (batch.length === 0) return 0;
  const { edge, leaves, tiles } = build(log.edge, batch, await listChainEnds(tx, batch));
  await insertLeaves(tx, leaves);
  await appendToTiles(tx, tiles);
  await updateEdge(tx, edge);
  const checkpoint = { origin: log.origin, size: edge.size, root: rootOf(edge) };
  const note = formatNote({
    text: checkpointText(checkpoint),
    signatures: keys.all.map((key) => signCheckpoint(key, checkpoint, at)),
  });
  await insertCheckpoint(tx, { size: edge.size, root: checkpoint.root, note, madeAt: at });
  return batch.length;
}
