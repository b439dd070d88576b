import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import { newId } from '#/values/id.ts';

/** Something that the national identity, or a card at the counter, tells otherwise than we do. */
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

/** Keeps what was known before; `by` is the official who saw the card, null when the national identity told it. */
export async function insertDifference(
  tx: Tx,
  personId: string,
  { field, ours, theirs }: Difference,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  const id = newId();
  const sealed = await sealedDifference.seal(tx, personId, id, { ours, theirs });
  await sql`insert into identity.national_difference (id, person_id, field, sealed, by_account, at)
    values (${id}, ${personId}, ${field}, ${sealed}, ${by}, ${at})`.execute(tx);
}
