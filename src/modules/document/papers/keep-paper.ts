import { systemAccountId } from '#/platform/http/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { rewrapFileKeys } from '#/platform/sealed-files/index.ts';
import { newId } from '#/values/id.ts';
import { insertBound } from '../store/bound.ts';
import { changePaper } from '../store/papers.ts';
import { shownName } from './add-file.ts';
import type { BoundPdf } from './paper.ts';

/** A paper that another installation bound: its PDF lies in the store of files already. */
export interface BoundPaper extends Omit<BoundPdf, 'at'> {
  readonly code: string;
  readonly name: string;
}

/** Keeps a paper that was checked and bound elsewhere as it is, as handed in. One of the same code is replaced. */
export async function keepPaper(tx: Tx, owner: string, paper: BoundPaper, at: Date): Promise<void> {
  await rewrapFileKeys(tx, [paper.key], owner);
  await changePaper(tx, owner, paper.code);
  await insertBound(tx, owner, {
    ...paper,
    id: newId(),
    name: `${shownName(paper.name)}.pdf`,
    at,
    by: systemAccountId,
  });
}
