import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allot, type HeldMoney } from './allot.ts';
import { entriesOf, type BookedEvent, type Way } from './book/posting.ts';

/** 10,000 is the promise; more for whoever has time. */
const runs = Number(process.env['CQS_PAYMENT_HISTORIES'] ?? 10_000);

/** Something that happens at a counter, bank or gateway. Numbers pick among what there is. */
type Happening =
  | { readonly what: 'demand'; readonly total: number }
  | { readonly what: 'cancel' | 'refund' | 'return' | 'payout'; readonly pick: number }
  | { readonly what: 'cash'; readonly pick: number }
  | {
      readonly what: 'money';
      readonly pick: number;
      readonly amount: number;
      readonly way: 'transfer' | 'gateway';
      /** The bank's number: told twice when it comes up again. */
      readonly reference: number;
    };

const pick = fc.nat(7);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant('demand' as const), total: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    what: fc.constantFrom(
      'cancel' as const,
      'refund' as const,
      'return' as const,
      'payout' as const,
    ),
    pick,
  }),
  fc.record({ what: fc.constant('cash' as const), pick }),
  fc.record({
    what: fc.constant('money' as const),
    pick,
    amount: fc.integer({ min: 1, max: 30 }),
    way: fc.constantFrom('transfer' as const, 'gateway' as const),
    reference: fc.nat(12),
  }),
);

interface Owed {
  readonly total: number;
  state: 'open' | 'paid' | 'cancelled' | 'refunded';
  way: Way;
}

/** The rules of the use cases over numbers in memory; every event is booked by the real `entriesOf`. */
class Books {
  readonly owed: Owed[] = [];
  readonly arrivals: { id: string; left: number; demand: number; way: 'transfer' | 'gateway' }[] =
    [];
  readonly #told = new Set<number>();
  readonly balance = new Map<string, number>();
  came = 0;
  gone = 0;

  happen(one: Happening): void {
    if (one.what === 'demand') {
      this.owed.push({ total: one.total, state: 'open', way: 'cash' });
      this.#book({ kind: 'demand', amount: one.total });
      return;
    }
    if (one.what === 'money') return this.#receive(one);
    const demand = this.owed[one.pick % Math.max(1, this.owed.length)];
    const arrival = this.arrivals[one.pick % Math.max(1, this.arrivals.length)];
    if (one.what === 'cash' && demand?.state === 'open') {
      demand.state = 'paid';
      demand.way = 'cash';
      this.came += demand.total;
      this.#book({ kind: 'payment', amount: demand.total, way: 'cash' });
    } else if (one.what === 'cancel' && demand?.state === 'open') {
      demand.state = 'cancelled';
      this.#book({ kind: 'cancel', amount: demand.total });
    } else if (one.what === 'refund' && demand?.state === 'paid') {
      demand.state = 'refunded';
      this.gone += demand.total;
      this.#book({ kind: 'refund', amount: demand.total, way: demand.way });
    } else if (one.what === 'return' && arrival && arrival.left > 0) {
      this.gone += arrival.left;
      this.#book({ kind: 'return', amount: arrival.left, way: arrival.way });
      arrival.left = 0;
    } else if (one.what === 'payout' && arrival && arrival.left > 0 && arrival.way === 'transfer') {
      this.#book({ kind: 'payout', amount: arrival.left });
      // What was counted when it came to the gateway is not counted again.
      this.came -= arrival.left;
      arrival.left = 0;
    }
  }

  #receive({ pick: at, amount, way, reference }: Happening & { what: 'money' }): void {
    if (this.#told.has(reference)) return;
    this.#told.add(reference);
    this.came += amount;
    this.#book({ kind: 'arrival', amount, way });
    const demand = this.owed.length === 0 ? -1 : at % this.owed.length;
    this.arrivals.push({ id: String(reference), left: amount, demand, way });
    const owed = this.owed[demand];
    if (owed?.state !== 'open') return;
    const shares = allot(owed.total, this.heldFor(demand));
    if (shares === null) return;
    for (const share of shares)
      this.arrivals.find(({ id }) => id === share.arrivalId)!.left -= share.amount;
    owed.state = 'paid';
    owed.way = way;
    this.#book({ kind: 'payment', amount: owed.total, way: 'held' });
  }

  heldFor(demand: number): HeldMoney[] {
    return this.arrivals
      .filter((one) => one.demand === demand && one.left > 0)
      .map(({ id, left }) => ({ arrivalId: id, left }));
  }

  on(...accounts: readonly string[]): number {
    return accounts.reduce((sum, account) => sum + (this.balance.get(account) ?? 0), 0);
  }

  #book(event: BookedEvent): void {
    for (const { account, amount } of entriesOf(event))
      this.balance.set(account, this.on(account) + amount);
  }
}

test(`in ${runs} histories, in whatever order things happen, the books balance and nobody waits for money that came`, () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (history) => {
      const books = new Books();
      for (const one of history) {
        books.happen(one);
        const all = [...books.balance.values()].reduce((sum, amount) => sum + amount, 0);
        expect(all).toBe(0);
      }
      const sum = (states: readonly Owed['state'][]) =>
        books.owed
          .filter(({ state }) => states.includes(state))
          .reduce((total, owed) => total + owed.total, 0);
      const held = books.arrivals.reduce((total, { left }) => total + left, 0);
      // `+ 0`: a difference of nothing may be minus nothing.
      expect(books.on('receivable')).toBe(sum(['open']));
      expect(books.on('suspense') + held).toBe(0);
      expect(books.on('state') + sum(['open', 'paid'])).toBe(0);
      expect(books.on('cash', 'bank', 'transit')).toBe(books.came - books.gone);
      for (const [demand, owed] of books.owed.entries()) {
        const waiting = books.heldFor(demand).reduce((total, { left }) => total + left, 0);
        if (owed.state === 'open') expect(waiting).toBeLessThan(owed.total);
      }
    }),
    { numRuns: runs },
  );
});

test('an amount that is not whole, or nothing, is never booked', () => {
  for (const amount of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => entriesOf({ kind: 'demand', amount })).toThrow(RangeError);
});
