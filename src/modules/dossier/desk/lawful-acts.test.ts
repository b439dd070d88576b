import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#/platform/http/index.ts';
import { states, type State } from '../dossier.ts';
import type { OpenStep, StepKind } from '../steps.ts';
import { deskVerbs, type DeskVerb } from '../desk-verbs.ts';
import { lawfulActs, type Standing } from './lawful-acts.ts';

const [counter, justice, economy] = ['unit-counter', 'unit-justice', 'unit-economy'];

function official(role: string, unitId: string, accountId = 'me'): Actor {
  const posts = [{ unitId, role }];
  return {
    accountId,
    personId: accountId,
    kind: 'official',
    name: accountId,
    posts,
    at: new Date(0),
    lang: 'vi',
  };
}

const outcomes: Readonly<Record<StepKind, readonly string[]>> = {
  receive: ['accept', 'refuse'],
  handle: ['forward', 'propose-refusal'],
  assign: ['forward'],
  review: ['forward', 'return'],
  approve: ['approve', 'return'],
  register: ['done'],
  deliver: ['done'],
  pay: ['paid'],
  leg: ['done', 'refuse'],
  consult: ['agree', 'object'],
};

function step(
  kind: StepKind,
  role: string,
  unitId: string,
  more: Partial<OpenStep> = {},
): OpenStep {
  return {
    taskId: 'task',
    node: 1,
    name: kind,
    kind,
    role,
    unitId,
    assigneeId: null,
    assigneeName: null,
    absentHolderName: null,
    outcomes: outcomes[kind],
    openedAt: new Date(0),
    dueAt: null,
    atDue: null,
    legalBasis: null,
    state: 'HANDLING',
    ...more,
  };
}

const owned = {
  accountId: null,
  ownerPersonId: 'owner',
  submitterPersonId: 'owner',
  mandateId: null,
  procedureId: 'procedure',
  submittedAt: new Date(0),
};

const plain: Standing = {
  request: 'none',
  isExtendable: false,
  hasFees: false,
  isOwing: false,
  proposerId: undefined,
  jumpTargets: [7],
};

function acts(
  actor: Actor,
  state: State,
  open: OpenStep | readonly OpenStep[],
  standing: Partial<Standing> = {},
): DeskVerb[] {
  const dossier = {
    ...owned,
    state,
    variant: 'NORMAL' as const,
    unitIds: [counter, justice, economy],
    resultNumber: null,
  };
  return lawfulActs(actor, dossier, [open].flat() as OpenStep[], { ...plain, ...standing });
}

const clerk = official('TU_PHAP_HO_TICH', justice);
const receiver = official('TIEP_NHAN', counter);
const leader = official('LANH_DAO_UBND', economy);
const head = official('TRUONG_PHONG', economy);

describe('the acts that the desk offers', () => {
  const cases: readonly [string, DeskVerb[], DeskVerb[]][] = [
    [
      'who receives may accept, ask for more, refuse, claim',
      acts(receiver, 'SUBMITTED', step('receive', 'TIEP_NHAN', counter)),
      ['accept', 'claim', 'request-supplement', 'refuse', 'assign', 'check-paper', 'message'],
    ],
    [
      'who handles may forward or propose a refusal',
      acts(clerk, 'HANDLING', step('handle', 'TU_PHAP_HO_TICH', justice)),
      [
        'forward',
        'claim',
        'request-supplement',
        'propose-refusal',
        'stop',
        'assign',
        'check-paper',
        'message',
      ],
    ],
    [
      'who holds a step may give it back, but not claim it again',
      acts(clerk, 'HANDLING', step('handle', 'TU_PHAP_HO_TICH', justice, { assigneeId: 'me' })),
      [
        'forward',
        'request-supplement',
        'propose-refusal',
        'stop',
        'assign',
        'release',
        'check-paper',
        'message',
      ],
    ],
    [
      'what a colleague holds is the colleague’s',
      acts(clerk, 'HANDLING', step('handle', 'TU_PHAP_HO_TICH', justice, { assigneeId: 'other' })),
      ['message'],
    ],
    [
      'a head of office may hand over what somebody else holds',
      acts(head, 'HANDLING', step('handle', 'CHUYEN_VIEN', economy, { assigneeId: 'other' })),
      ['assign', 'message'],
    ],
    [
      'who assigns cannot propose a refusal: the model knows no such outcome',
      acts(head, 'ASSIGNED', step('assign', 'TRUONG_PHONG', economy)),
      ['forward', 'claim', 'request-supplement', 'stop', 'assign', 'check-paper', 'message'],
    ],
    [
      'the leader approves or returns',
      acts(leader, 'AWAITING_SIGNATURE', step('approve', 'LANH_DAO_UBND', economy)),
      ['approve', 'claim', 'return', 'jump', 'assign', 'message'],
    ],
    [
      'while a supplement is awaited only stopping is left',
      acts(
        receiver,
        'SUPPLEMENT_REQUIRED',
        step('receive', 'TIEP_NHAN', counter, { assigneeId: 'me' }),
      ),
      ['stop', 'assign', 'release', 'message'],
    ],
    ['when all is over one can still write', acts(receiver, 'DELIVERED', []), ['message']],
  ];
  it.each(cases)('%s', (_, offered, expected) => {
    expect(offered).toEqual(expected);
  });

  it('are none for who is of no unit that takes part', () => {
    const stranger = official('TIEP_NHAN', 'unit-elsewhere');
    expect(acts(stranger, 'SUBMITTED', step('receive', 'TIEP_NHAN', counter))).toEqual([]);
  });

  it('are none for a citizen, whatever post is claimed', () => {
    const citizen: Actor = { ...receiver, kind: 'citizen' };
    expect(acts(citizen, 'SUBMITTED', step('receive', 'TIEP_NHAN', counter))).toEqual([]);
  });

  it('hold a single supplement request at a time, and let superiors judge a further one', () => {
    const open = step('handle', 'TU_PHAP_HO_TICH', justice);
    expect(acts(clerk, 'HANDLING', open, { request: 'proposed' })).not.toContain(
      'request-supplement',
    );
    expect(acts(clerk, 'HANDLING', open, { request: 'proposed' })).not.toContain(
      'allow-supplement',
    );
    expect(acts(leader, 'HANDLING', open, { request: 'proposed' })).toEqual([
      'allow-supplement',
      'deny-supplement',
      'jump',
      'assign',
      'message',
    ]);
  });

  it('extend a deadline once, and only where the procedure knows a longer one', () => {
    const open = step('handle', 'TU_PHAP_HO_TICH', justice);
    expect(acts(clerk, 'HANDLING', open)).not.toContain('extend');
    expect(acts(clerk, 'HANDLING', open, { isExtendable: true })).toContain('extend');
    const dossier = {
      ...owned,
      state: 'VERIFYING' as const,
      variant: 'VERIFY' as const,
      unitIds: [justice],
      resultNumber: null,
    };
    expect(lawfulActs(clerk, dossier, [open], { ...plain, isExtendable: true })).not.toContain(
      'extend',
    );
  });

  it('send a case past its process only by a leader, before the signature, and to another step', () => {
    const open = step('handle', 'TU_PHAP_HO_TICH', justice);
    expect(acts(clerk, 'HANDLING', open)).not.toContain('jump');
    expect(acts(leader, 'HANDLING', open)).toContain('jump');
    expect(acts(leader, 'HANDLING', open, { jumpTargets: [open.node] })).not.toContain('jump');
    expect(acts(leader, 'SUBMITTED', step('receive', 'TIEP_NHAN', counter))).not.toContain('jump');
    expect(acts(leader, 'SIGNED', step('register', 'VAN_THU', economy))).not.toContain('jump');
    const consulted = [open, step('consult', 'CHUYEN_VIEN', economy)];
    expect(acts(leader, 'HANDLING', consulted)).not.toContain('jump');
  });

  it('demand money only where some is owed', () => {
    const open = step('handle', 'TU_PHAP_HO_TICH', justice);
    expect(acts(clerk, 'HANDLING', open)).not.toContain('demand-payment');
    expect(acts(clerk, 'HANDLING', open, { hasFees: true })).toContain('demand-payment');
  });

  it('let nobody approve what they proposed themselves', () => {
    const open = step('approve', 'LANH_DAO_UBND', economy);
    expect(acts(leader, 'AWAITING_SIGNATURE', open, { proposerId: 'me' })).not.toContain('approve');
    expect(acts(leader, 'AWAITING_SIGNATURE', open, { proposerId: 'other' })).toContain('approve');
  });

  it('hand a result over only when nothing is owed', () => {
    const open = step('deliver', 'TRA_KET_QUA', counter);
    const giver = official('TRA_KET_QUA', counter);
    expect(acts(giver, 'RESOLVED', open, { hasFees: true, isOwing: true })).not.toContain(
      'deliver',
    );
    expect(acts(giver, 'RESOLVED', open)).toContain('deliver');
  });

  it('never hold two ways to complete one step of different kinds, in any state', () => {
    const kinds = Object.keys(outcomes) as StepKind[];
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...kinds), (state, kind) => {
        const offered = acts(clerk, state, step(kind, 'TU_PHAP_HO_TICH', justice));
        const ends = offered.filter((verb) =>
          ['accept', 'forward', 'approve', 'register', 'deliver', 'finish-leg'].includes(verb),
        );
        expect(ends.length).toBeLessThanOrEqual(1);
        expect(offered.every((verb) => deskVerbs.includes(verb))).toBe(true);
      }),
    );
  });
});
