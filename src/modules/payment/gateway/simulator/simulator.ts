import { GatewayAway, type CallGateway, type Fields } from '../gateway.ts';
import { nationalDialect } from './national-dialect.ts';
import { vnpayDialect } from './vnpay-dialect.ts';

/** How a payer, and the gateway with them, behaves. */
export const manners = [
  'pays',
  'pays-late',
  'told-twice',
  'pays-twice',
  'pays-too-little',
  'pays-too-much',
  'wrong-signature',
  'out-of-order',
  'refuses',
  'never-pays',
  'times-out',
] as const;

export type Manner = (typeof manners)[number];

/** An order as the simulated gateway knows it. */
export interface SimulatedOrder {
  readonly reference: string;
  readonly amount: number;
  readonly returnUrl: string;
  /** Payments that were made, if any. */
  paid: { readonly number: string; readonly amount: number }[];
  hasFailed: boolean;
  isAway: boolean;
}

/** What a protocol says of an order, in its own words and signed. */
export interface Dialect {
  /** Reads the order of a payment page; undefined when it is not signed. */
  readOrder(fields: Fields): Pick<SimulatedOrder, 'reference' | 'amount' | 'returnUrl'> | undefined;
  /** Tells of a payment, or with null that there was none. */
  tell(
    order: SimulatedOrder,
    payment: { readonly number: string; readonly amount: number } | null,
    at: Date,
  ): Fields;
  /** Answers what we ask it. */
  answer(
    fields: Fields,
    orderOf: (reference: string) => SimulatedOrder | undefined,
    at: Date,
    pageUrl: string,
  ): { readonly answer: Fields; readonly opened?: SimulatedOrder | undefined };
  /** Spoils the signature. */
  spoil(fields: Fields): Fields;
}

/** What follows when a payer has behaved: messages to us, and where the browser goes. */
export interface Consequence {
  readonly notices: readonly Fields[];
  readonly returnTo: string;
}

/** Gateways that do not exist: they pay late, twice, never, too little, too much, out of order. State is in memory. */
export class PaymentSimulator {
  readonly #orders = new Map<string, SimulatedOrder>();
  readonly #dialects: Readonly<Record<string, Dialect>>;
  readonly #pageUrl: (gateway: string) => string;
  readonly #now: () => Date;
  #count = 0;

  constructor(
    secret: string,
    pageUrl: (gateway: string) => string,
    now: () => Date = () => new Date(),
  ) {
    this.#dialects = { vnpay: vnpayDialect(secret), 'quoc-gia': nationalDialect(secret) };
    this.#pageUrl = pageUrl;
    this.#now = now;
  }

  /** Opens the page of a payment. Undefined when its parameters are not signed. */
  open(gateway: string, fields: Fields): SimulatedOrder | undefined {
    const read = this.#dialects[gateway]?.readOrder(fields);
    if (!read) return this.#orders.get(fields['MaThamChieu'] ?? '');
    return this.#keep(read);
  }

  /** Lets a payer behave. Undefined when there is no such order. */
  behave(gateway: string, reference: string, manner: Manner): Consequence | undefined {
    const order = this.#orders.get(reference);
    const dialect = this.#dialects[gateway];
    if (!order || !dialect) return undefined;
    const at = this.#now();
    const pay = (amount: number) => {
      this.#count += 1;
      const number = `${at.getTime()}${String(this.#count).padStart(4, '0')}`;
      const payment = { number, amount };
      order.paid.push(payment);
      return dialect.tell(order, payment, at);
    };
    const failed = () => dialect.tell(order, null, at);
    const notices = this.#noticesOf(manner, order, { pay, failed, dialect });
    const result = order.paid.length > 0 ? dialect.tell(order, order.paid[0]!, at) : failed();
    const query = new URLSearchParams(result).toString();
    return { notices, returnTo: `${order.returnUrl}?${query}` };
  }

  /** Answers a call of ours, as the gateway's API would. */
  readonly call =
    (gateway: string): CallGateway =>
    async (_address, fields) => {
      const reference = fields['vnp_TxnRef'] ?? fields['MaThamChieu'] ?? '';
      if (this.#orders.get(reference)?.isAway) throw new GatewayAway('timeout');
      const { answer, opened } = this.#dialects[gateway]!.answer(
        fields,
        (one) => this.#orders.get(one),
        this.#now(),
        this.#pageUrl(gateway),
      );
      if (opened) this.#keep(opened);
      return answer;
    };

  /** The gateway answers again. */
  recover(reference: string): void {
    const order = this.#orders.get(reference);
    if (order) order.isAway = false;
  }

  #keep(read: Pick<SimulatedOrder, 'reference' | 'amount' | 'returnUrl'>): SimulatedOrder {
    const known = this.#orders.get(read.reference);
    if (known) return known;
    const order: SimulatedOrder = { ...read, paid: [], hasFailed: false, isAway: false };
    this.#orders.set(order.reference, order);
    return order;
  }

  #noticesOf(
    manner: Manner,
    order: SimulatedOrder,
    {
      pay,
      failed,
      dialect,
    }: { pay: (amount: number) => Fields; failed: () => Fields; dialect: Dialect },
  ): Fields[] {
    const { amount } = order;
    switch (manner) {
      case 'pays':
        return [pay(amount)];
      case 'pays-late':
        // It tells nothing; it says so when asked.
        pay(amount);
        return [];
      case 'told-twice': {
        const told = pay(amount);
        return [told, told];
      }
      case 'pays-twice':
        return [pay(amount), pay(amount)];
      case 'pays-too-little':
        return [pay(Math.max(1, Math.floor(amount / 2)))];
      case 'pays-too-much':
        return [pay(amount + 1_000)];
      case 'wrong-signature':
        return [dialect.spoil(dialect.tell(order, { number: '1', amount }, this.#now()))];
      case 'out-of-order': {
        const before = failed();
        return [pay(amount), before];
      }
      case 'refuses':
        order.hasFailed = true;
        return [failed()];
      case 'times-out':
        pay(amount);
        order.isAway = true;
        return [];
      case 'never-pays':
        return [];
    }
  }
}
