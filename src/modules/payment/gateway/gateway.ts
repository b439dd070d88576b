import type { Lang, Text } from '#/values/text.ts';

/** A try to pay a demand through a gateway. */
export interface GatewayOrder {
  readonly id: string;
  readonly demandId: string;
  readonly gateway: string;
  readonly reference: string;
  readonly amount: number;
  readonly state: 'begun' | 'paid' | 'failed' | 'expired';
  readonly goTo: string | null;
  /** The gateway's own number of the payment. */
  readonly number: string | null;
  readonly begunAt: Date;
  readonly endsAt: Date;
}

/** What a gateway says about an order, with a right signature. */
export interface Heard {
  readonly reference: string;
  readonly number: string;
  /** Đồng. */
  readonly amount: number;
  readonly isPaid: boolean;
  readonly at: Date;
}

/** Fields of a message as they came. */
export type Fields = Readonly<Record<string, string>>;

/** What we make of a message; each protocol has its own word for it. */
export type Verdict = 'taken' | 'known' | 'no-order' | 'wrong-amount' | 'wrong-signature';

/** Who opens the gateway's page, and where it leads back to. */
export interface Payer {
  readonly address: string;
  readonly lang: Lang;
  readonly returnUrl: string;
}

/** One interface for all gateways: begin, hear, ask, give back. */
export interface Gateway {
  readonly code: string;
  readonly name: Text;
  /**
   * Makes the order known and gives the page where the payer goes on.
   * @throws GatewayAway when the gateway does not answer.
   */
  begin(order: GatewayOrder, payer: Payer): Promise<string>;
  /** Reads what the gateway sent by itself, or has the payer bring back. Null when its signature is wrong. */
  hear(fields: Fields): Heard | null;
  /** What it is answered. */
  answer(verdict: Verdict): Fields;
  /**
   * Asks how an order stands. Null when the gateway knows nothing of a payment.
   * @throws GatewayAway when it does not answer, or not as it should.
   */
  ask(order: GatewayOrder, at: Date): Promise<Heard | null>;
  /**
   * Has money given back to who paid. False when the gateway will not.
   * @throws GatewayAway when it does not answer, or not as it should.
   */
  giveBack(order: GatewayOrder, back: Back): Promise<boolean>;
}

/** What is given back, by whose decision. */
export interface Back {
  readonly id: string;
  readonly amount: number;
  readonly by: string;
  readonly at: Date;
}

/** A gateway did not answer, or not as its protocol says: ask again later. */
export class GatewayAway extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GatewayAway';
  }
}

/** Sends fields to an address of a gateway and gives those that it answers. @throws GatewayAway */
export type CallGateway = (address: string, fields: Fields) => Promise<Fields>;
