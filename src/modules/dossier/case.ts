import type { Tx } from '#/platform/db/index.ts';
import { behalfOf, type Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import { logAct } from './act-entry.ts';
import { theActFollower } from './follow-acts.ts';
import { isEnded, isPaused, type Dossier, type State, type Verb } from './dossier.ts';
import { decide, type DossierAct } from './policy.ts';
import { listOpenSteps } from './process-link.ts';
import { stateWords } from './state-words.ts';
import { stepFor, type OpenStep } from './steps.ts';
import {
  getLastAct,
  insertAct,
  lockByCode,
  updateDossier,
  type DossierChange,
} from './store/index.ts';
import { tellPrincipal } from './tell-principal.ts';
import { unseen } from './unseen.ts';
import { verbWords } from './verb-words.ts';

/** A dossier that somebody is about to act on, locked. */
export interface Case {
  readonly dossier: Dossier;
  readonly steps: readonly OpenStep[];
  /** The step in which the verb is done; absent for verbs that need none. */
  readonly step: OpenStep | undefined;
}

/** Opens a dossier for an official's act, when the policy permits it. */
export async function openCase(
  tx: Tx,
  actor: Actor,
  code: string,
  act: DossierAct,
): Promise<Case | Refusal> {
  const dossier = await lockByCode(tx, code);
  return dossier ? openTo(tx, actor, dossier, act) : unseen(tx, code);
}

/** Opens a dossier for an act of its applicant. */
export async function openOwnCase(
  tx: Tx,
  actor: Actor,
  code: string,
  act: DossierAct,
): Promise<Case | Refusal> {
  const dossier = await lockByCode(tx, code);
  return dossier ? openTo(tx, actor, dossier, act) : refuse('dossier.not-in-account');
}

async function openTo(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  act: DossierAct,
): Promise<Case | Refusal> {
  const steps = dossier.instanceId === null ? [] : await listOpenSteps(tx, dossier, actor.at);
  const step = actor.kind === 'official' ? stepFor(actor, steps, act) : undefined;
  const decision = decide({ subject: actor, action: act, resource: dossier, steps });
  return decision.isPermitted
    ? { dossier, steps, step }
    : refusalOf(tx, actor, dossier, step, decision.reason);
}

/** The words for why the policy says no. */
async function refusalOf(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  step: OpenStep | undefined,
  reason: string,
): Promise<Refusal> {
  if (reason === 'not-now') return notNow(tx, actor, dossier);
  if (reason === 'held-by-other')
    return refuse('dossier.held-by-other', { holder: step?.assigneeName ?? '' });
  if (reason === 'not-in-account') return refuse('dossier.not-in-account');
  if (reason === 'not-your-unit' || reason === 'for-officials')
    return refuse('dossier.not-your-unit');
  return refuse('dossier.not-your-step');
}

/** Says where the dossier stands and what was done last: most often somebody else was faster. */
async function notNow(tx: Tx, actor: Actor, dossier: Dossier): Promise<Refusal> {
  const last = await getLastAct(tx, dossier.id);
  return refuse('dossier.not-now', {
    state: say(actor.lang, stateWords[dossier.state].name),
    deed: say(actor.lang, verbWords[last.verb]),
    who: last.actorName,
    at: formatInstant(last.at, actor.lang),
  });
}

/** What an act leaves behind. */
export interface Deed {
  readonly verb: Verb;
  readonly to?: State | undefined;
  /** Reason or note that the applicant may read. */
  readonly words?: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly change?: DossierChange | undefined;
}

/**
 * Writes an act and what it changes, in the dossier and in the public ledger. Ending states stamp the end of
 * processing once; the clock stands exactly in the states in which others must act (national states 5 and 6).
 */
export async function record(
  tx: Tx,
  actor: Actor,
  kase: Pick<Case, 'dossier' | 'step'>,
  deed: Deed,
): Promise<void> {
  const { dossier, step } = kase;
  const to = deed.to ?? dossier.state;
  const endedAt = dossier.endedAt ?? (isEnded(to) ? actor.at : null);
  const changed = await updateDossier(
    tx,
    dossier,
    {
      ...deed.change,
      state: to,
      endedAt,
      pausedAt: isPaused(to) ? (dossier.pausedAt ?? actor.at) : null,
    },
    actor.at,
  );
  const act = await insertAct(tx, dossier, {
    verb: deed.verb,
    at: actor.at,
    accountId: actor.accountId,
    actorName: actor.name,
    unitId: step?.unitId ?? actor.posts[0]?.unitId ?? null,
    role: step?.role ?? actor.posts[0]?.role ?? null,
    fromState: dossier.state,
    toState: to,
    words: deed.words ?? null,
    facts: { ...deed.facts, ...behalfOf(actor) },
  });
  await logAct(tx, changed, act);
  await tellPrincipal(tx, actor, changed, act);
  await theActFollower().acted(tx, changed, act);
}
