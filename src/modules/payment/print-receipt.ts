import { fullPlaceName } from '#/modules/agency/index.ts';
import { letterDate, requestPrint } from '#/modules/document/index.ts';
import { getPerson, type Address } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { dayOf, type Day } from '#/values/day.ts';
import { formatDong } from '#/values/money.ts';
import type { Demand } from './demand.ts';
import type { Receipt } from './receipt.ts';
import type { Payment } from './store/demands.ts';

/** Has a receipt printed for the payer (Mẫu số 01BLP2-001, Decree 123/2020/NĐ-CP); it lies with the letters of the dossier. */
export async function printReceipt(
  tx: Tx,
  actor: Actor,
  { dossierId, payerPersonId }: Pick<Demand, 'dossierId' | 'payerPersonId'>,
  { method }: Pick<Payment, 'method'>,
  receipt: Receipt,
): Promise<void> {
  const payer = await getPerson(tx, payerPersonId);
  const on = dayOf(receipt.issuedAt);
  const serial = String(receipt.number).padStart(7, '0');
  await requestPrint(tx, actor, {
    owner: dossierId,
    kind: 'BLP2',
    data: {
      head: { office: receipt.agencyName, number: `${receipt.series} số ${serial}` },
      taxCode: receipt.agencyTaxCode ?? '',
      series: receipt.series,
      serial,
      payer: {
        name: receipt.payerName,
        taxCode: receipt.payerTaxCode ?? '',
        address: await addressLine(tx, payer.address, on),
      },
      lines: receipt.lines.map(({ label, quantity, amount }) => ({
        name: label.vi,
        quantity,
        amount: formatDong(amount),
        sum: formatDong(amount * quantity),
      })),
      total: formatDong(receipt.amount),
      totalInWords: receipt.amountWords,
      method: methodWords[method],
      issuedOn: letterDate(on),
      collectedBy: actor.name,
      lookupCode: receipt.lookupCode,
    },
  });
}

const methodWords = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  gateway: 'Thanh toán trực tuyến',
} as const;

async function addressLine(tx: Tx, address: Address | null, on: Day): Promise<string> {
  if (address === null) return '';
  return [address.detail, await fullPlaceName(tx, address.commune, on)].filter(Boolean).join(', ');
}
