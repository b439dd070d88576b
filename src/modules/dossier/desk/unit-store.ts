import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { dayOf } from '#/values/day.ts';
import { rowsToLookThrough } from './commonness.ts';
import { readCommonness } from './commonness-store.ts';
import { dossierConditions, every, stepConditions } from './condition-store.ts';
import type { DeskFilter } from './filter.ts';
import { after, orderOf } from './order-store.ts';
import type { DeskPage, PageWanted } from './page.ts';
import { queueOf, type Source } from './queues.ts';
import { dossierColumns, rest, stepColumns, type RawRow } from './row-store.ts';
import { escalated } from './escalated-store.ts';
import type { Scope } from './scope.ts';
import { cut, posts } from './work-store.ts';

/**
 * Dossiers in which an official's units take part. Words that are common are found among the latest dossiers, words
 * that are rare by the index of tokens, which would be slow for common ones.
 */
export async function listUnits(
  tx: Tx,
  scope: Scope,
  filter: DeskFilter,
  page: PageWanted,
): Promise<DeskPage> {
  if (filter.words === undefined || filter.sort !== 'moi')
    return list(tx, scope, filter, page, 'all');
  if (!scope.wanted) return list(tx, scope, filter, page, 'found');
  const rows = rowsToLookThrough(
    await readCommonness(tx),
    scope.wanted.tokens,
    scope.unitIds,
    page.size,
  );
  if (rows !== undefined) {
    const latest = await list(tx, scope, filter, page, 'latest', rows);
    if (latest.next) return latest;
  }
  return list(tx, scope, filter, page, 'found');
}

async function list(
  tx: Tx,
  scope: Scope,
  filter: DeskFilter,
  page: PageWanted,
  way: 'latest' | 'found' | 'all',
  lookThrough = 0,
): Promise<DeskPage> {
  const order = orderOf(filter.sort);
  const direction = sql.raw(order.isDescending ? 'desc' : 'asc');
  const follows = page.after
    ? after(order, sql`(d.id, 0)`, { ...page.after, token: 0 })
    : sql`true`;
  const conditions = every([...conditionsOf(filter, scope), follows]);
  const base = {
    latest: sql`(select * from dossier.dossier d where d.unit_ids && ${scope.unitIds}::uuid[] and ${follows}
      order by d.submitted_at desc, d.id desc limit ${lookThrough})`,
    found: sql`(select d.* from (
      select f.id from found f order by f.submitted_at desc, f.id desc limit ${page.size + 1}) f
      join dossier.dossier d on d.id = f.id)`,
    all: sql`dossier.dossier`,
  }[way];
  const found = sql`with found as materialized (
    select d.id, d.submitted_at from dossier.dossier d where ${conditions})`;
  const { rows } = await sql<RawRow>`
    ${way === 'found' ? found : sql``}
    select r.*, ${rest(dayOf(scope.now))} from (
      select q.*, t.* from (
        select ${dossierColumns}, d.instance_id as "runs", ${order.value} as "orderAt"
          from ${base} d where ${way === 'found' ? sql`true` : conditions}
         order by ${order.value} ${direction}, d.id ${direction} limit ${page.size + 1}) q
        left join lateral (
          select ${stepColumns} from process.token t
           where t.instance_id = q."runs" and t.kind = 1 order by t.node limit 1) t on true) r
     order by r."orderAt" ${direction}, r.id ${direction}`.execute(tx);
  return cut(rows, page.size, scope);
}

function conditionsOf(filter: DeskFilter, scope: Scope): RawBuilder<unknown>[] {
  const conditions = dossierConditions(filter, scope);
  const only = among[queueOf(filter.queue).source]?.(scope);
  if (only) conditions.push(only);
  const steps = stepConditions(filter, scope);
  if (steps.length > 0) {
    conditions.push(
      sql`d.id in (select t.subject from process.token t where t.kind = 1 and ${every(steps)})`,
    );
  }
  if (filter.sort === 'han') conditions.push(sql`d.ended_at is null`);
  return conditions;
}

/** Lists of dossiers that are few: found first, then looked at. */
const among: Readonly<Partial<Record<Source, (scope: Scope) => RawBuilder<unknown>>>> = {
  failed: () => sql`d.id in (select i.owner from document.issued i where i.state = 'failed')`,
  proposed: () =>
    sql`d.id in (select s.dossier_id from dossier.supplement s where s.sent_at is null and s.closed_at is null)`,
  escalated: (scope) => sql`d.id in (${escalated(scope)})`,
  news: (scope) => sql`d.id in (
    select t.subject from ${posts(scope)} cross join lateral (
      select t.subject from process.token t join dossier.badge b on b.dossier_id = t.subject
       where t.kind = 1 and t.unit_id = p.unit_id and t.role = p.role) t
    union select b.dossier_id from dossier.badge b where b.event = 'withdrawn')`,
};
