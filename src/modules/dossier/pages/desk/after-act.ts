import type { Tx } from '#/platform/db/index.ts';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import { nextInList } from '../../desk/list.ts';
import { findInScope, openDossier } from '../../desk/open-dossier.ts';
import { caseWords as words } from './case-words.ts';
import { showDossier } from './dossier-view.tsx';
import { fromOf } from './from.ts';
import { refusalWords } from './refusal-words.ts';

/** The address of a dossier, with the list from which one came. */
export function caseHref(code: string, from: string): string {
  return `/can-bo/ho-so/${code}${from === '' ? '' : `?tu=${encodeURIComponent(from)}`}`;
}

/** Where an official goes after an act: back to the dossier, or on to the next one of the list. */
export async function whereTo(
  tx: Tx,
  visit: Visit,
  done: { readonly code: string; readonly from: string; readonly isNext: boolean },
  notice: string,
): Promise<{ goTo: string; notice: string }> {
  if (!done.isNext || done.from === '') return { goTo: caseHref(done.code, done.from), notice };
  const from = fromOf(done.from);
  const next = await nextInList(tx, visit.actor!, from.filter, done.code);
  if (next !== undefined) return { goTo: caseHref(next, done.from), notice };
  return { goTo: from.href, notice: `${notice} ${say(visit.lang, words.noNext)}` };
}

/**
 * The dossier as it stands now, with why an act was refused: somebody else may have been faster. Refusals of other
 * modules have their own page.
 */
export async function refused(
  tx: Tx,
  visit: Visit,
  refusal: Refusal,
  from: string,
): Promise<Shown | Refusal> {
  if (refusalWords(refusal) === undefined) return refusal;
  const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
  if (isRefusal(dossier)) return refusal;
  return showDossier(tx, visit, await openDossier(tx, visit.actor!, dossier), { from, refusal });
}
