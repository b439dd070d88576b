import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyOf, type Rule } from './policy.ts';

type Action = 'read' | 'write';
interface Question {
  readonly action: Action;
  readonly mine: boolean;
  readonly closed: boolean;
}

const rules: readonly Rule<Question, Action>[] = [
  { id: 'own', effect: 'permit', actions: 'all', when: ({ mine }) => mine },
  { id: 'open', effect: 'permit', actions: ['read'], when: ({ closed }) => !closed },
  { id: 'closed', effect: 'forbid', actions: ['write'], when: ({ closed }) => closed },
];
const { decide } = policyOf<Question, Action>(['read', 'write'], rules);

test('what no rule permits is denied, also an action that nobody knows', () => {
  expect(decide({ action: 'read', mine: false, closed: true })).toEqual({
    isPermitted: false,
    reason: 'nobody-permits',
  });
  expect(decide({ action: 'burn' as Action, mine: true, closed: false }).isPermitted).toBe(false);
});

test('a rule that forbids wins over one that permits, and is the reason', () => {
  expect(decide({ action: 'write', mine: true, closed: true })).toEqual({
    isPermitted: false,
    reason: 'closed',
  });
  expect(decide({ action: 'read', mine: true, closed: true })).toEqual({
    isPermitted: true,
    reason: 'own',
  });
});

test('more rules that permit never take a permission away, more that forbid never give one', () => {
  const random = fc.record({
    effect: fc.constantFrom('permit' as const, 'forbid' as const),
    actions: fc.constantFrom<Rule<Question, Action>['actions']>('all', ['read'], ['write']),
    mine: fc.boolean(),
    closed: fc.boolean(),
  });
  const question = fc.record<Question>({
    action: fc.constantFrom('read', 'write'),
    mine: fc.boolean(),
    closed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(random), random, question, (before, added, asked) => {
      const asRule = ({ effect, actions, mine, closed }: typeof added, n: number) => ({
        id: String(n),
        effect,
        actions,
        when: (q: Question) => q.mine === mine && q.closed === closed,
      });
      const first = policyOf<Question, Action>(['read', 'write'], before.map(asRule));
      const more = policyOf<Question, Action>(['read', 'write'], [...before, added].map(asRule));
      const [was, is] = [first, more].map((policy) => policy.decide(asked).isPermitted);
      if (added.effect === 'permit') expect(is || !was).toBe(true);
      else expect(was || !is).toBe(true);
    }),
  );
});
