import type { Text } from '#/values/text.ts';
import type { Collector } from './collector.ts';

/** One fee of a demand: đồng per piece, how many pieces. */
export interface FeeLine {
  readonly key: string;
  readonly label: Text;
  readonly amount: number;
  readonly quantity: number;
}

export type DemandState = 'open' | 'paid' | 'waived' | 'cancelled' | 'refunded';

/** Fees that are owed, or were, for a dossier. */
export interface Demand {
  readonly id: string;
  readonly dossierId: string;
  readonly payerPersonId: string;
  /** The unit that collects. */
  readonly unitId: string;
  readonly lines: readonly FeeLine[];
  /** Đồng, always more than nothing. */
  readonly total: number;
  readonly state: DemandState;
  /** What the payer writes on the transfer: at most 25 ASCII characters. */
  readonly reference: string;
  /** Why it was waived, cancelled or refunded. */
  readonly ground: string | null;
  readonly demandedAt: Date;
  readonly closedAt: Date | null;
}

/** A demand with the unit that collects it: all that a payer must know. */
export interface PayableDemand extends Demand {
  readonly collector: Collector;
  /** Đồng that came for it and do not suffice yet. */
  readonly held: number;
}

const lawfulNext: Readonly<Record<DemandState, readonly DemandState[]>> = {
  open: ['paid', 'waived', 'cancelled'],
  paid: ['refunded'],
  waived: [],
  cancelled: [],
  refunded: [],
};

/** Whether a demand may go from one state to another. */
export function mayBecome(from: DemandState, to: DemandState): boolean {
  return lawfulNext[from].includes(to);
}

/**
 * The sum of the lines in đồng.
 * @throws RangeError for an amount or quantity that is negative or not whole: rules never give such.
 */
export function totalOf(lines: readonly FeeLine[]): number {
  const total = lines.reduce(
    (sum, { amount, quantity }) => sum + whole(amount) * whole(quantity),
    0,
  );
  return whole(total);
}

function whole(number: number): number {
  if (!Number.isSafeInteger(number) || number < 0)
    throw new RangeError(`Not a whole amount: ${number}`);
  return number;
}
