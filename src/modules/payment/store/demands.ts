import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import type { Collector } from '../collector.ts';
import type { Demand, DemandState, PayableDemand } from '../demand.ts';
import type { Receipt } from '../receipt.ts';

/** Writes how a unit collects, over what stood there. */
export async function upsertCollector(tx: Tx, collector: Collector): Promise<void> {
  const { unitId, agencyName, taxCode, series, bankBin, bankName, account, accountHolder } =
    collector;
  await sql`
    insert into payment.collector
      (unit_id, agency_name, tax_code, series, bank_bin, bank_name, account, account_holder)
    values (${unitId}, ${agencyName}, ${taxCode}, ${series}, ${bankBin}, ${bankName}, ${account}, ${accountHolder})
    on conflict (unit_id) do update set
      agency_name = excluded.agency_name, tax_code = excluded.tax_code, series = excluded.series,
      bank_bin = excluded.bank_bin, bank_name = excluded.bank_name,
      account = excluded.account, account_holder = excluded.account_holder`.execute(tx);
}

/** How all units collect. */
export async function listCollectors(tx: Tx): Promise<Collector[]> {
  const { rows } = await sql<Collector>`
    select unit_id as "unitId", agency_name as "agencyName", tax_code as "taxCode", series, bank_bin as "bankBin",
           bank_name as "bankName", account, account_holder as "accountHolder"
      from payment.collector order by agency_name`.execute(tx);
  return rows;
}

/** How a unit collects, if it does. */
export async function findCollector(tx: Tx, unitId: string): Promise<Collector | undefined> {
  return (await listCollectors(tx)).find((collector) => collector.unitId === unitId);
}

/** Writes a new demand. */
export async function insertDemand(tx: Tx, demand: Demand, accountId: string): Promise<void> {
  await sql`
    insert into payment.demand
      (id, dossier_id, payer_person_id, unit_id, lines, total, state, reference, demanded_at, demanded_by)
    values (${demand.id}, ${demand.dossierId}, ${demand.payerPersonId}, ${demand.unitId},
            ${JSON.stringify(demand.lines)}, ${demand.total}, ${demand.state}, ${demand.reference},
            ${demand.demandedAt}, ${accountId})`.execute(tx);
}

const columns = sql`
  d.id, d.dossier_id as "dossierId", d.payer_person_id as "payerPersonId", d.unit_id as "unitId", d.lines, d.total,
  d.state, d.reference, d.ground, d.demanded_at as "demandedAt", d.closed_at as "closedAt"`;

/** A demand with who collects it, if it is shown to whoever asks. */
export async function findPayable(tx: Tx, id: string): Promise<PayableDemand | undefined> {
  return (await payables(tx, sql`d.id = ${id}`))[0];
}

/** All demands of a dossier with those who collect them, the oldest first. */
export function listDemands(tx: Tx, dossierId: string): Promise<PayableDemand[]> {
  return payables(tx, sql`d.dossier_id = ${dossierId}`);
}

async function payables(tx: Tx, which: RawBuilder<unknown>): Promise<PayableDemand[]> {
  const { rows } = await sql<PayableDemand>`
    select ${columns}, jsonb_build_object(
             'unitId', c.unit_id, 'agencyName', c.agency_name, 'taxCode', c.tax_code, 'series', c.series,
             'bankBin', c.bank_bin, 'bankName', c.bank_name, 'account', c.account,
             'accountHolder', c.account_holder) as collector,
           case when d.state <> 'open' then 0 else coalesce((
             select sum(a.amount - coalesce((select sum(l.amount) from payment.allotment l where l.arrival_id = a.id), 0))
               from payment.arrival a where a.demand_id = d.id), 0)::bigint end as held
      from payment.demand d
      join payment.collector c using (unit_id)
     where ${which} order by d.id`.execute(tx);
  return rows;
}

/** A demand, locked together with the other demands of its dossier. */
export async function lockDemand(tx: Tx, id: string): Promise<Demand | undefined> {
  const { rows } = await sql<{ dossierId: string }>`
    select dossier_id as "dossierId" from payment.demand where id = ${id}`.execute(tx);
  if (!rows[0]) return undefined;
  return (await lockDemandsOf(tx, rows[0].dossierId)).find((demand) => demand.id === id);
}

/** The demands of a unit that a payer may have meant. */
export async function findByReferences(
  tx: Tx,
  { unitId, references }: { readonly unitId: string; readonly references: readonly string[] },
): Promise<Pick<Demand, 'id' | 'state' | 'total'>[]> {
  const { rows } = await sql<
    Pick<Demand, 'id' | 'state' | 'total'>
  >`/* beyond: whoever pays names the demand, and officials of the unit match it */
    select id, state, total from payment.demand
     where unit_id = ${unitId} and reference = any (${references}::text[]) order by id`.execute(tx);
  return rows;
}

/** A demand, locked, whoever asks. */
export async function lockDemandBeyond(tx: Tx, id: string): Promise<Demand | undefined> {
  const { rows } =
    await sql<Demand>`/* beyond: leaders decide about money of dossiers that they do not handle */
    select ${columns} from payment.demand d where d.id = ${id} for update`.execute(tx);
  return rows[0];
}

/**
 * All demands of a dossier, locked in one order: of two payments that each settle one of the last two demands, the
 * second waits and then sees that it settles the dossier.
 */
export async function lockDemandsOf(tx: Tx, dossierId: string): Promise<Demand[]> {
  const { rows } = await sql<Demand>`
    select ${columns} from payment.demand d where d.dossier_id = ${dossierId} order by d.id for update`.execute(
    tx,
  );
  return rows;
}

/** Ends or refunds a demand. */
export async function updateDemandState(
  tx: Tx,
  id: string,
  change: { state: DemandState; ground: string | null; at: Date; accountId: string },
): Promise<void> {
  await sql`/* beyond: leaders decide about money of dossiers that they do not handle */
    update payment.demand
       set state = ${change.state}, ground = ${change.ground}, closed_at = ${change.at}, closed_by = ${change.accountId}
     where id = ${id}`.execute(tx);
}

/** How many demands of a dossier are open. */
export async function countOpen(tx: Tx, dossierId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from payment.demand where dossier_id = ${dossierId} and state = 'open'`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Money received, or with `adjusts` given back. */
export interface Payment {
  readonly id: string;
  readonly demandId: string;
  readonly method: 'cash' | 'transfer' | 'gateway';
  readonly amount: number;
  readonly bankReference: string | null;
  readonly adjusts: string | null;
}

/** Writes a payment or an adjusting row. */
export async function insertPayment(
  tx: Tx,
  payment: Payment,
  at: Date,
  accountId: string,
): Promise<void> {
  const { id, demandId, method, amount, bankReference, adjusts } = payment;
  await sql`/* beyond: leaders decide about money of dossiers that they do not handle */
    insert into payment.payment (id, demand_id, method, amount, bank_reference, adjusts, at, recorded_by)
    values (${id}, ${demandId}, ${method}, ${amount}, ${bankReference}, ${adjusts}, ${at}, ${accountId})`.execute(
    tx,
  );
}

/** The payment that carries a bank's reference. Until the end of the transaction nobody else can record it. */
export async function lockBankReference(
  tx: Tx,
  bankReference: string,
): Promise<Payment | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payment ${bankReference}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<Payment>`/* beyond: money is booked once */
    select ${paymentColumns} from payment.payment where bank_reference = ${bankReference}`.execute(
    tx,
  );
  return rows[0];
}

/**
 * Whether somebody recorded this transfer to the unit by hand, before the bank told of it. Until the end of the
 * transaction nobody else can.
 */
export async function lockRecordedByHand(
  tx: Tx,
  { unitId, reference }: { readonly unitId: string; readonly reference: string },
): Promise<boolean> {
  const payment = await lockBankReference(tx, reference);
  if (!payment) return false;
  const { rows } = await sql<{ unitId: string }>`/* beyond: money is booked once */
    select unit_id as "unitId" from payment.demand where id = ${payment.demandId}`.execute(tx);
  return rows[0]?.unitId === unitId;
}

/** The payment of a paid demand. @throws Error when there is none. */
export async function getPaymentOf(tx: Tx, demandId: string): Promise<Payment> {
  const { rows } =
    await sql<Payment>`/* beyond: leaders decide about money of dossiers that they do not handle */
    select ${paymentColumns} from payment.payment where demand_id = ${demandId} and adjusts is null`.execute(
      tx,
    );
  if (!rows[0]) throw new Error(`demand ${demandId} has no payment`);
  return rows[0];
}

const paymentColumns = sql`
  id, demand_id as "demandId", method, amount, bank_reference as "bankReference", adjusts`;

/** Who paid, under the payer's key. */
const sealedPayer = sealedColumn<Pick<Receipt, 'payerName' | 'payerTaxCode'>>({
  table: 'payment.receipt',
  column: 'sealed',
  key: ['id'],
  subject: `(select d.payer_person_id from payment.payment p join payment.demand d on d.id = p.demand_id
    where p.id = t.payment_id)`,
  gone: { payerName: '(đã xóa)', payerTaxCode: null },
});

/** Writes a receipt. */
export async function insertReceipt(
  tx: Tx,
  receipt: Receipt,
  payerPersonId: string,
): Promise<void> {
  const { payerName, payerTaxCode } = receipt;
  const payer = { payerName, payerTaxCode };
  const sealed = await sealedPayer.seal(tx, payerPersonId, receipt.id, payer);
  await sql`
    insert into payment.receipt
      (id, payment_id, series, year, number, unit_id, agency_name, agency_tax_code, sealed, lines,
       amount, amount_words, issued_at, lookup_code)
    values (${receipt.id}, ${receipt.paymentId}, ${receipt.series}, ${receipt.year}, ${receipt.number},
            ${receipt.unitId}, ${receipt.agencyName}, ${receipt.agencyTaxCode}, ${sealed},
            ${JSON.stringify(receipt.lines)}, ${receipt.amount}, ${receipt.amountWords},
            ${receipt.issuedAt}, ${receipt.lookupCode})`.execute(tx);
}

const receiptColumns = sql`
  r.id, r.payment_id as "paymentId", r.series, r.year, r.number, r.unit_id as "unitId", r.agency_name as "agencyName",
  r.agency_tax_code as "agencyTaxCode", ${sealedPayer.read('r')}, r.lines,
  r.amount, r.amount_words as "amountWords", r.issued_at as "issuedAt", r.lookup_code as "lookupCode"`;

/** The receipt of a payment. @throws Error when there is none. */
export async function getReceiptOf(tx: Tx, paymentId: string): Promise<Receipt> {
  const { rows } = await sql<Receipt>`
    select ${receiptColumns} from payment.receipt r where r.payment_id = ${paymentId}`.execute(tx);
  if (!rows[0]) throw new Error(`payment ${paymentId} has no receipt`);
  return rows[0];
}

/** The receipts of a dossier, the oldest first. */
export async function listReceipts(tx: Tx, dossierId: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    select ${receiptColumns}
      from payment.receipt r
      join payment.payment p on p.id = r.payment_id
      join payment.demand d on d.id = p.demand_id
     where d.dossier_id = ${dossierId} order by r.id`.execute(tx);
  return rows;
}
