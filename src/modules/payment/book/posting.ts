/** Accounts that fees are booked on; their numbers are data (`payment.account`). */
export type AccountKey = 'cash' | 'bank' | 'transit' | 'receivable' | 'state' | 'suspense';

/** Where money lies, by the way that it came. */
export type Way = 'cash' | 'transfer' | 'gateway';

/** What is booked: each gives one posting. */
export type BookedEvent =
  | { readonly kind: 'demand' | 'cancel' | 'waive'; readonly amount: number }
  /** Money that came in one piece for one demand, straight into the hand of who recorded it. */
  | { readonly kind: 'payment'; readonly amount: number; readonly way: Way | 'held' }
  /** Money that came and is not allotted yet. */
  | { readonly kind: 'arrival'; readonly amount: number; readonly way: Way }
  /** A paid demand is given back, or money that belongs to no demand is. */
  | { readonly kind: 'refund' | 'return'; readonly amount: number; readonly way: Way }
  /** Money that came to the bank and is held turns out to be what a gateway had collected. */
  | { readonly kind: 'payout'; readonly amount: number };

/** One side of a posting: debit (Nợ) above nothing, credit (Có) below. */
export interface Entry {
  readonly account: AccountKey;
  readonly amount: number;
}

const money: Readonly<Record<Way, AccountKey>> = {
  cash: 'cash',
  transfer: 'bank',
  gateway: 'transit',
};

/**
 * The entries of an event. They always come to nothing.
 * @throws RangeError for an amount that is not a whole number of đồng above nothing.
 */
export function entriesOf(event: BookedEvent): readonly [Entry, Entry] {
  const { amount } = event;
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new RangeError(`Not an amount to book: ${amount}`);
  const [debit, credit] = sidesOf(event);
  return [
    { account: debit, amount },
    { account: credit, amount: -amount },
  ];
}

function sidesOf(event: BookedEvent): readonly [debit: AccountKey, credit: AccountKey] {
  switch (event.kind) {
    case 'demand':
      return ['receivable', 'state'];
    case 'cancel':
    case 'waive':
      return ['state', 'receivable'];
    case 'payment':
      return [event.way === 'held' ? 'suspense' : money[event.way], 'receivable'];
    case 'arrival':
      return [money[event.way], 'suspense'];
    case 'refund':
      return ['state', money[event.way]];
    case 'return':
      return ['suspense', money[event.way]];
    case 'payout':
      return ['suspense', 'transit'];
  }
}
