import type { Tx } from '#/platform/db/index.ts';
import { consistencyRanges } from '../merkle/proof.ts';
import { tileReader } from '../store/tiles.ts';
import { hashesOf } from '../tiles/tile-hashes.ts';

/** The body of add-checkpoint: what the witness saw last, the proof that our checkpoint continues it, the checkpoint. */
export async function addRequest(
  tx: Tx,
  old: number,
  checkpoint: { readonly size: number; readonly note: string },
): Promise<string> {
  const proof = await hashesOf(consistencyRanges(old, checkpoint.size), tileReader(tx));
  const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64'))];
  return `${lines.join('\n')}\n\n${checkpoint.note}`;
}
