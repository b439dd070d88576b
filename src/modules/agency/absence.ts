import type { Tx } from '#/platform/db/index.ts';
import { hasRole, type Actor } from '#/platform/http/actor.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import {
  cutAbsence,
  insertAbsence,
  selectAbsence,
  selectAbsencesFrom,
  selectOverlapping,
} from './store/absences.ts';
import { selectHeldPosts } from './store/posts.ts';

/** When an official is away and who stands in. */
export interface Absence {
  readonly personId: string;
  readonly deputyId: string | null;
  /** First day away. */
  readonly from: Day;
  /** Last day away. */
  readonly to: Day;
}

/** Notes that an official will be away. Officials note their own absence, administrators anybody's. */
export async function recordAbsence(
  tx: Tx,
  actor: Actor,
  absence: Absence,
): Promise<Absence | Refusal> {
  if (absence.personId !== actor.personId && !hasRole(actor, 'QUAN_TRI')) {
    return refuse('agency.absence-of-another');
  }
  if (absence.to < absence.from) return refuse('agency.absence-ends-before-it-begins');
  if (absence.deputyId === absence.personId) return refuse('agency.deputy-is-oneself');
  if (
    absence.deputyId &&
    (await selectHeldPosts(tx, absence.deputyId, absence.from)).length === 0
  ) {
    return refuse('agency.deputy-holds-no-post');
  }
  if (await selectOverlapping(tx, absence.personId, absence.from, absence.to)) {
    return refuse('agency.absence-overlaps');
  }
  await insertAbsence(tx, newId(), absence, actor.accountId, actor.at);
  return absence;
}

/** The absence of a person at an instant, undefined when it is there. */
export function findAbsence(tx: Tx, personId: string, at: Date): Promise<Absence | undefined> {
  return selectAbsence(tx, personId, dayOf(at));
}

/** One's own absences that are not over at an instant, the next one first. */
export function listOwnAbsences(tx: Tx, actor: Actor): Promise<Absence[]> {
  return selectAbsencesFrom(tx, actor.personId, dayOf(actor.at));
}

/** Ends one's own absence that began or begins on a day: from today on one is there again. */
export async function endAbsence(tx: Tx, actor: Actor, from: Day): Promise<Absence | Refusal> {
  const absence = (await listOwnAbsences(tx, actor)).find((each) => each.from === from);
  if (!absence) return refuse('agency.no-such-absence');
  await cutAbsence(tx, absence, dayOf(actor.at));
  return absence;
}
