import { describe, expect, test } from 'vitest';
import { isRefusal } from '#/platform/refusal.ts';
import type { Jobs } from '#/platform/jobs/index.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import {
  openTreasury,
  treasuryOpenedAt as at,
  type Treasury,
} from '../../../../test/payment/treasury.ts';
import { matchMoney } from '../reconcile/match-money.ts';
import { listOpenArrivals } from '../store/arrivals.ts';
import { importStatement } from './import-statement.ts';
import { matchNext } from './match-entries.ts';
import { readStatement } from './read-statement.ts';
import { referencesIn } from './references.ts';
import { StatementFault } from './statement.ts';

const bytes = (file: string) => new TextEncoder().encode(file);

const mt940 = [
  ':20:STMT1',
  ':25:1000000009',
  ':28C:1/1',
  ':60F:C260713VND1000000,',
  ':61:2607140714C8000,NTRFNONREF//FT26195001',
  ':86:MBVCB.4711.LP7K2M9QX4TB',
  '.CT tu 0123456789',
  ':61:2607140714D5000,00NTRFPHI//FT26195002',
  ':86:Phi dich vu',
  ':62F:C260714VND1003000,',
  '-',
].join('\r\n');

const camt = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Ntry><Amt Ccy="VND">8000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-07-14</Dt></BookgDt><AcctSvcrRef>FT26195001</AcctSvcrRef>
<NtryDtls><TxDtls><RmtInf><Ustrd>LP7K2M9QX4TB</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="VND">5000</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><DtTm>2026-07-14T10:00:00+07:00</DtTm></BookgDt><AcctSvcrRef>FT26195002</AcctSvcrRef></Ntry>
<Ntry><Amt Ccy="VND">9</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>
</Stmt></BkToCstmrStmt></Document>`;

const table = `Ngày giao dịch;Ghi nợ;Ghi có;Mã giao dịch;Nội dung
14/07/2026;;8.000;FT26195001;"LP7K2M9QX4TB; nop phi"
14/07/2026 10:00;5.000;;FT26195002;Phí dịch vụ
`;

describe('a statement', () => {
  test.each([
    ['mt940', mt940],
    ['camt053', camt],
    ['csv', table],
  ])('in the format %s tells the same', (format, file) => {
    const read = readStatement(bytes(file));
    expect(read.format).toBe(format);
    const same = { bookedOn: '2026-07-14', details: expect.any(String) as string };
    expect(read.lines).toEqual([
      { ...same, reference: 'FT26195001', amount: 8_000 },
      { ...same, reference: 'FT26195002', amount: -5_000 },
    ]);
    expect(referencesIn(read.lines[0]!.details)).toEqual(['LP7K2M9QX4TB']);
  });

  test.each([
    ['an entity', camt.replace('<Document', '<!DOCTYPE a [<!ENTITY x "y">]><Document'), 'XML'],
    ['foreign money', camt.replace('Ccy="VND">8000.00', 'Ccy="USD">8000.00'), 'Line 3'],
    ['parts of a đồng', mt940.replace('C8000,', 'C8000,50'), 'Line 5'],
    ['a day that is none', table.replace('14/07/2026;;', '31/02/2026;;'), 'Line 2'],
    ['no names of columns', 'a;b\n1;2', 'column'],
    ['nothing', '', 'column'],
  ])('with %s is refused as a whole', (_what, file, words) => {
    expect(() => readStatement(bytes(file))).toThrow(StatementFault);
    expect(() => readStatement(bytes(file))).toThrow(words);
  });

  test('without numbers of its own keeps two alike transfers apart, the same in every file', () => {
    const lines = 'Ngày,Số tiền,Nội dung\n14/07/2026,8000,x\n14/07/2026,8000,x\n';
    const numbers = () => readStatement(bytes(lines)).lines.map(({ reference }) => reference);
    expect(new Set(numbers()).size).toBe(2);
    expect(numbers()).toEqual(numbers());
  });
});

test.each([
  ['MBVCB.1234.LP7K2M9QX4TB.CT tu 0123', 'LP7K2M9QX4TB'],
  ['lp 7k2m 9qx4 tb nguyen van a', 'LP7K2M9QX4TB'],
  ['NOP LP/LP7K2M9QX4TB', 'LP7K2M9QX4TB'],
  ['LPO7K2M9QX4T chuyen tien', 'LP07K2M9QX4T'],
])('the reference is found in "%s"', (details, reference) => {
  expect(referencesIn(details)).toContain(reference);
});

const database = testDatabase('payment');
const jobs: Jobs = { enqueue: async () => undefined };

async function bring(treasury: Treasury, lines: readonly (readonly [number, string, string])[]) {
  const rows = lines.map(([amount, number, words]) => `14/07/2026,${amount},${number},${words}`);
  const file = ['Ngày,Ghi có,Mã giao dịch,Nội dung', ...rows].join('\n');
  const imported = await database().transaction((tx) =>
    importStatement(tx, jobs, treasury.clerk, {
      unitId: treasury.unitId,
      source: 'bank',
      name: 'sao-ke.csv',
      bytes: bytes(file),
    }),
  );
  while (await database().transaction((tx) => matchNext(tx, at)));
  if (isRefusal(imported)) throw new Error(imported.refused);
  return imported.fresh;
}

test('a transfer with its reference in noise pays; brought again, or in another file, it pays nothing more', async () => {
  const treasury = await openTreasury(database());
  const demand = await treasury.demand(8_000);
  const line = [8_000, 'FT1', `MBVCB.1.${demand.reference} nop phi`] as const;
  expect(await bring(treasury, [line])).toBe(1);
  expect(await treasury.stateOf(demand)).toBe('paid');
  expect(await bring(treasury, [line])).toBe(0);
  expect(await bring(treasury, [line, [1_000, 'FT2', 'khac']])).toBe(1);
  expect(await treasury.balance('bank')).toBe(9_000);
  expect(await treasury.held()).toBe(1_000);
});

test('two transfers that are too little pay together, and what is too much stays for people to decide', async () => {
  const treasury = await openTreasury(database());
  const demand = await treasury.demand(8_000);
  await bring(treasury, [[5_000, 'FT1', demand.reference]]);
  expect(await treasury.stateOf(demand)).toBe('open');
  await bring(treasury, [[4_000, 'FT2', demand.reference]]);
  expect(await treasury.stateOf(demand)).toBe('paid');
  expect(await treasury.held()).toBe(1_000);
  expect(await treasury.balance('suspense')).toBe(-1_000);
});

test('money for nobody is matched by a person, and pays then', async () => {
  const treasury = await openTreasury(database());
  const demand = await treasury.demand(8_000);
  await bring(treasury, [[8_000, 'FT1', 'nop phi ho tich']]);
  const [open] = await database().transaction((tx) => listOpenArrivals(tx, [treasury.unitId], 10));
  expect(open).toMatchObject({ left: 8_000, demandReference: null });
  const matched = await database().transaction((tx) =>
    matchMoney(tx, treasury.clerk, { arrivalId: open!.id, reference: demand.reference }),
  );
  expect(matched).toEqual({ isPaid: true });
  expect(await treasury.stateOf(demand)).toBe('paid');
  expect(await treasury.held()).toBe(0);
});
