import { describe, expect, it } from 'vitest';
import { pausesOf } from './pauses.ts';

const day = (n: number) => new Date(Date.UTC(2026, 6, n));

describe('the pauses of a dossier', () => {
  it('run from the request to the answer, and from the demand to the payment', () => {
    const acts = [
      { at: day(1), fromState: null, toState: 'SUBMITTED' },
      { at: day(2), fromState: 'SUBMITTED', toState: 'HANDLING' },
      { at: day(3), fromState: 'HANDLING', toState: 'SUPPLEMENT_REQUIRED' },
      { at: day(4), fromState: 'SUPPLEMENT_REQUIRED', toState: 'SUPPLEMENT_REQUIRED' },
      { at: day(6), fromState: 'SUPPLEMENT_REQUIRED', toState: 'HANDLING' },
      { at: day(7), fromState: 'HANDLING', toState: 'PAYMENT_REQUIRED' },
      { at: day(9), fromState: 'PAYMENT_REQUIRED', toState: 'HANDLING' },
    ] as const;
    expect(pausesOf(acts)).toEqual([
      { from: day(3), to: day(6) },
      { from: day(7), to: day(9) },
    ]);
  });

  it('do not include one that still goes on', () => {
    expect(
      pausesOf([{ at: day(3), fromState: 'HANDLING', toState: 'SUPPLEMENT_REQUIRED' }]),
    ).toEqual([]);
  });
});
