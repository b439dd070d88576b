import { sql, type RawBuilder } from 'kysely';
import { fold } from '#/values/fold.ts';
import type { DeskFilter } from './filter.ts';
import { queueOf } from './queues.ts';
import type { Scope } from './scope.ts';

type Condition = RawBuilder<unknown>;

/** How long before its deadline a dossier counts as due soon. */
const soonMs = 24 * 3_600_000;

/** All conditions together. */
export function every(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
}

/** What a dossier `d` must be for a filter, apart from the open step. */
export function dossierConditions(filter: DeskFilter, { now, unitIds }: Scope): Condition[] {
  const queue = queueOf(filter.queue);
  const conditions = [sql`d.unit_ids && ${unitIds}::uuid[]`];
  if (queue.states) conditions.push(sql`d.state = any(${queue.states}::text[])`);
  if (filter.state) conditions.push(sql`d.state = ${filter.state}`);
  if (filter.procedureId) conditions.push(sql`d.procedure_id = ${filter.procedureId}`);
  if (filter.channel) conditions.push(sql`d.channel = ${filter.channel}`);
  for (const deadline of new Set([queue.deadline, filter.deadline])) {
    if (deadline) conditions.push(deadlineCondition(deadline, now));
  }
  if (filter.words) conditions.push(wordsCondition(filter.words));
  return conditions;
}

/** Late and soon as the deadline is told to people (see deadline-of.ts). */
export function deadlineCondition(deadline: 'late' | 'soon' | 'paused', now: Date): Condition {
  if (deadline === 'paused') return sql`d.ended_at is null and d.paused_at is not null`;
  const due = sql`coalesce(d.due_at, d.accept_due_at)`;
  const runs = sql`d.ended_at is null and d.paused_at is null`;
  const soon = new Date(now.getTime() + soonMs);
  return deadline === 'late'
    ? sql`${runs} and ${due} < ${now}`
    : sql`${runs} and ${due} >= ${now} and ${due} < ${soon}`;
}

/** What the open step `t` must be for a filter. */
export function stepConditions(filter: DeskFilter, { accountId }: Scope): Condition[] {
  const conditions = [];
  if (filter.role) conditions.push(sql`t.role = ${filter.role}`);
  if (filter.holder === 'trong') conditions.push(sql`t.assignee is null`);
  if (filter.holder === 'toi') conditions.push(sql`t.assignee = ${accountId}`);
  if (typeof filter.holder === 'object') {
    conditions.push(sql`t.assignee = ${filter.holder.accountId}`);
  }
  return conditions;
}

/** The beginning of a dossier code in either form. */
const codeStart = /^(?:\d{3}\.|[A-Z]\d{2}[.-])[A-Z\d.-]*$/;

/**
 * The beginning of a code is looked up in the order of codes; other words must all occur, in any order. Words of one
 * or two letters have no trigram of their own, so when there are only such the phrase is looked for as it stands.
 */
function wordsCondition(words: string): Condition {
  const code = words.toUpperCase();
  if (codeStart.test(code)) {
    const end = `${code}~`;
    return sql`(d.code >= ${code} and d.code < ${end} or d.legacy_code >= ${code} and d.legacy_code < ${end})`;
  }
  const terms = fold(words).split(' ');
  const wanted = terms.some((term) => term.length > 2) ? terms : [terms.join(' ')];
  return every(wanted.map((term) => sql`d.search_key like ${`%${escaped(term)}%`}`));
}

function escaped(term: string): string {
  return term.replace(/[\\%_]/g, String.raw`\$&`);
}
