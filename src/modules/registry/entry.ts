import type { Day } from '#/values/day.ts';

/** A line of a register. */
export interface Entry {
  readonly id: string;
  readonly unitId: string;
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly symbol: string;
  readonly subject: string;
  readonly summary: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly enteredOn: Day;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly voided?: { readonly at: Date; readonly by: string; readonly reason: string } | undefined;
}

/** Number and symbol as papers carry them: 15/GKS, and 05/GKS (Decree 30/2020, appendix I: numbers below 10 have a zero before them). */
export function entryCode(entry: Pick<Entry, 'number' | 'symbol'>): string {
  return `${String(entry.number).padStart(2, '0')}/${entry.symbol}`;
}
