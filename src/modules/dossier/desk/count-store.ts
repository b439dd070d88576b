import { sql, type RawBuilder } from 'kysely';
import { mayReprint } from '#/modules/document/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { deadlineCondition } from './condition-store.ts';
import { queueKeys, queueOf, type QueueKey } from './queues.ts';
import { escalated } from './escalated-store.ts';
import type { Scope } from './scope.ts';
import { posts } from './work-store.ts';

/** How many rows a queue has. */
export interface QueueCount {
  readonly count: number;
  /** How many of them are overdue. */
  readonly late: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
}

/** So many steps of each post are counted, the most urgent first; lists of other kinds stop there too. */
export const mostCounted = 300;

/** What tells whether a dossier is late. */
const clock = sql`d.ended_at, d.paused_at, d.due_at, d.accept_due_at`;

const countedKeys = queueKeys.filter((key) => queueOf(key).source !== 'units');

interface Counted {
  readonly key: QueueKey;
  readonly count: number;
  readonly late: number;
  readonly isMore: boolean;
}

/**
 * The counts of all standard queues in one statement. Papers that failed count only for who can have
 * them printed again. The steps of the official's posts are read once, at most
 * `mostCounted` of each post, so that it costs the same with a million dossiers. "All of the unit" is not counted.
 */
export async function countQueues(tx: Tx, scope: Scope): Promise<Map<QueueKey, QueueCount>> {
  const { rows } = await sql<Counted>`
    with work as materialized (
      select d.state, t.place, ${clock},
             exists (select from dossier.badge b where b.dossier_id = d.id) as has_news
        from ${posts(scope)} cross join lateral (
          select t.subject, row_number() over () as place from (
            select t.subject from process.token t where t.kind = 1 and t.unit_id = p.unit_id and t.role = p.role
             order by t.due_at limit ${mostCounted}) t) t
        join dossier.dossier d on d.id = t.subject),
    mine as materialized (
      select ${clock} from (
        select t.subject from process.token t
         where t.kind = 1 and t.assignee = ${scope.accountId} and not t.suspended
         order by t.due_at limit ${mostCounted}) t
        join dossier.dossier d on d.id = t.subject and d.unit_ids && ${scope.unitIds}::uuid[]),
    proposed as materialized (
      select ${clock} from dossier.supplement s join dossier.dossier d on d.id = s.dossier_id
       where s.sent_at is null and s.closed_at is null and d.unit_ids && ${scope.unitIds}::uuid[] limit ${mostCounted}),
    escalated as materialized (
      select ${clock} from dossier.dossier d
       where d.id in (${escalated(scope)}) and d.unit_ids && ${scope.unitIds}::uuid[] limit ${mostCounted}),
    failed as materialized (
      select ${clock} from (select distinct i.owner from document.issued i where i.state = 'failed' and ${mayReprint(scope)}) i
        join dossier.dossier d on d.id = i.owner and d.unit_ids && ${scope.unitIds}::uuid[] limit ${mostCounted}),
    withdrawn as materialized (
      select d.id from dossier.badge b join dossier.dossier d on d.id = b.dossier_id
       where b.event = 'withdrawn' and d.unit_ids && ${scope.unitIds}::uuid[] limit ${mostCounted})
    ${sql.join(
      countedKeys.map((key) => counted(key, scope.now)),
      sql` union all `,
    )}`.execute(tx);
  return new Map(rows.map(({ key, ...count }) => [key, count]));
}

function counted(key: QueueKey, now: Date): RawBuilder<unknown> {
  const { source, states, deadline } = queueOf(key);
  const late = sql`count(*) filter (where ${deadlineCondition('late', now)})`;
  const isCut = sql`(select coalesce(max(place), 0) >= ${mostCounted} from work)`;
  switch (source) {
    case 'posts': {
      const wanted = [
        ...(states ? [sql`d.state = any(${states}::text[])`] : []),
        ...(deadline ? [deadlineCondition(deadline, now)] : []),
      ];
      return sql`select ${key}::text as key, count(*) as count, ${late} as late, ${isCut} as "isMore"
        from work d where ${sql.join(wanted, sql` and `)}`;
    }
    case 'news':
      return sql`select ${key}::text as key, (select count(*) from work where has_news) + (select count(*) from withdrawn) as count,
        0::bigint as late, ${isCut} as "isMore"`;
    case 'mine':
    case 'failed':
    case 'proposed':
    case 'escalated':
      return sql`select ${key}::text as key, count(*) as count, ${late} as late, count(*) >= ${mostCounted} as "isMore"
        from ${sql.raw(source)} d`;
    case 'units':
      throw new Error(`${key} is not counted`);
  }
}
