import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import { newId } from '#/values/id.ts';

/** Something that the national identity tells otherwise than we do. */
export interface Difference {
  readonly field: 'full-name' | 'born-on';
  readonly ours: string | null;
  readonly theirs: string;
}

const sealedDifference = sealedColumn<Pick<Difference, 'ours' | 'theirs'>>({
  table: 'identity.national_difference',
  column: 'sealed',
  key: ['id'],
  subject: 't.person_id',
  gone: { ours: null, theirs: '(đã xóa)' },
});

/** Keeps what was known before. */
export async function insertDifference(
  tx: Tx,
  personId: string,
  { field, ours, theirs }: Difference,
  at: Date,
): Promise<void> {
  const id = newId();
  const sealed = await sealedDifference.seal(tx, personId, id, { ours, theirs });
  await sql`insert into identity.national_difference (id, person_id, field, sealed, at)
    values (${id}, ${personId}, ${field}, ${sealed}, ${at})`.execute(tx);
}
