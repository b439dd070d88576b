import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { isFound } from '#/platform/vault/index.ts';
import { dayOf } from '#/values/day.ts';
import { searchedText } from '../store/index.ts';
import { dossierConditions, every, stepConditions } from './condition-store.ts';
import type { DeskFilter } from './filter.ts';
import { after, orderOf } from './order-store.ts';
import type { DeskPage, PageWanted } from './page.ts';
import { queueOf } from './queues.ts';
import { cursorOf, dossierColumns, rest, stepColumns, toRow, type RawRow } from './row-store.ts';
import type { Scope } from './scope.ts';

/**
 * Open steps that an official holds, or that wait in their posts. Each post is read for itself from process.token
 * (unit_id, role, due_at), the official's own steps from (assignee, due_at), so that a page costs what it and its
 * filter cost, however many dossiers there are.
 */
export async function listWork(
  tx: Tx,
  scope: Scope,
  filter: DeskFilter,
  page: PageWanted,
): Promise<DeskPage> {
  const isMine = queueOf(filter.queue).source === 'mine';
  const order = orderOf(filter.sort);
  const direction = sql.raw(order.isDescending ? 'desc' : 'asc');
  const size = page.size + 1;
  const { rows } = await sql<RawRow>`
    select r.*, ${rest(dayOf(scope.now))} from (
      select w.* from ${isMine ? sql`(values (1)) as p` : posts(scope)} cross join lateral (
        select ${dossierColumns}, ${stepColumns}, ${order.value} as "orderAt"
          from ${filter.sort === 'buoc' ? inStepOrder(scope, filter, page) : inAnyOrder(scope, filter, page)}
         order by ${order.value} ${direction}, t.subject ${direction}, t.id ${direction} limit ${size}) w
       order by w."orderAt" ${direction}, w.id ${direction}, w.token ${direction} limit ${size}) r
     order by r."orderAt" ${direction}, r.id ${direction}, r.token ${direction}`.execute(tx);
  return cut(rows, page.size, scope);
}

/**
 * Steps in the order of their index, each with its dossier when that fits: reading stops as soon as the page is full.
 * `offset 0` keeps the planner from joining everything first, which it does when it misjudges the conditions.
 */
function inStepOrder(scope: Scope, filter: DeskFilter, page: PageWanted): RawBuilder<unknown> {
  return sql`(
    select t.* from process.token t where ${every(stepsOf(scope, filter, page))}
     order by t.due_at, t.subject, t.id) t
    cross join lateral (
      select d.* from dossier.dossier d
       where d.id = t.subject and ${every(dossierConditions(filter, scope))} offset 0) d`;
}

function inAnyOrder(scope: Scope, filter: DeskFilter, page: PageWanted): RawBuilder<unknown> {
  return sql`process.token t join dossier.dossier d
    on d.id = t.subject and ${every([...stepsOf(scope, filter, page), ...dossierConditions(filter, scope)])}`;
}

function stepsOf(scope: Scope, filter: DeskFilter, page: PageWanted): RawBuilder<unknown>[] {
  const isMine = queueOf(filter.queue).source === 'mine';
  return [
    sql`t.kind = 1`,
    isMine
      ? sql`t.assignee = ${scope.accountId} and not t.suspended`
      : sql`t.unit_id = p.unit_id and t.role = p.role`,
    ...stepConditions(filter, scope),
    ...(page.after ? [after(orderOf(filter.sort), sql`(t.subject, t.id)`, page.after)] : []),
  ];
}

/** The official's posts as rows `p`. */
export function posts(scope: Scope) {
  const units = scope.posts.map(({ unitId }) => unitId);
  const roles = scope.posts.map(({ role }) => role);
  return sql`unnest(${units}::uuid[], ${roles}::text[]) as p (unit_id, role)`;
}

/** A page from one row more than it holds. Tokens find a little more than is wanted: what is not there is left out. */
export function cut(rows: readonly RawRow[], size: number, { wanted }: Scope): DeskPage {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const found = wanted ? shown.filter((row) => isFound(searchedText(row), wanted.terms)) : shown;
  return { rows: found.map(toRow), next: last && cursorOf(last) };
}
