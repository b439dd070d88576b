import type { Actor } from '#/platform/http/index.ts';
import type { State, Variant, Verb } from './dossier.ts';

/** Kinds of human steps of a process; what may be done in one follows from its kind. */
export type StepKind =
  | 'receive'
  | 'handle'
  | 'assign'
  | 'review'
  | 'approve'
  | 'register'
  | 'deliver'
  | 'pay'
  | 'leg'
  | 'consult';

/** A step that waits for somebody. */
export interface OpenStep {
  readonly taskId: string;
  readonly node: number;
  readonly name: string;
  readonly kind: StepKind;
  readonly role: string;
  readonly unitId: string;
  /** Who holds it; null while nobody does, also when the holder is away or has lost the post. */
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  /** A holder who is not there: whoever of the post acts next takes it over. */
  readonly absentHolderName: string | null;
  /** Words that completing it may use, by the model. */
  readonly outcomes: readonly string[];
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  /** The outcome that the law gives it when it is due and nobody has answered, and the law. */
  readonly atDue: string | null;
  readonly legalBasis: string | null;
  /** State of the dossier while this step waits. */
  readonly state: State;
}

/** The kinds of steps in which a verb belongs. Verbs that are not here need no step. */
export const kindsOf: Readonly<Partial<Record<Verb, readonly StepKind[]>>> = {
  accept: ['receive'],
  refuse: ['receive'],
  'request-supplement': ['receive', 'assign', 'handle', 'review', 'leg'],
  forward: ['assign', 'handle', 'review'],
  'propose-refusal': ['handle'],
  return: ['review', 'approve'],
  approve: ['approve'],
  register: ['register'],
  deliver: ['deliver'],
  extend: ['handle', 'leg'],
  stop: ['receive', 'assign', 'handle', 'leg'],
  'demand-payment': ['assign', 'handle'],
  'check-paper': ['receive', 'assign', 'handle', 'review', 'approve', 'leg', 'consult'],
  'finish-leg': ['leg'],
  'refuse-leg': ['leg'],
  'give-opinion': ['consult'],
};

/** The open step in which an actor may do a verb: of the right kind, in a post of theirs; one they hold, or a free one, before one that somebody else holds. */
export function stepFor(
  actor: Actor,
  steps: readonly OpenStep[],
  verb: Verb,
): OpenStep | undefined {
  const kinds = kindsOf[verb];
  const mine = steps.filter(
    (step) => holds(actor, step) && (kinds === undefined || kinds.includes(step.kind)),
  );
  return (
    mine.find((step) => step.assigneeId === actor.accountId) ??
    mine.find((step) => step.assigneeId === null) ??
    mine[0]
  );
}

/** Whether one of the actor's posts is the post of the step. */
export function holds(actor: Actor, step: OpenStep): boolean {
  return actor.posts.some((post) => post.role === step.role && post.unitId === step.unitId);
}

/** The state of a dossier from the steps that are open. With several open at once the first in the process speaks. */
export function stateOf(
  steps: readonly OpenStep[],
  variant: Variant,
  proposal: 'grant' | 'refuse' | null,
): State | undefined {
  const [first] = steps.toSorted((a, b) => a.node - b.node);
  if (!first) return undefined;
  if (first.kind === 'deliver') return proposal === 'refuse' ? 'REFUSED_RESULT' : 'RESOLVED';
  return first.state === 'HANDLING' && variant === 'VERIFY' ? 'VERIFYING' : first.state;
}
