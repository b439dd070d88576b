import type { Actor } from '#/platform/http/index.ts';
import { mayDo, type Dossier, type Verb } from '../dossier.ts';
import { mayHandle } from '../may.ts';
import { holds, kindsOf, stepFor, type OpenStep } from '../steps.ts';
import { isSuperior, mayHandOver } from '../superiors.ts';

/** What officials do to a dossier; the usual next act first. */
export const deskVerbs = [
  'accept',
  'forward',
  'approve',
  'register',
  'deliver',
  'finish-leg',
  'give-opinion',
  'allow-supplement',
  'claim',
  'request-supplement',
  'demand-payment',
  'extend',
  'return',
  'propose-refusal',
  'deny-supplement',
  'refuse',
  'refuse-leg',
  'stop',
  'assign',
  'release',
  'check-paper',
  'message',
] as const satisfies readonly Verb[];

export type DeskVerb = (typeof deskVerbs)[number];

/** What the rules look at besides state and steps. */
export interface Standing {
  /** The supplement request that is open: none, one that waits for a superior, or one that was sent. */
  readonly request: 'none' | 'proposed' | 'sent';
  /** The procedure's rules know a longer deadline. */
  readonly isExtendable: boolean;
  /** Fees that may be demanded, or are owed. */
  readonly hasFees: boolean;
  /** Fees were demanded and are not paid. */
  readonly isOwing: boolean;
  /** Who made the proposal that stands now. */
  readonly proposerId: string | undefined;
}

/** The outcome with which a verb completes its step. */
const outcomeOf: Readonly<Partial<Record<DeskVerb, string>>> = {
  accept: 'accept',
  refuse: 'refuse',
  forward: 'forward',
  'propose-refusal': 'propose-refusal',
  return: 'return',
  approve: 'approve',
  register: 'done',
  deliver: 'done',
  'finish-leg': 'done',
  'refuse-leg': 'refuse',
};

type Judged = Pick<Dossier, 'state' | 'variant' | 'unitIds' | 'resultNumber'>;

/** What this official may do to a dossier now: exactly the acts that would not be refused. */
export function lawfulActs(
  actor: Actor,
  dossier: Judged,
  steps: readonly OpenStep[],
  standing: Standing,
): DeskVerb[] {
  if (!mayHandle(actor, dossier)) return [];
  return deskVerbs.filter(
    (verb) =>
      mayDo(verb, dossier) &&
      hasStep(actor, steps, verb) &&
      (conditions[verb]?.({ actor, dossier, steps, standing }) ?? true),
  );
}

/** Whether the step in which the verb is done is the actor's, free or held by them, and the model knows its outcome. */
function hasStep(actor: Actor, steps: readonly OpenStep[], verb: DeskVerb): boolean {
  if (kindsOf[verb] === undefined) return true;
  const step = stepFor(actor, steps, verb);
  if (!step || (step.assigneeId !== null && step.assigneeId !== actor.accountId)) return false;
  const outcome = outcomeOf[verb];
  return outcome === undefined || step.outcomes.includes(outcome);
}

interface Judgement {
  readonly actor: Actor;
  readonly dossier: Judged;
  readonly steps: readonly OpenStep[];
  readonly standing: Standing;
}

/** What some acts need besides a lawful state and step. */
const conditions: Readonly<Partial<Record<DeskVerb, (judgement: Judgement) => boolean>>> = {
  claim: ({ actor, steps }) => steps.find((step) => holds(actor, step))?.assigneeId === null,
  release: ({ actor, steps }) => steps.some((step) => step.assigneeId === actor.accountId),
  assign: ({ actor, steps }) => steps.some((step) => mayHandOver(actor, step)),
  'request-supplement': ({ standing }) => standing.request === 'none',
  'allow-supplement': ({ actor, standing }) => standing.request === 'proposed' && isSuperior(actor),
  'deny-supplement': ({ actor, standing }) => standing.request === 'proposed' && isSuperior(actor),
  extend: ({ dossier, standing }) => dossier.variant === 'NORMAL' && standing.isExtendable,
  'demand-payment': ({ standing }) => standing.hasFees,
  deliver: ({ standing }) => !standing.isOwing,
  approve: ({ actor, standing }) => standing.proposerId !== actor.accountId,
};
