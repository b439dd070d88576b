import { describe, expect, test } from 'vitest';
import { systemActor, type Actor } from '#/platform/http/index.ts';
import { holds, stateOf, stepFor, type OpenStep } from './steps.ts';

const step = (more: Partial<OpenStep> = {}): OpenStep => ({
  taskId: '1',
  node: 1,
  name: 'Thẩm tra',
  kind: 'handle',
  role: 'CHUYEN_VIEN',
  unitId: 'kinh-te',
  assigneeId: null,
  assigneeName: null,
  absentHolderName: null,
  outcomes: ['forward'],
  openedAt: new Date(0),
  dueAt: null,
  atDue: null,
  legalBasis: null,
  state: 'HANDLING',
  ...more,
});
const officer: Actor = {
  ...systemActor(new Date(0)),
  accountId: 'lan',
  kind: 'official',
  posts: [{ unitId: 'kinh-te', role: 'CHUYEN_VIEN' }],
};

describe('the step in which an official acts', () => {
  test('is one of their post, in their unit', () => {
    expect(holds(officer, step())).toBe(true);
    expect(holds(officer, step({ unitId: 'tu-phap' }))).toBe(false);
    expect(holds(officer, step({ role: 'TRUONG_PHONG' }))).toBe(false);
    expect(stepFor(officer, [step({ unitId: 'tu-phap' })], 'forward')).toBeUndefined();
  });

  test('is of the kind to which the verb belongs', () => {
    expect(stepFor(officer, [step()], 'forward')?.taskId).toBe('1');
    expect(stepFor(officer, [step()], 'approve')).toBeUndefined();
    expect(stepFor(officer, [step({ kind: 'register' })], 'message')?.taskId).toBe('1');
  });

  test('is the one that they hold already, when several are open', () => {
    const open = [step({ assigneeId: 'binh' }), step({ taskId: '2', assigneeId: 'lan' })];
    expect(stepFor(officer, open, 'forward')?.taskId).toBe('2');
  });
});

describe('the state of a dossier', () => {
  test('is told by its open step', () => {
    expect(stateOf([step({ state: 'SIGNED', kind: 'register' })], 'NORMAL', 'grant')).toBe(
      'SIGNED',
    );
    expect(stateOf([], 'NORMAL', null)).toBeUndefined();
  });

  test('with several open steps is told by the first of the process, in whatever order they come', () => {
    const [first, second] = [
      step({ node: 3 }),
      step({ node: 7, state: 'CONSULTING', kind: 'leg' }),
    ];
    expect(stateOf([second, first], 'NORMAL', null)).toBe('HANDLING');
    expect(stateOf([first, second], 'NORMAL', null)).toBe('HANDLING');
  });

  test('is verification while facts are verified, in the same step', () => {
    expect(stateOf([step()], 'VERIFY', null)).toBe('VERIFYING');
    expect(stateOf([step({ state: 'DRAFTING', kind: 'review' })], 'VERIFY', null)).toBe('DRAFTING');
  });

  test('that waits for delivery is a result or a refusal, as was proposed', () => {
    const delivery = step({ kind: 'deliver', state: 'RESOLVED' });
    expect(stateOf([delivery], 'NORMAL', 'grant')).toBe('RESOLVED');
    expect(stateOf([delivery], 'NORMAL', 'refuse')).toBe('REFUSED_RESULT');
  });
});
