import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { wantedTokens } from '#/platform/vault/index.ts';
import { fold } from '#/values/fold.ts';
import type { DeskFilter } from './filter.ts';
import { queueOf } from './queues.ts';
import type { Scope, Wanted } from './scope.ts';

type Condition = RawBuilder<unknown>;

/** How long before its deadline a dossier counts as due soon. */
const soonMs = 24 * 3_600_000;

/** All conditions together. */
export function every(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
}

/** What a dossier `d` must be for a filter, apart from the open step. */
export function dossierConditions(
  filter: DeskFilter,
  { now, unitIds, wanted }: Scope,
): Condition[] {
  const queue = queueOf(filter.queue);
  const conditions = [sql`d.unit_ids && ${unitIds}::uuid[]`];
  if (queue.states) conditions.push(sql`d.state = any(${queue.states}::text[])`);
  if (filter.state) conditions.push(sql`d.state = ${filter.state}`);
  if (filter.procedureId) conditions.push(sql`d.procedure_id = ${filter.procedureId}`);
  if (filter.channel) conditions.push(sql`d.channel = ${filter.channel}`);
  for (const deadline of new Set([queue.deadline, filter.deadline])) {
    if (deadline) conditions.push(deadlineCondition(deadline, now));
  }
  if (filter.words) conditions.push(wordsCondition(filter.words, wanted));
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

/** The beginning of a code is looked up in the order of codes, other words by their tokens. */
function wordsCondition(words: string, wanted: Wanted | undefined): Condition {
  const code = codeStartOf(words);
  if (code !== undefined) {
    const end = `${code}~`;
    return sql`(d.code >= ${code} and d.code < ${end} or d.legacy_code >= ${code} and d.legacy_code < ${end})`;
  }
  return sql`d.tokens @@ ${[...new Set(wanted!.tokens.flat())].join(' & ')}::tsquery`;
}

function codeStartOf(words: string): string | undefined {
  const code = words.toUpperCase();
  return codeStart.test(code) ? code : undefined;
}

/**
 * What a filter searches for: all words, in any order. Words of one or two letters are found at the beginning of a
 * word; when there are only such the phrase is looked for as it stands.
 */
export async function wantedBy(tx: Tx, { words }: DeskFilter): Promise<Wanted | undefined> {
  if (words === undefined || codeStartOf(words) !== undefined) return undefined;
  const each = fold(words).split(' ');
  const terms = each.some((term) => term.length > 2) ? each : [each.join(' ')];
  return { terms, tokens: await Promise.all(terms.map((term) => wantedTokens(tx, [term]))) };
}
