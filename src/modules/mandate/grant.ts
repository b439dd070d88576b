import { tell } from '#/modules/notify/index.ts';
import type { Person } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { addDays, addMonths, ageOn, dayOf, type Day } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { kindRules } from './kinds.ts';
import type { Mandate, MandateKind } from './mandate.ts';
import { grantedNotices } from './notices.ts';
import { insertMandate } from './store.ts';

/** At this age one is an adult (Civil Code 2015, article 20). */
const adultAge = 18;

/** What is granted. */
export interface Wish {
  readonly principal: Person;
  readonly representative: Person;
  readonly kind: MandateKind;
  readonly procedureIds: readonly string[] | null;
  readonly untilOn: Day;
}

/**
 * The principal, signed in and sure to be who they are, lets somebody act for them. The caller has asked them again who
 * they are.
 */
export function grantOnline(tx: Tx, actor: Actor, wish: Wish): Promise<Mandate | Refusal> {
  const isTheirs = actor.kind === 'citizen' && wish.principal.id === actor.personId;
  // Whoever acts for another does not pass that on.
  if (!isTheirs || actor.actingFor !== undefined)
    return Promise.resolve(refuse('mandate.may-not-grant'));
  if (actor.isVerified !== true) return Promise.resolve(refuse('mandate.not-verified'));
  if (!kindRules[wish.kind].isOnline) return Promise.resolve(refuse('mandate.at-counter'));
  return grant(tx, actor, wish, { evidence: 'ONLINE', document: '' });
}

/** An official at the counter has compared the document by which somebody may act for another. */
export function grantAtCounter(
  tx: Tx,
  actor: Actor,
  wish: Wish,
  document: string,
): Promise<Mandate | Refusal> {
  const isSelf = [wish.principal.id, wish.representative.id].includes(actor.personId);
  if (actor.kind !== 'official' || isSelf) return Promise.resolve(refuse('mandate.may-not-grant'));
  return grant(tx, actor, wish, { evidence: 'DOCUMENT', document });
}

async function grant(
  tx: Tx,
  actor: Actor,
  wish: Wish,
  seen: Pick<Mandate, 'evidence' | 'document'>,
): Promise<Mandate | Refusal> {
  const { principal, representative, kind, procedureIds, untilOn } = wish;
  const today = dayOf(actor.at);
  const obstacle = obstacleTo(wish, today);
  if (obstacle) return obstacle;
  const mandate: Mandate = {
    id: newId(),
    principalId: principal.id,
    representativeId: representative.id,
    kind,
    procedureIds,
    fromOn: today,
    untilOn,
    ...seen,
    grantedBy: actor.accountId,
    grantedAt: actor.at,
    revokedAt: null,
  };
  await insertMandate(tx, mandate);
  for (const notice of grantedNotices(mandate, principal, representative)) await tell(tx, notice);
  return mandate;
}

function obstacleTo(
  { principal, representative, kind, procedureIds, untilOn }: Wish,
  today: Day,
): Refusal | undefined {
  const rule = kindRules[kind];
  const age = (person: Person) => (person.bornOn === null ? null : ageOn(person.bornOn, today));
  if (principal.id === representative.id) return refuse('mandate.oneself');
  if ((age(representative) ?? adultAge) < adultAge) return refuse('mandate.representative-minor');
  if (procedureIds === null ? !rule.mayHoldForAll : procedureIds.length === 0)
    return refuse('mandate.name-procedures');
  if (untilOn < today || untilOn > lastDay({ principal, kind }, today))
    return refuse('mandate.too-long', { months: String(rule.mostMonths) });
  const years = age(principal);
  if (rule.principal === 'minor' && (years === null || years >= adultAge))
    return refuse('mandate.not-minor');
  if (rule.principal === 'adult' && years !== null && years < adultAge)
    return refuse('mandate.not-adult');
  if (rule.principal === 'organisation' && principal.organisationName === null)
    return refuse('mandate.no-organisation');
  return undefined;
}

/** The last day that a mandate of a kind may hold: of parents, the day before the child is of age. */
function lastDay(
  { principal, kind }: Pick<Wish, 'kind'> & { readonly principal: Pick<Person, 'bornOn'> },
  from: Day,
): Day {
  const longest = addMonths(from, kindRules[kind].mostMonths);
  if (kind !== 'PARENT' || principal.bornOn === null) return longest;
  const grown = addDays(addMonths(principal.bornOn, adultAge * 12), -1);
  return grown < longest ? grown : longest;
}
