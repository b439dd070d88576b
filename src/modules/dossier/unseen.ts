import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { isCode } from './store/index.ts';

/**
 * Why an official does not get a dossier: the database shows none of other units, but who is asked on the phone has to
 * know whether the code is wrong or belongs to somebody else.
 */
export async function unseen(tx: Tx, code: string): Promise<Refusal> {
  return refuse((await isCode(tx, code)) ? 'dossier.not-your-unit' : 'dossier.none');
}
