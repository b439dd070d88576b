import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { formatDong } from '#/values/money.ts';
import { mayCollect } from './access.ts';
import { mayBecome, type Demand } from './demand.ts';
import { printReceipt } from './print-receipt.ts';
import { issueReceipt, type Receipt } from './receipt.ts';
import { settle } from './settle.ts';
import {
  getReceiptOf,
  insertPayment,
  lockBankReference,
  lockDemand,
  type Payment,
} from './store.ts';

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
  const demand = await lockDemand(tx, money.demandId);
  if (!demand) return refuse('payment.no-demand');
  if (!mayCollect(actor, demand.unitId)) return refuse('payment.not-collector');
  if (money.bankReference !== undefined) {
    const known = await lockBankReference(tx, money.bankReference);
    if (known)
      return known.demandId === demand.id
        ? getReceiptOf(tx, known.id)
        : refuse('payment.bank-reference-used');
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
  const receipt = await issueReceipt(tx, demand, payment, actor.at);
  await printReceipt(tx, actor, demand, payment, receipt);
  await settle(tx, actor, demand, { state: 'paid', ground: null });
  return receipt;
}
