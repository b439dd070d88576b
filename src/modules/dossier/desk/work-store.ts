import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { dossierConditions, every, stepConditions } from './condition-store.ts';
import type { DeskFilter } from './filter.ts';
import { after, orderOf } from './order-store.ts';
import type { DeskPage, PageWanted } from './page.ts';
import { queueOf } from './queues.ts';
import { cursorOf, dossierColumns, rest, stepColumns, toRow, type RawRow } from './row-store.ts';
import type { Scope } from './scope.ts';

/**
 * Open steps that an official holds, or that wait in their posts. Each post is read in its own order from
 * process.token (unit_id, role, due_at), or the official's steps from (assignee, due_at), so that it costs what the
 * page and its filter cost, however many dossiers there are.
 */
export async function listWork(
  tx: Tx,
  scope: Scope,
  filter: DeskFilter,
  page: PageWanted,
): Promise<DeskPage> {
  const order = orderOf(filter.sort);
  const direction = sql.raw(order.isDescending ? 'desc' : 'asc');
  const key = sql`(t.subject, t.id)`;
  const conditions = [...stepConditions(filter, scope), ...dossierConditions(filter, scope)];
  if (page.after) conditions.push(after(order, key, page.after));
  const isMine = queueOf(filter.queue).source === 'mine';
  const whose = isMine
    ? sql`t.assignee = ${scope.accountId} and not t.suspended`
    : sql`t.unit_id = p.unit_id and t.role = p.role`;
  const { rows } = await sql<RawRow>`
    select r.*, ${rest} from (
      select w.* from ${isMine ? sql`(values (1)) as p` : posts(scope)} cross join lateral (
        select ${dossierColumns}, ${stepColumns}, ${order.value} as "orderAt"
          from process.token t join dossier.dossier d on d.id = t.subject
         where t.kind = 1 and ${whose} and ${every(conditions)}
         order by ${order.value} ${direction}, t.subject ${direction}, t.id ${direction}
         limit ${page.size + 1}) w
       order by w."orderAt" ${direction}, w.id ${direction}, w.token ${direction} limit ${page.size + 1}) r
     order by r."orderAt" ${direction}, r.id ${direction}, r.token ${direction}`.execute(tx);
  return cut(rows, page.size);
}

/** The official's posts as rows `p`. */
export function posts(scope: Scope) {
  const units = scope.posts.map(({ unitId }) => unitId);
  const roles = scope.posts.map(({ role }) => role);
  return sql`unnest(${units}::uuid[], ${roles}::text[]) as p (unit_id, role)`;
}

/** A page from one row more than it holds. */
export function cut(rows: readonly RawRow[], size: number): DeskPage {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { rows: shown.map(toRow), next: last && cursorOf(last) };
}
