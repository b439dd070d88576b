import type { Tx } from '#/platform/db/index.ts';
import type { ReadRecord } from './read-record.ts';
import { listReads } from './store/reads.ts';

const perPage = 20;

/** One page of a list, counted from 1. */
export interface ReadsPage {
  readonly reads: readonly ReadRecord[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** Who else opened a person's data, the latest first. A page that does not exist is empty. */
export async function listReadsOf(
  tx: Tx,
  personId: string,
  page: number,
  now: Date,
): Promise<ReadsPage> {
  const { reads, total } = await listReads(tx, personId, {
    limit: perPage,
    offset: (page - 1) * perPage,
    now,
  });
  return { reads, page, total, pages: Math.max(1, Math.ceil(total / perPage)) };
}
