import { type Deed, lastPosted, postedRows, rowLimit } from './posted.ts';
import { leaves } from './kinds/leaves.ts';
import type { Body, Question } from './question.ts';
import { columnsOf, partsOf } from './records.ts';

/** Every posted name of a form with the text exactly as typed. */
export type Typed = Record<string, string>;

/** Picks the texts of known names out of a body; rows are numbered anew from 0. Unknown names are passed over. */
export function pickTyped(questions: readonly Question[], body: Body): Typed {
  const typed: Typed = {};
  for (const question of questions) pick(question, question.name, question.name, body, typed);
  return typed;
}

function pick(question: Question, from: string, to: string, body: Body, typed: Typed): void {
  const columns = columnsOf(question);
  if (columns !== undefined) {
    for (const [at, row] of postedRows(body, from, rowLimit(question)).entries()) {
      typed[rowMark(to, at)] = '1';
      for (const column of columns) {
        pick(column, `${from}.${row}.${column.name}`, `${to}.${at}.${column.name}`, body, typed);
      }
    }
    return;
  }
  const parts = partsOf(question);
  if (parts !== undefined) {
    for (const part of parts) pick(part, `${from}.${part.name}`, `${to}.${part.name}`, body, typed);
    return;
  }
  for (const box of leaves[question.kind]?.boxes ?? []) {
    const text = lastPosted(body, boxName(from, box));
    if (text !== undefined) typed[boxName(to, box)] = text;
  }
}

/** The posted name of a box: the question's own, or with the box after a dot. */
export function boxName(name: string, box: string): string {
  return box === '' ? name : `${name}.${box}`;
}

/** Says that a row is there, even when nothing in it is ticked or typed. */
export function rowMark(table: string, row: number): string {
  return `${table}.${row}.row`;
}

/** The typed texts after a row was added to or taken from a table of the form. */
export function withDeed(questions: readonly Question[], typed: Typed, deed: Deed): Typed {
  if (deed.kind === 'refresh') return typed;
  const table = questions.find(({ name }) => name === deed.table);
  if (table === undefined || columnsOf(table) === undefined) return typed;
  const rows = postedRows(typed, table.name, rowLimit(table));
  if (deed.kind === 'remove') return withoutRow(questions, typed, `${table.name}.${deed.row}.`);
  if (rows.length >= rowLimit(table)) return typed;
  const shown = table.required === true ? Math.max(rows.length, 1) : rows.length;
  const marks = Array.from(
    { length: shown + 1 },
    (_, row) => [rowMark(table.name, row), '1'] as const,
  );
  return { ...typed, ...Object.fromEntries(marks) };
}

function withoutRow(questions: readonly Question[], typed: Typed, prefix: string): Typed {
  const kept = Object.entries(typed).filter(([name]) => !name.startsWith(prefix));
  return pickTyped(questions, Object.fromEntries(kept));
}
