import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugs } from '../../../test/bundles/shipped.ts';
import { isEnded, lawfulFrom, mayNow, states, type State, type Verb } from './dossier.ts';
import { nationalState } from './national-state.ts';
import { kindsOf, type StepKind } from './steps.ts';

type Done = Exclude<Verb, 'submit'>;
const verbs = Object.keys(lawfulFrom) as Done[];
const stepsWait: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'HANDLING', 'VERIFYING', 'CONSULTING'];
const later: readonly State[] = ['DRAFTING', 'AWAITING_SIGNATURE', 'SIGNED'];
const ready: readonly State[] = ['RESOLVED', 'REFUSED_RESULT'];
const onward = [...stepsWait, ...later, ...ready, 'PAYMENT_REQUIRED'] as const;

/** What may come of a verb; the rest leave the state as it is. */
const leadsTo: Readonly<Partial<Record<Done, readonly State[]>>> = {
  accept: onward,
  refuse: ['REFUSED_INTAKE'],
  'request-supplement': ['SUPPLEMENT_REQUIRED'],
  'allow-supplement': ['SUPPLEMENT_REQUIRED'],
  'answer-supplement': ['RESUBMITTED', ...stepsWait, ...later],
  forward: [...onward, 'CONFIRMING'],
  'confirm-draft': ['AWAITING_SIGNATURE'],
  'dispute-draft': ['HANDLING'],
  'propose-refusal': onward,
  return: stepsWait,
  approve: onward,
  register: ready,
  deliver: ['DELIVERED'],
  extend: stepsWait,
  jump: stepsWait,
  withdraw: ['WITHDRAWN'],
  stop: ['STOPPED'],
  'demand-payment': ['PAYMENT_REQUIRED'],
  settle: onward,
  elapse: ['STOPPED'],
  'finish-leg': onward,
  'refuse-leg': onward,
};

describe('the life of a dossier', () => {
  test('reaches every state that there is', () => {
    const reached = new Set<State>(['SUBMITTED']);
    for (const state of reached) {
      for (const verb of verbs.filter((one) => mayNow(one, state)))
        for (const next of leadsTo[verb] ?? []) reached.add(next);
    }
    expect([...reached].toSorted()).toEqual([...states].toSorted());
  });

  test('names each state once for each verb', () => {
    for (const verb of verbs) {
      const from = lawfulFrom[verb];
      expect([verb, from.length]).toEqual([verb, new Set(from).size]);
      expect([verb, from.length > 0]).toEqual([verb, true]);
    }
  });

  test('is not processed any more once processing ended; only the result is handed out, by a newer process too', () => {
    const always: readonly Done[] = ['claim', 'release', 'assign', 'message'];
    for (const state of states.filter(isEnded)) {
      const left = verbs.filter((verb) => mayNow(verb, state) && !always.includes(verb));
      expect([state, left]).toEqual([
        state,
        ready.includes(state) ? ['deliver', 'change-process'] : [],
      ]);
    }
  });

  test('can be withdrawn until somebody signed', () => {
    const until = states.filter((state) => !isEnded(state) && state !== 'SIGNED');
    expect([...lawfulFrom.withdraw].toSorted()).toEqual(until.toSorted());
  });

  test('has a way to its end from everywhere', () => {
    for (const start of states) {
      const reached = new Set<State>([start]);
      for (const state of reached)
        for (const verb of verbs.filter((one) => mayNow(one, state)))
          for (const next of leadsTo[verb] ?? []) reached.add(next);
      expect([start, [...reached].some(isEnded)]).toEqual([start, true]);
    }
  });

  test('never comes back from an end, whatever is tried in whatever order', () => {
    const deed = fc.record({ verb: fc.constantFrom(...verbs), which: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let state: State = 'SUBMITTED';
        for (const { verb, which } of deeds) {
          if (!mayNow(verb, state)) continue;
          const outcomes: readonly State[] = leadsTo[verb] ?? [state];
          const next: State = outcomes[which % outcomes.length]!;
          if (isEnded(state)) expect(isEnded(next)).toBe(true);
          state = next;
        }
      }),
    );
  });
});

describe('the national codes', () => {
  test('are given to every state, and all ten are used', () => {
    const codes = states.map((state) => nationalState(state).code);
    expect([...new Set(codes)].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test.each<[State, number]>([
    ['SUBMITTED', 1],
    ['RESUBMITTED', 1],
    ['ACCEPTED', 2],
    ['REFUSED_INTAKE', 3],
    ['VERIFYING', 4],
    ['SIGNED', 4],
    ['SUPPLEMENT_REQUIRED', 5],
    ['PAYMENT_REQUIRED', 6],
    ['WITHDRAWN', 7],
    ['STOPPED', 8],
    ['REFUSED_RESULT', 9],
    ['DELIVERED', 10],
  ])('%s is told as %i', (state, code) => {
    expect(nationalState(state)).toMatchObject({ code });
  });

  test('say what is over exactly where processing ended', () => {
    for (const state of states) {
      const isOver = [3, 7, 8, 9, 10].includes(nationalState(state).code);
      expect([state, isEnded(state)]).toEqual([state, isOver]);
    }
  });
});

/** What completes a step of each kind. */
const completes: Readonly<Record<StepKind, Done>> = {
  receive: 'accept',
  assign: 'forward',
  handle: 'forward',
  review: 'forward',
  approve: 'approve',
  register: 'register',
  deliver: 'deliver',
  pay: 'settle',
  leg: 'finish-leg',
  consult: 'give-opinion',
};

const bundles = new URL('../../../procedures/', import.meta.url);

test.each(slugs)('each step of %s waits in a state in which it can be done', (slug) => {
  const bpmn = readFileSync(new URL(`${slug}/process.bpmn`, bundles), 'utf8');
  const steps = [...bpmn.matchAll(/<bpmn:userTask\b[^>]*>/g)].map(([tag]) => ({
    kind: /cqs:kind="([\w-]+)"/.exec(tag)?.[1] as StepKind,
    state: /cqs:state="(\w+)"/.exec(tag)?.[1] as State,
  }));
  expect(steps.length).toBeGreaterThan(3);
  for (const { kind, state } of steps) {
    const verb = completes[kind];
    expect([kind, state, mayNow(verb, state)]).toEqual([kind, state, true]);
    if (verb !== 'settle') expect(kindsOf[verb]).toContain(kind);
  }
});
