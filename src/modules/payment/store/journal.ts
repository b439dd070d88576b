import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Text } from '#/values/text.ts';
import type { AccountKey, BookedEvent, Entry } from '../book/posting.ts';

/** Head of a posting. */
export interface Journal {
  readonly id: string;
  readonly unitId: string;
  readonly kind: BookedEvent['kind'];
  readonly sourceId: string;
  readonly at: Date;
  readonly accountId: string;
}

/** Writes a posting in one statement: the books are on the way of every payment. */
export async function insertJournal(
  tx: Tx,
  { id, unitId, kind, sourceId, at, accountId }: Journal,
  entries: readonly Entry[],
): Promise<void> {
  await sql`
    with head as (
      insert into payment.journal (id, unit_id, kind, source_id, at, by_account)
      values (${id}, ${unitId}, ${kind}, ${sourceId}, ${at}, ${accountId})
    )
    insert into payment.entry (journal_id, account, amount)
    select ${id}, account, amount
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) t (account text, amount bigint)`.execute(
    tx,
  );
}

/** An account with what was booked on it. */
export interface AccountBalance {
  readonly key: AccountKey;
  readonly code: string;
  readonly name: Text;
  readonly kind: 'asset' | 'liability';
  readonly source: string;
  readonly debit: number;
  readonly credit: number;
}

/** Bảng cân đối: all accounts with the turnover of some units until an instant. */
export async function listBalances(
  tx: Tx,
  { unitIds, until }: { readonly unitIds: readonly string[]; readonly until: Date },
): Promise<AccountBalance[]> {
  const { rows } = await sql<AccountBalance>`
    select a.key, a.code, jsonb_build_object('vi', a.name_vi, 'en', a.name_en) as name, a.kind, a.source,
           coalesce(b.debit, 0)::bigint as debit, coalesce(b.credit, 0)::bigint as credit
      from payment.account a
      left join (
        select e.account, sum(greatest(e.amount, 0)) as debit, sum(greatest(-e.amount, 0)) as credit
          from payment.journal j join payment.entry e on e.journal_id = j.id
         where j.unit_id = any (${unitIds}::uuid[]) and j.at < ${until}
         group by e.account) b on b.account = a.key
     order by a.code`.execute(tx);
  return rows;
}
