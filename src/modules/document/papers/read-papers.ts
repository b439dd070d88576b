import type { Tx } from '#/platform/db/index.ts';
import { rewrapFileKeys } from '#/platform/sealed-files/index.ts';
import { listKeysOf } from '../store/files.ts';
import { deletePapers, listPapers, updateFiled, updateOwner } from '../store/papers.ts';
import type { BoundPdf, Paper } from './paper.ts';

/** A paper, undefined when it is missing. */
export async function findPaper(tx: Tx, owner: string, code: string): Promise<Paper | undefined> {
  const [paper] = await listPapers(tx, owner, code);
  return paper;
}

/** The one PDF of a paper: key, hash, pages and size. Undefined as long as the paper is not ready. */
export async function mergedPdf(
  tx: Tx,
  owner: string,
  code: string,
): Promise<BoundPdf | undefined> {
  return (await findPaper(tx, owner, code))?.bound;
}

/** Whether some paper has a rejected file, or a page that seems unreadable and was not confirmed. */
export async function hasUnreadable(tx: Tx, owner: string): Promise<boolean> {
  const papers = await listPapers(tx, owner);
  return papers.some((paper) => paper.state === 'rejected' || paper.doubts > 0);
}

/**
 * Hands papers in: those of a draft become those of a dossier. From then on a file that is replaced or taken out is
 * kept apart instead of forgotten. A paper that the dossier has already is replaced by the new one.
 * The files are sealed for the dossier from then on.
 */
export async function movePapers(tx: Tx, fromOwner: string, toOwner: string): Promise<void> {
  const keys = await listKeysOf(tx, fromOwner);
  await updateOwner(tx, fromOwner, toOwner);
  await rewrapFileKeys(tx, keys, toOwner);
}

/** Hands in what was uploaded to a dossier itself, as an answer to a supplement request: from now on it is kept. */
export async function sealPapers(tx: Tx, owner: string): Promise<void> {
  await updateFiled(tx, owner);
}

/** Forgets the papers of a draft that is given up. What was handed in stays. */
export async function forgetPapers(tx: Tx, owner: string): Promise<void> {
  await deletePapers(tx, owner);
}
