import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Hash } from '../merkle/hash.ts';

/** Where the leaves of a subject end. */
export interface Chain {
  readonly kind: string;
  readonly subject: string;
  readonly caseId: Buffer;
  readonly head: Hash;
  readonly n: number;
}

/** The chains of subjects, as far as they have begun. */
export async function listChains(
  tx: Tx,
  subjects: readonly Pick<Chain, 'kind' | 'subject'>[],
): Promise<Chain[]> {
  const { rows } = await sql<Chain>`/* prepared */
    select kind, subject, case_id as "caseId", head, n from ledger.chain
     where (kind, subject) in (
       select * from unnest(${subjects.map(({ kind }) => kind)}::text[],
                            ${subjects.map(({ subject }) => subject)}::uuid[]))`.execute(tx);
  return rows;
}

export async function upsertChains(tx: Tx, chains: readonly Chain[]): Promise<void> {
  await sql`/* prepared */
    insert into ledger.chain as chain (kind, subject, case_id, head, n)
    select * from unnest(
      ${chains.map(({ kind }) => kind)}::text[], ${chains.map(({ subject }) => subject)}::uuid[],
      ${chains.map(({ caseId }) => caseId)}::bytea[], ${chains.map(({ head }) => head)}::bytea[],
      ${chains.map(({ n }) => n)}::int[])
    on conflict (kind, subject) do update set head = excluded.head, n = excluded.n`.execute(tx);
}

/** Forgets which case a subject was. Returns its number in the log. */
export async function deleteChain(
  tx: Tx,
  kind: string,
  subject: string,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ case_id: Buffer }>`
    delete from ledger.chain where kind = ${kind} and subject = ${subject} returning case_id`.execute(
    tx,
  );
  return rows[0]?.case_id;
}
