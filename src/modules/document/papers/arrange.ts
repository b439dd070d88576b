import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import {
  deleteFile,
  updateConfirmed,
  updateDropped,
  updateOrder,
  updateTurn,
} from '../store/files.ts';
import { changePaper, findPlaceOfFile, listPapers } from '../store/papers.ts';
import type { Paper } from './paper.ts';

/** What a person may do with a file of a paper, or with one of its pages. */
export type Arrangement =
  | { readonly act: 'remove' | 'earlier' | 'later' }
  | { readonly act: 'turn' | 'drop' | 'keep'; readonly page: number };

/** Rearranges a paper; its PDF is bound anew afterwards. Says where the file belongs, for the way back. */
export async function arrange(
  tx: Tx,
  actor: Actor,
  fileId: string,
  arrangement: Arrangement,
): Promise<{ owner: string; paper: string } | Refusal> {
  const place = await findPlaceOfFile(tx, fileId);
  if (!place) return refuse('document.not-found');
  await changePaper(tx, place.owner, place.paper);
  const [paper] = await listPapers(tx, place.owner, place.paper);
  const refused = paper && (await carryOut(tx, actor, paper, fileId, arrangement));
  return refused ?? place;
}

async function carryOut(
  tx: Tx,
  actor: Actor,
  paper: Paper,
  fileId: string,
  arrangement: Arrangement,
): Promise<Refusal | undefined> {
  switch (arrangement.act) {
    case 'remove':
      await deleteFile(tx, fileId, actor.at);
      return undefined;
    case 'earlier':
    case 'later':
      await updateOrder(
        tx,
        moved(
          paper.files.map((file) => file.id),
          fileId,
          arrangement.act === 'later' ? 1 : -1,
        ),
      );
      return undefined;
    case 'turn':
      await updateTurn(tx, fileId, arrangement.page, 90);
      return undefined;
    case 'drop':
      if (pagesLeft(paper) <= 1) return refuse('document.last-page');
      await updateDropped(tx, fileId, arrangement.page, true);
      return undefined;
    case 'keep':
      await updateDropped(tx, fileId, arrangement.page, false);
      return undefined;
  }
}

function pagesLeft(paper: Paper): number {
  return paper.files.flatMap((file) => file.pages).filter((page) => !page.isDropped).length;
}

/** The ids with one of them a place further; at the ends it stays. */
export function moved(ids: readonly string[], id: string, by: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  return ids.with(from, ids[to]!).with(to, id);
}

/** A person has looked at the doubtful pages of a paper and finds them readable. */
export async function confirmDoubts(
  tx: Tx,
  actor: Actor,
  owner: string,
  code: string,
): Promise<void> {
  await updateConfirmed(tx, owner, code, actor.at);
}
