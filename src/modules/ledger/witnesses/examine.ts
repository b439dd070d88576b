import type { Database } from '#/platform/db/index.ts';
import type { VerifierKey } from '../notes/key.ts';
import { openCheckpoint } from '../notes/verify.ts';
import { findLog } from '../store/log.ts';
import { tileReader } from '../store/tiles.ts';
import { hashesOf } from '../tiles/tile-hashes.ts';
import type { WitnessClient } from './client.ts';

/** What the last checkpoint of a witness says about our log. */
export type Finding =
  | { readonly is: 'agreement'; readonly size: number }
  /** A checkpoint that our own key signed and that our log does not continue. */
  | { readonly is: 'fork'; readonly evidence: string }
  | { readonly is: 'nothing'; readonly told: string };

/**
 * Compares our log with what a witness saw last. Only a checkpoint with our own signature counts as evidence: a
 * witness that lies can keep its cosignature back, but cannot stop the log.
 */
export async function examine(
  database: Database,
  client: WitnessClient,
  logKey: VerifierKey,
): Promise<Finding> {
  const note = await client.latest(logKey.name).catch((error: unknown) => error as Error);
  if (note === undefined) return { is: 'agreement', size: 0 };
  if (note instanceof Error) return { is: 'nothing', told: note.message };
  const opened = openCheckpoint(note, [logKey]);
  if (!opened || opened.verified.length === 0 || opened.checkpoint.origin !== logKey.name)
    return { is: 'nothing', told: 'its checkpoint does not carry our signature' };
  const { size, root } = opened.checkpoint;
  if (size === 0) return { is: 'agreement', size };
  const ours = await database.transaction(async (tx) => {
    const { edge } = (await findLog(tx))!;
    if (edge.size < size) return undefined;
    const [hash] = await hashesOf([{ start: 0, end: size }], tileReader(tx));
    return hash!;
  });
  return ours?.equals(root) ? { is: 'agreement', size } : { is: 'fork', evidence: note };
}
