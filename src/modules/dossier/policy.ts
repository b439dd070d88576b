import { systemAccountId, type Actor } from '#/platform/http/index.ts';
import { policyOf, type Decision, type Rule } from '#/platform/policy/index.ts';
import { lawfulFrom, mayDo, type Dossier, type Verb } from './dossier.ts';
import { deskVerbs } from './desk-verbs.ts';
import { isOwn, mayHandle } from './may.ts';
import { kindsOf, stepFor, type OpenStep } from './steps.ts';

/** Whatever is done to a dossier that was filed. */
export type DossierAct = Exclude<Verb, 'submit'>;

/** What can be asked about a dossier: to read it, or any act. */
export type DossierAction = 'read' | DossierAct;

/** Everything that decides whether somebody may do something to a dossier. */
export interface DossierQuestion {
  readonly subject: Actor;
  readonly action: DossierAction;
  readonly resource: Pick<
    Dossier,
    | 'accountId'
    | 'ownerPersonId'
    | 'submitterPersonId'
    | 'mandateId'
    | 'procedureId'
    | 'submittedAt'
    | 'unitIds'
    | 'state'
    | 'resultNumber'
  >;
  /** The steps that are open; needed for acts that belong in a step. */
  readonly steps: readonly OpenStep[];
}

const acts = Object.keys(lawfulFrom) as DossierAct[];
export const dossierActions: readonly DossierAction[] = ['read', ...acts];

/** What applicants do with their own. */
const applicantActs = [
  'withdraw',
  'answer-supplement',
  'message',
  'confirm-draft',
  'dispute-draft',
] as const;

/** What only the clock or another part of the platform does. */
const systemActs = acts.filter(
  (act) => !isApplicants(act) && !deskVerbs.some((verb) => verb === act),
);

function isApplicants(act: DossierAct): boolean {
  return applicantActs.some((own) => own === act);
}

/** Acts that belong in a step of the process, and so to the post of that step. */
const inStep = acts.filter((act) => kindsOf[act] !== undefined);

const rules: readonly Rule<DossierQuestion, DossierAction>[] = [
  {
    id: 'not-your-unit',
    effect: 'forbid',
    actions: 'all',
    when: ({ subject, resource }) => subject.kind === 'official' && !mayHandle(subject, resource),
  },
  {
    id: 'for-officials',
    effect: 'forbid',
    actions: deskVerbs.filter((verb) => !isApplicants(verb)),
    when: ({ subject }) => subject.kind === 'citizen',
  },
  {
    id: 'not-in-account',
    effect: 'forbid',
    actions: 'all',
    when: ({ subject, resource }) => subject.kind === 'citizen' && !isOwn(subject, resource),
  },
  {
    id: 'not-now',
    effect: 'forbid',
    actions: acts,
    when: ({ action, resource }) => !mayDo(action as DossierAct, resource),
  },
  {
    id: 'not-your-step',
    effect: 'forbid',
    actions: inStep,
    when: ({ subject, action, steps }) =>
      stepFor(subject, steps, action as DossierAct) === undefined,
  },
  {
    id: 'held-by-other',
    effect: 'forbid',
    actions: inStep,
    when: ({ subject, action, steps }) => {
      const { assigneeId } = stepFor(subject, steps, action as DossierAct)!;
      return assigneeId !== null && assigneeId !== subject.accountId;
    },
  },
  {
    id: 'unit-takes-part',
    effect: 'permit',
    actions: ['read', ...deskVerbs],
    when: ({ subject }) => subject.kind === 'official',
  },
  {
    id: 'own-case',
    effect: 'permit',
    actions: ['read', ...applicantActs],
    when: ({ subject }) => subject.kind === 'citizen',
  },
  {
    id: 'by-the-clock',
    effect: 'permit',
    actions: systemActs,
    when: ({ subject }) => subject.kind === 'system' && subject.accountId === systemAccountId,
  },
];

const policy = policyOf(dossierActions, rules);

/** Whether somebody may do something to a dossier, and by which rule. */
export function decide(question: DossierQuestion): Decision {
  return policy.decide(question);
}

/** Whether somebody may read a dossier. */
export function mayRead(subject: Actor, resource: DossierQuestion['resource']): boolean {
  return decide({ subject, action: 'read', resource, steps: [] }).isPermitted;
}
