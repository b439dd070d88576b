import type { Body } from '#/platform/http/index.ts';
import type { Text } from '#/values/text.ts';
import { readCell, tellCell, type CellScope } from '../../dmn/cell.ts';
import type { TableText } from '../../dmn/decisions.ts';
import type { RuleRow } from '../../dmn/write-rules.ts';
import { moved, without } from '../../list-edit.ts';

/** A rule as it is typed: the rule that it comes from (counted from 0), and the words of its cells. */
export interface TypedRow {
  readonly base: number | undefined;
  readonly tests: readonly string[];
  readonly results: readonly string[];
  readonly notes: readonly string[];
}

/** What the cells of each column may say. */
export interface TableScope {
  readonly tests: readonly CellScope[];
  readonly results: readonly CellScope[];
}

const mostRows = 400;

/** The rules of a table as their cells are filled in. */
export function typeRows({ rules, notes }: TableText, scope: TableScope): TypedRow[] {
  const notesWanted = Math.max(1, notes.length);
  return rules.map((rule, base) => ({
    base,
    tests: rule.tests.map(({ text }, at) => tellCell(text, scope.tests[at]!)),
    results: rule.results.map(({ text }, at) => tellCell(text, scope.results[at]!)),
    notes: Array.from({ length: notesWanted }, (_, at) => rule.notes[at]?.text ?? ''),
  }));
}

/** Reads posted rows; a button adds, doubles, moves or takes away one. */
export function readRows(body: Body, { inputs, outputs, notes, rules }: TableText): TypedRow[] {
  const last = (name: string) => ([body[name] ?? ''].flat().at(-1) ?? '').replaceAll('\r\n', '\n');
  const cells = (row: number, part: string, count: number) =>
    Array.from({ length: count }, (_, at) => last(`rows.${row}.${part}.${at}`));
  const rows: TypedRow[] = [];
  for (let row = 0; row < mostRows && body[`rows.${row}.base`] !== undefined; row += 1) {
    const base = last(`rows.${row}.base`);
    rows.push({
      base: /^\d{1,4}$/.test(base) && Number(base) < rules.length ? Number(base) : undefined,
      tests: cells(row, 'in', inputs.length),
      results: cells(row, 'out', outputs.length),
      notes: cells(row, 'note', Math.max(1, notes.length)),
    });
  }
  return [
    ...afterButton(rows, [body['_do'] ?? ''].flat().at(-1) ?? '', { inputs, outputs, notes }),
  ];
}

function afterButton(
  rows: readonly TypedRow[],
  deed: string,
  { inputs, outputs, notes }: Pick<TableText, 'inputs' | 'outputs' | 'notes'>,
): readonly TypedRow[] {
  const blank: TypedRow = {
    base: undefined,
    tests: inputs.map(() => '-'),
    results: outputs.map(() => ''),
    notes: Array.from({ length: Math.max(1, notes.length) }, () => ''),
  };
  if (deed === 'add:rows') return rows.length < mostRows ? [...rows, blank] : rows;
  const [, verb, written] = /^(remove|up|down|copy):rows\.(\d{1,4})$/.exec(deed) ?? [];
  const at = Number(written);
  if (verb === undefined || rows[at] === undefined) return rows;
  switch (verb) {
    case 'remove':
      return without(rows, at);
    case 'up':
      return moved(rows, at, -1);
    case 'down':
      return moved(rows, at, 1);
    default:
      return rows.length < mostRows
        ? rows.toSpliced(at + 1, 0, { ...rows[at]!, base: undefined })
        : rows;
  }
}

/** The rules that typed rows mean, or what is wrong by posted name. */
export function rulesOf(
  rows: readonly TypedRow[],
  table: TableText,
  scope: TableScope,
): { readonly rules: readonly RuleRow[] } | { readonly wrong: Readonly<Record<string, Text>> } {
  const wrong: Record<string, Text> = {};
  const rules = rows.map((row, no) => {
    const old = row.base === undefined ? undefined : table.rules[row.base];
    const cell = (typed: string, part: 'in' | 'out', at: number, own: CellScope) => {
      const before = (part === 'in' ? old?.tests : old?.results)?.[at]?.text;
      if (before !== undefined && tellCell(before, own) === typed) return before;
      const read = readCell(typed, own);
      if ('feel' in read) return read.feel;
      wrong[`rows.${no}.${part}.${at}`] = read.wrong;
      return typed;
    };
    return {
      base: row.base,
      tests: row.tests.map((typed, at) => cell(typed, 'in', at, scope.tests[at]!)),
      results: row.results.map((typed, at) => cell(typed, 'out', at, scope.results[at]!)),
      notes: notesOf(row, old?.notes.length ?? 0),
    };
  });
  return Object.keys(wrong).length > 0 ? { wrong } : { rules };
}

/** Notes that were never there and are left empty are not written. */
function notesOf({ notes }: TypedRow, before: number): readonly string[] {
  const last = notes.findLastIndex((note) => note.trim() !== '');
  return notes.slice(0, Math.max(before, last + 1)).map((note) => note.normalize('NFC').trim());
}
