import type { Services } from '#/platform/module.ts';
import { parseCheckpoint } from '../notes/checkpoint.ts';
import { parseNote } from '../notes/signed-note.ts';
import { findLastAnchored, insertAnchor } from '../store/anchors.ts';
import { findPublished } from '../store/checkpoints.ts';
import type { Anchor } from './anchor.ts';

/**
 * Makes the published checkpoint known at every anchor that does not have it yet. One that fails does not hold up the
 * others, and never an act: the next turn tries again. Returns how many took it.
 */
export async function anchorLatest(
  { database, log }: Pick<Services, 'database' | 'log'>,
  anchors: readonly Anchor[],
): Promise<number> {
  let count = 0;
  for (const { place, anchor } of anchors) {
    const due = await database.transaction(async (tx) => {
      const published = await findPublished(tx);
      if (!published || (await findLastAnchored(tx, place)) >= published.size) return undefined;
      return published;
    });
    if (!due) continue;
    try {
      const anchored = await anchor(due.note);
      if (!anchored) continue;
      const { note, proof, at, settle } = anchored;
      await database.transaction(async (tx) => {
        await insertAnchor(tx, { size: sizeOf(note), place, note, proof, at });
        await settle?.(tx);
      });
      count += 1;
    } catch (err) {
      log.warn({ err, place }, 'a checkpoint could not be anchored');
    }
  }
  return count;
}

function sizeOf(note: string): number {
  return parseCheckpoint(parseNote(note)!.text)!.size;
}
