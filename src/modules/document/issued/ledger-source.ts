import { append, type Source, type SourceRow } from '#/modules/ledger/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { OwnerGate } from '../papers/owner-gate.ts';
import { matterOf } from './matter-of.ts';
import { text, type Text } from '#/values/text.ts';
import { forms } from '../forms/index.ts';
import { findPrinted, listPrinted, type PrintedRow } from '../store/issued.ts';

const kind = 'document';

/** What issued papers are called, by kind. */
export const issuedNames: Readonly<Record<string, Text>> = {
  RESULT: text('Kết quả giải quyết', 'Result'),
  RECEIVED: text('Giấy tờ của cơ quan liên thông', 'Paper of a joined authority'),
  ...Object.fromEntries(Object.entries(forms).map(([code, { name }]) => [code, name])),
};

/** Writes into the public ledger that a paper was issued; its own leaf, since papers are shown alone. */
export async function logIssued(tx: Tx, row: PrintedRow): Promise<void> {
  if (row.kind !== 'DRAFT') await append(tx, { kind, ...toRow(row) });
}

/** Issued papers, for the ledger to compare with its leaves and to open for whom they concern. */
export function issuedSource(ownerGate: OwnerGate): Source {
  return {
    kind,
    listRows: async (tx, after, limit) =>
      (await listPrinted(tx, after?.subject ?? '00000000-0000-0000-0000-000000000000', limit)).map(
        toRow,
      ),
    async findOwnRow(tx, actor, { subject, n }) {
      const row = n === 1 ? await findPrinted(tx, subject) : undefined;
      if (!row) return undefined;
      const may = await ownerGate(tx, actor, row.owner, matterOf(row.kind));
      return may === null ? undefined : toRow(row);
    },
  };
}

function toRow(row: PrintedRow): SourceRow {
  return {
    subject: row.id,
    n: 1,
    at: row.printed_at,
    facts: { verb: 'issue', document: row.kind },
    document: row,
  };
}
