import fc from 'fast-check';
import {
  dossierActions,
  states,
  type DossierAction,
  type DossierQuestion,
  type OpenStep,
} from '#/modules/dossier/index.ts';
import { systemAccountId, type Actor } from '#/platform/http/index.ts';

/** The groups of actions in Cedar, named by what they have in common. Written down here and nowhere else. */
const groups: Readonly<Record<string, string>> = {
  desk: `read claim release assign accept refuse request-supplement allow-supplement deny-supplement forward
    propose-refusal return approve register deliver extend stop demand-payment message check-paper finish-leg
    refuse-leg give-opinion jump`,
  applicant: 'read withdraw answer-supplement message confirm-draft dispute-draft',
  clock: 'settle apologise elapse recompute deem escalate leg-news change-process',
  intake: 'accept refuse',
  receive: 'accept refuse',
  work: 'forward propose-refusal extend demand-payment finish-leg refuse-leg give-opinion',
  examination: 'request-supplement allow-supplement deny-supplement check-paper',
  'open-case': 'withdraw elapse deem',
  'until-delivered': 'recompute escalate leg-news',
  'before-result': 'withdraw stop propose-refusal extend jump',
  confirmation: 'confirm-draft dispute-draft',
  leg: 'finish-leg refuse-leg',
};

/** The groups to which an action belongs. */
export function groupsOf(action: DossierAction): string[] {
  return Object.entries(groups)
    .filter(([, members]) => members.split(/\s+/).includes(action))
    .map(([name]) => name);
}

/** The kinds of open steps in the posts of somebody that nobody else holds. */
export function kindsTakeable(subject: Actor, steps: readonly OpenStep[]): string[] {
  const posts = new Set(subject.posts.map(({ role, unitId }) => `${role} ${unitId}`));
  return steps
    .filter(({ role, unitId }) => posts.has(`${role} ${unitId}`))
    .filter(({ assigneeId }) => assigneeId === null || assigneeId === subject.accountId)
    .map(({ kind }) => kind);
}

const few = (prefix: string, n: number) =>
  fc.constantFrom(...Array.from({ length: n }, (_, i) => `${prefix}${i}`));
const account = few('account', 3);
const person = few('person', 3);
const unit = few('unit', 3);
const role = fc.constantFrom('TIEP_NHAN', 'CHUYEN_VIEN', 'LANH_DAO_UBND');

const step: fc.Arbitrary<OpenStep> = fc.record({
  taskId: fc.constant('task'),
  node: fc.nat(5),
  name: fc.constant('step'),
  kind: fc.constantFrom(
    ...(['receive', 'handle', 'assign', 'review', 'approve', 'register'] as const),
    ...(['deliver', 'pay', 'leg', 'consult'] as const),
  ),
  role,
  unitId: unit,
  assigneeId: fc.option(account),
  assigneeName: fc.constant(null),
  absentHolderName: fc.constant(null),
  outcomes: fc.constant([]),
  openedAt: fc.constant(new Date(0)),
  dueAt: fc.constant(null),
  atDue: fc.constant(null),
  legalBasis: fc.constant(null),
  state: fc.constant('HANDLING' as const),
});

const subject: fc.Arbitrary<Actor> = fc.record({
  accountId: fc.oneof({ weight: 5, arbitrary: account }, fc.constant(systemAccountId)),
  personId: person,
  kind: fc.constantFrom(
    'citizen' as const,
    'official' as const,
    'official' as const,
    'system' as const,
  ),
  name: fc.constant('somebody'),
  posts: fc.array(fc.record({ unitId: unit, role }), { maxLength: 3 }),
  isVerified: fc.boolean(),
  actingFor: fc.option(
    fc.record({
      personId: person,
      name: fc.constant('principal'),
      mandateId: few('mandate', 2),
      procedureIds: fc.option(fc.uniqueArray(few('procedure', 2), { maxLength: 2 })),
      since: fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
    }),
    { nil: undefined, freq: 2 },
  ),
  at: fc.constant(new Date(0)),
  lang: fc.constant('vi' as const),
});

/** Any question about a dossier, in a small world so that people and dossiers often have to do with each other. */
export const randomQuestion: fc.Arbitrary<DossierQuestion> = fc.record({
  subject,
  action: fc.constantFrom(...dossierActions),
  resource: fc.record({
    accountId: fc.option(account),
    ownerPersonId: person,
    submitterPersonId: person,
    mandateId: fc.option(few('mandate', 2)),
    procedureId: few('procedure', 2),
    submittedAt: fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
    unitIds: fc.uniqueArray(unit, { maxLength: 2 }),
    state: fc.constantFrom(...states),
    resultNumber: fc.option(fc.constant('01/2026'), { freq: 3 }),
  }),
  steps: fc.array(step, { maxLength: 3 }),
});
