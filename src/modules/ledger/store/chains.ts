import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** The last leaf of a subject. */
export interface ChainEnd {
  readonly kind: string;
  readonly subject: string;
  readonly caseId: Buffer;
  readonly body: Buffer;
}

/** The last leaves of subjects, as far as they have any. */
export async function listChainEnds(
  tx: Tx,
  subjects: readonly Pick<ChainEnd, 'kind' | 'subject'>[],
): Promise<ChainEnd[]> {
  const { rows } = await sql<ChainEnd>`/* prepared */
    select s.kind, s.subject, l.case_id as "caseId", l.body
      from (select distinct kind, subject
              from unnest(${subjects.map(({ kind }) => kind)}::text[],
                          ${subjects.map(({ subject }) => subject)}::uuid[]) as all_subjects (kind, subject)) s
     cross join lateral (
       select idx from ledger.opening o
        where o.kind = s.kind and o.subject = s.subject order by o.n desc, o.idx desc limit 1) last
      join ledger.leaf l on l.idx = last.idx`.execute(tx);
  return rows;
}
