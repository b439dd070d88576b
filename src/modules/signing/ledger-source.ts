import { append, type Source, type SourceRow } from '#/modules/ledger/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { hasRole } from '#/platform/http/index.ts';
import { listCeremoniesAfter, type Ceremony } from './store/ceremonies.ts';

const kind = 'ceremony';
const nobody = '00000000-0000-0000-0000-000000000000';

/** Writes into the public ledger that a key was put to use or taken back. */
export async function logCeremony(tx: Tx, ceremony: Ceremony): Promise<void> {
  await append(tx, { kind, ...toRow(ceremony) });
}

/** Ceremonies of keys, for the ledger to compare with its leaves; opened for administrators. */
export const ceremonySource: Source = {
  kind,
  async listRows(tx, after, limit) {
    const from = { certificateId: after?.subject ?? nobody, n: after?.n ?? 0 };
    return (await listCeremoniesAfter(tx, from, limit)).map(toRow);
  },
  async findOwnRow(tx, actor, { subject, n }) {
    if (!hasRole(actor, 'QUAN_TRI')) return undefined;
    const [found] = await listCeremoniesAfter(tx, { certificateId: subject, n: n - 1 }, 1);
    return found?.certificateId === subject && found.n === n ? toRow(found) : undefined;
  },
};

function toRow(ceremony: Ceremony): SourceRow {
  const { certificateId: subject, n, recordedAt: at } = ceremony;
  return { subject, n, at, facts: { verb: ceremony.kind }, document: { ...ceremony } };
}
