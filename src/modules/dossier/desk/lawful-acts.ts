import { mayJump } from '#/modules/process/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { deskVerbs, type DeskVerb } from '../desk-verbs.ts';
import type { Dossier } from '../dossier.ts';
import { mayLeave } from '../jump-targets.ts';
import { decide, type DossierQuestion } from '../policy.ts';
import { holds, stepFor, type OpenStep } from '../steps.ts';
import { isSuperior, mayHandOver } from '../superiors.ts';

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
  /** Numbers of the steps to which it may be sent past the model. */
  readonly jumpTargets: readonly number[];
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

type Judged = DossierQuestion['resource'] & Pick<Dossier, 'variant'>;

/** What this official may do to a dossier now: exactly the acts that would not be refused. */
export function lawfulActs(
  actor: Actor,
  dossier: Judged,
  steps: readonly OpenStep[],
  standing: Standing,
): DeskVerb[] {
  return deskVerbs.filter(
    (verb) =>
      decide({ subject: actor, action: verb, resource: dossier, steps }).isPermitted &&
      knowsOutcome(actor, steps, verb) &&
      (conditions[verb]?.({ actor, dossier, steps, standing }) ?? true),
  );
}

/** Whether the model of the step in which the verb is done has its outcome. */
function knowsOutcome(actor: Actor, steps: readonly OpenStep[], verb: DeskVerb): boolean {
  const outcome = outcomeOf[verb];
  return outcome === undefined || stepFor(actor, steps, verb)!.outcomes.includes(outcome);
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
  jump: ({ actor, dossier, steps, standing }) =>
    mayJump(actor, dossier.unitIds) &&
    mayLeave(steps) &&
    standing.jumpTargets.some((no) => !steps.some(({ node }) => node === no)),
  'demand-payment': ({ standing }) => standing.hasFees,
  deliver: ({ standing }) => !standing.isOwing,
  approve: ({ actor, standing }) => standing.proposerId !== actor.accountId,
};
