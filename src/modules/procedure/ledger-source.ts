import { append, type Source, type SourceRow } from '#/modules/ledger/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { hashArtefacts } from './artefacts.ts';
import {
  findPublished,
  findVersion,
  getArtefacts,
  listPublished,
  type PublishedRow,
} from './store.ts';

const kind = 'procedure';

/** Writes into the public ledger that a version was published. What is law is public: its hash stands in the leaf. */
export async function logVersion(tx: Tx, versionId: string): Promise<void> {
  const { procedureId, no } = (await findVersion(tx, versionId))!;
  await append(tx, { kind, ...(await toRow(tx, (await findPublished(tx, procedureId, no))!)) });
}

/** Published versions, for the ledger to compare with its leaves. Anybody may read all of them. */
export const versionSource: Source = {
  kind,
  async listRows(tx, after, limit) {
    const { subject, n } = after ?? { subject: '00000000-0000-0000-0000-000000000000', n: 0 };
    const rows: SourceRow[] = [];
    for (const row of await listPublished(tx, { procedureId: subject, no: n }, limit))
      rows.push(await toRow(tx, row));
    return rows;
  },
  async findOwnRow(tx, _actor, { subject, n }) {
    const row = await findPublished(tx, subject, n);
    return row && toRow(tx, row);
  },
};

async function toRow(tx: Tx, row: PublishedRow): Promise<SourceRow> {
  const sha256 = await getArtefacts(tx, row.id).then(hashArtefacts, () => 'incomplete');
  const { slug: procedure, no, procedureId: subject, publishedAt: at } = row;
  return {
    subject,
    n: no,
    at,
    facts: { verb: 'publish', procedure, version: no, sha256, from: row.effectiveFrom },
    document: { ...row, artefacts: sha256 },
  };
}
