import type { Body, Question } from './question.ts';

/** The most rows that a table may have when its question sets no `max`. */
const mostRows = 50;

/** What a submit button inside a form asked for, instead of going on. Posted as `_do`. */
export type Deed =
  | { readonly kind: 'refresh' }
  | { readonly kind: 'add'; readonly table: string }
  | { readonly kind: 'remove'; readonly table: string; readonly row: number };

/** The last text that was posted under a name; undefined when nothing was. A field sent twice counts once. */
export function lastPosted(body: Body, name: string): string | undefined {
  if (!Object.hasOwn(body, name)) return undefined;
  const value = body[name];
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}

/** The deed that a body asks for, if any. */
export function deedOf(body: Body): Deed | undefined {
  const asked = lastPosted(body, '_do') ?? '';
  if (asked === 'refresh') return { kind: 'refresh' };
  const add = /^add:([\w.]+)$/.exec(asked);
  if (add) return { kind: 'add', table: add[1]! };
  const remove = /^remove:([\w.]+)\.(\d{1,4})$/.exec(asked);
  return remove ? { kind: 'remove', table: remove[1]!, row: Number(remove[2]) } : undefined;
}

/** The row numbers under which anything was posted for a table, in order and never more than `most`. */
export function postedRows(posted: Body, table: string, most: number): readonly number[] {
  const prefix = `${table}.`;
  const rows = new Set<number>();
  for (const name of Object.keys(posted)) {
    if (!name.startsWith(prefix)) continue;
    const row = /^(\d{1,4})\./.exec(name.slice(prefix.length));
    if (row) rows.add(Number(row[1]));
  }
  return [...rows].sort((a, b) => a - b).slice(0, most);
}

/** How many rows a table may have. */
export function rowLimit(question: Question): number {
  return typeof question.max === 'number' ? Math.min(question.max, 500) : mostRows;
}
