import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Kind } from '../event.ts';

/** A message of either direction, as an administrator sees it: what it says stays closed. */
export interface ListedMessage {
  readonly way: 'out' | 'in';
  readonly id: string;
  readonly address: string;
  /** Number of the part; null for a part that is not opened yet. */
  readonly leg: string | null;
  readonly part: string | null;
  readonly number: number;
  readonly kind: Kind;
  readonly state: 'waiting' | 'failed' | 'sent' | 'dead' | 'applied' | 'refused';
  readonly attempts: number;
  readonly fault: string | null;
  readonly at: Date;
  readonly nextAt: Date | null;
}

/** Messages, the latest first; only those that are not done with, when asked so. */
export async function listMessages(
  tx: Tx,
  page: { readonly isOpenOnly: boolean; readonly offset: number; readonly limit: number },
): Promise<ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`
    select * from (
      select 'out' as way, m.id::text, leg.address, leg.number as leg, leg.part, m.number, m.kind,
             case when m.state = 'waiting' and m.fault is not null then 'failed' else m.state end as state,
             m.attempts, m.fault, m.created_at as at, case when m.state = 'waiting' then m.next_at end as "nextAt"
        from exchange.outgoing m join exchange.leg leg on leg.id = m.leg_id
       where not ${page.isOpenOnly} or m.state <> 'sent'
      union all
      select 'in', m.id::text, m.address, leg.number, leg.part, m.number, m.kind, m.state, 0, m.fault, m.received_at, null
        from exchange.incoming m left join exchange.leg leg on leg.id = m.leg_id and leg.address = m.address
       where not ${page.isOpenOnly} or m.state <> 'applied') message
    order by at desc, id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}

/** How many messages need somebody: dead, or refused when their turn came. */
export async function countStuck(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from exchange.outgoing where state = 'dead')
         + (select count(*) from exchange.incoming where state = 'refused') as n`.execute(tx);
  return Number(rows[0]!.n);
}
