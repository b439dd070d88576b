import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { formatDong } from '#/values/money.ts';
import { mayCollect } from './access.ts';
import { mayBecome, type Demand } from './demand.ts';
import type { Receipt } from './receipt.ts';
import { concludePayment } from './receive-money.ts';
import { findBankArrival } from './store/arrivals.ts';
import {
  getReceiptOf,
  insertPayment,
  lockBankReference,
  lockDemand,
  type Payment,
} from './store/demands.ts';

export interface MoneyReceived {
  readonly demandId: string;
  readonly method: 'cash' | 'transfer';
  readonly amount: number;
  /** The bank's own number of a transfer. */
  readonly bankReference?: string | undefined;
}

/**
 * Records money that came in for a demand, issues its receipt and has that printed. The same bank reference for the same demand gives
 * the first receipt again.
 */
export async function recordPayment(
  tx: Tx,
  actor: Actor,
  money: MoneyReceived,
): Promise<Receipt | Refusal> {
  // Before the demand, as when a bank tells of money: whoever locks both does it in this order.
  const known =
    money.bankReference === undefined
      ? undefined
      : await lockBankReference(tx, money.bankReference);
  const demand = await lockDemand(tx, money.demandId);
  if (!demand) return refuse('payment.no-demand');
  if (!mayCollect(actor, demand.unitId)) return refuse('payment.not-collector');
  if (money.bankReference !== undefined) {
    if (known)
      return known.demandId === demand.id
        ? getReceiptOf(tx, known.id)
        : refuse('payment.bank-reference-used');
    if (await findBankArrival(tx, demand.unitId, money.bankReference))
      return refuse('payment.bank-reference-told');
  }
  return refusalOf(demand, money.amount) ?? receive(tx, actor, demand, money);
}

function refusalOf(demand: Demand, amount: number): Refusal | undefined {
  if (demand.state === 'paid') return refuse('payment.already-paid');
  if (!mayBecome(demand.state, 'paid')) return refuse('payment.closed');
  if (amount === demand.total) return undefined;
  return refuse('payment.wrong-amount', {
    expected: formatDong(demand.total),
    given: formatDong(amount),
  });
}

async function receive(
  tx: Tx,
  actor: Actor,
  demand: Demand,
  money: MoneyReceived,
): Promise<Receipt> {
  const payment: Payment = {
    id: newId(),
    demandId: demand.id,
    method: money.method,
    amount: money.amount,
    bankReference: money.bankReference ?? null,
    adjusts: null,
  };
  await insertPayment(tx, payment, actor.at, actor.accountId);
  return concludePayment(tx, actor, demand, payment, money.method);
}
