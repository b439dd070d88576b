import type { Tx } from '#/platform/db/index.ts';
import { getPerson } from '#/modules/identity/index.ts';
import { nextNumber } from '#/modules/registry/index.ts';
import { dayOf, partsOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { dongInWords } from '#/values/money.ts';
import type { Demand, FeeLine } from './demand.ts';
import { randomCode } from './random-code.ts';
import { findCollector, insertReceipt, type Payment } from './store/demands.ts';

/** Biên lai thu phí, lệ phí as issued (Decree 123/2020/NĐ-CP): nothing in it changes later. */
export interface Receipt {
  readonly id: string;
  readonly paymentId: string;
  /** Ký hiệu. */
  readonly series: string;
  /** Numbers begin anew each year. */
  readonly year: number;
  /** Số. */
  readonly number: number;
  readonly unitId: string;
  readonly agencyName: string;
  readonly agencyTaxCode: string | null;
  readonly payerName: string;
  readonly payerTaxCode: string | null;
  readonly lines: readonly FeeLine[];
  readonly amount: number;
  /** Bằng chữ. */
  readonly amountWords: string;
  readonly issuedAt: Date;
  /** Mã tra cứu. */
  readonly lookupCode: string;
}

/** Issues the receipt of a payment, with the next number of the collecting unit's series. */
export async function issueReceipt(
  tx: Tx,
  demand: Demand,
  payment: Payment,
  at: Date,
): Promise<Receipt> {
  const collector = await findCollector(tx, demand.unitId);
  if (!collector) throw new Error(`unit ${demand.unitId} has demands but no collector`);
  const payer = await getPerson(tx, demand.payerPersonId);
  const { year } = partsOf(dayOf(at));
  const receipt: Receipt = {
    id: newId(),
    paymentId: payment.id,
    series: collector.series,
    year,
    number: await nextNumber(tx, {
      book: `receipt ${collector.series}`,
      scope: collector.unitId,
      year,
    }),
    unitId: collector.unitId,
    agencyName: collector.agencyName,
    agencyTaxCode: collector.taxCode,
    payerName: payer.organisationName ?? payer.fullName,
    payerTaxCode: payer.taxCode,
    lines: demand.lines,
    amount: demand.total,
    amountWords: dongInWords(demand.total),
    issuedAt: at,
    lookupCode: randomCode(12),
  };
  await insertReceipt(tx, receipt, demand.payerPersonId);
  return receipt;
}
