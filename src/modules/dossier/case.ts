import type { Tx } from '#/platform/db/index.ts';
import { behalfOf, type Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { formatInstant } from '#/values/instant.ts';
import { say } from '#/values/text.ts';
import { logAct } from './act-entry.ts';
import { theActFollower } from './follow-acts.ts';
import { isEnded, isPaused, mayDo, type Dossier, type State, type Verb } from './dossier.ts';
import { isOwn, mayHandle } from './may.ts';
import { listOpenSteps } from './process-link.ts';
import { stateWords } from './state-words.ts';
import { stepFor, kindsOf, type OpenStep } from './steps.ts';
import {
  getLastAct,
  insertAct,
  lockByCode,
  updateDossier,
  type DossierChange,
} from './store/index.ts';
import { tellPrincipal } from './tell-principal.ts';
import { verbWords } from './verb-words.ts';

/** A dossier that somebody is about to act on, locked. */
export interface Case {
  readonly dossier: Dossier;
  readonly steps: readonly OpenStep[];
  /** The step in which the verb is done; absent for verbs that need none. */
  readonly step: OpenStep | undefined;
}

/**
 * Opens a dossier for an official's act: it exists, it is their unit's, the verb is lawful now, and the step belongs
 * to one of their posts and is not held by somebody else.
 */
export async function openCase(
  tx: Tx,
  actor: Actor,
  code: string,
  verb: Exclude<Verb, 'submit'>,
): Promise<Case | Refusal> {
  const dossier = await lockByCode(tx, code);
  if (!dossier) return refuse('dossier.none');
  if (!mayHandle(actor, dossier)) return refuse('dossier.not-your-unit');
  if (!mayDo(verb, dossier)) return notNow(tx, actor, dossier);
  const steps = dossier.instanceId === null ? [] : await listOpenSteps(tx, dossier, actor.at);
  const step = stepFor(actor, steps, verb);
  if (kindsOf[verb] === undefined) return { dossier, steps, step };
  if (!step) return refuse('dossier.not-your-step');
  if (step.assigneeId !== null && step.assigneeId !== actor.accountId) {
    return refuse('dossier.held-by-other', { holder: step.assigneeName ?? '' });
  }
  return { dossier, steps, step };
}

/** Opens a dossier for an act of its applicant. */
export async function openOwnCase(
  tx: Tx,
  actor: Actor,
  code: string,
  verb: Exclude<Verb, 'submit'>,
): Promise<Case | Refusal> {
  const dossier = await lockByCode(tx, code);
  if (!dossier || !isOwn(actor, dossier)) return refuse('dossier.not-in-account');
  if (!mayDo(verb, dossier)) return notNow(tx, actor, dossier);
  const steps = dossier.instanceId === null ? [] : await listOpenSteps(tx, dossier, actor.at);
  return { dossier, steps, step: undefined };
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
