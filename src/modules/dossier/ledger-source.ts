import type { Source, SourceRow } from '#/modules/ledger/index.ts';
import { actDocument, actFacts, stateOf } from './act-entry.ts';
import { mayRead } from './policy.ts';
import { findLoggedAct, listLoggedActs, type Act, type LoggedAct } from './store/index.ts';
import { innerVerbs } from './verb-words.ts';

/** The acts of dossiers, for the ledger to compare with its leaves and to open for whom they concern. */
export const actSource: Source = {
  kind: 'act',
  listRows: async (tx, after, limit) => (await listLoggedActs(tx, after, limit)).map(toRow),
  async findOwnRow(tx, actor, place) {
    const found = await findLoggedAct(tx, place);
    if (!found) return undefined;
    const { act, dossier } = found;
    const isShown = actor.kind === 'official' || isForApplicant(act);
    return isShown && mayRead(actor, dossier) ? toRow(found) : undefined;
  },
};

/** What officials write to each other is theirs: the applicant gets no receipt that would show it. */
export function isForApplicant({ verb, facts }: Act): boolean {
  return !innerVerbs.has(verb) && (facts['note'] ?? null) === null;
}

/** The due date of an earlier act is no longer known; the leaf keeps it, and the last one is compared. */
function toRow({ act, dossier, procedure, unit, isLast }: LoggedAct): SourceRow {
  return {
    subject: dossier.id,
    n: act.seq,
    at: act.at,
    facts: actFacts(act, { procedure, unit, due: isLast ? dossier.dueAt : null }),
    document: actDocument(dossier.id, act),
    after: isLast ? stateOf(dossier) : undefined,
  };
}
