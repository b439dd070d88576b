/**
 * One rule of who may do what. A rule that forbids wins over all that permit; what no rule permits is denied. `id` goes
 * into logs and answers and never changes its meaning.
 */
export interface Rule<Question, Action extends string> {
  readonly id: string;
  readonly effect: 'permit' | 'forbid';
  /** The actions that it is about, or all. */
  readonly actions: readonly Action[] | 'all';
  readonly when: (question: Question) => boolean;
}

/** What was decided, and by which rule; `nobody-permits` when none spoke. */
export interface Decision {
  readonly isPermitted: boolean;
  readonly reason: string;
}

/** Decides questions of one kind: a subject, an action and a resource, with whatever else the rules look at. */
export interface Policy<Question extends { readonly action: Action }, Action extends string> {
  readonly rules: readonly Rule<Question, Action>[];
  readonly decide: (question: Question) => Decision;
}

/**
 * Makes a policy. Rules are sorted by action once, those that forbid first, so that a decision only looks at rules
 * that matter. Of several that apply the first of the list gives the reason.
 */
export function policyOf<Question extends { readonly action: Action }, Action extends string>(
  actions: readonly Action[],
  rules: readonly Rule<Question, Action>[],
): Policy<Question, Action> {
  const about = (action: Action, effect: Rule<Question, Action>['effect']) =>
    rules.filter(
      (rule) => rule.effect === effect && (rule.actions === 'all' || rule.actions.includes(action)),
    );
  const byAction = new Map(
    actions.map((action) => [
      action,
      { forbidding: about(action, 'forbid'), permitting: about(action, 'permit') },
    ]),
  );
  function decide(question: Question): Decision {
    const known = byAction.get(question.action);
    if (!known) return nobodyPermits;
    for (const rule of known.forbidding)
      if (rule.when(question)) return { isPermitted: false, reason: rule.id };
    for (const rule of known.permitting)
      if (rule.when(question)) return { isPermitted: true, reason: rule.id };
    return nobodyPermits;
  }
  return { rules, decide };
}

const nobodyPermits: Decision = { isPermitted: false, reason: 'nobody-permits' };
