import { type Text, text } from '#/values/text.ts';
import { chooseWords, enterWords } from './form-words.ts';
import { leaves } from './kinds/leaves.ts';
import type { Setting } from './kinds/leaf.ts';
import { boxName, type Typed } from './posted-text.ts';
import { postedRows, rowLimit } from './posted.ts';
import type { Question } from './question.ts';
import { columnsOf, partsOf } from './records.ts';

/** Answers by the name of their question, as they are stored. */
export type Answers = Readonly<Record<string, unknown>>;

/** Decides by the answers so far (of the form, or of the row) whether a question is asked and must be answered. */
export interface Judge {
  isAsked(question: Question, answers: Answers): boolean;
  isRequired(question: Question, answers: Answers): boolean;
  /** The judge of the questions inside a row of a table. */
  inRow(answers: Answers, table: Question): Judge;
}

/** For forms without conditions. */
export const plainJudge: Judge = {
  isAsked: () => true,
  isRequired: ({ required }) => required === true,
  inRow: () => plainJudge,
};

/** What the readers found: answers of what was right, words for what was wrong. */
export interface Found {
  readonly answers: Record<string, unknown>;
  readonly wrong: Record<string, Text>;
}

/** Reads questions one after the other; a condition sees the answers before it. Never throws. */
export function readQuestions(
  questions: readonly Question[],
  typed: Typed,
  setting: Setting,
  judge: Judge,
  before: Answers = {},
): Found {
  const found: Found = { answers: {}, wrong: {} };
  const reader = new Reader(typed, setting, found.wrong);
  for (const question of questions) {
    const known = { ...before, ...found.answers };
    if (question.kind === 'computed' || !judge.isAsked(question, known)) continue;
    const resolved = { ...question, required: judge.isRequired(question, known) };
    const answer = reader.read(resolved, question.name, judge.inRow(known, question));
    if (answer !== undefined) found.answers[question.name] = answer;
  }
  return found;
}

/** The posted name of the first box of a question: where its missing answer is asked for. */
export function firstBox(question: Question, name: string): string {
  const part = partsOf(question)?.[0];
  if (part !== undefined) return firstBox(part, `${name}.${part.name}`);
  return boxName(name, leaves[question.kind]?.boxes[0] ?? '');
}

class Reader {
  readonly #typed: Typed;
  readonly #setting: Setting;
  readonly #wrong: Record<string, Text>;

  constructor(typed: Typed, setting: Setting, wrong: Record<string, Text>) {
    this.#typed = typed;
    this.#setting = setting;
    this.#wrong = wrong;
  }

  /** The answer, or undefined when there is none or it is wrong (then words stand in `wrong`). */
  read(question: Question, name: string, judge: Judge, within?: string): unknown {
    if (columnsOf(question) !== undefined) return this.#readRows(question, name, judge);
    if (partsOf(question) !== undefined) return this.#readRecord(question, name);
    return this.#readLeaf(question, name, within);
  }

  #readLeaf(question: Question, name: string, within?: string): unknown {
    const leaf = leaves[question.kind];
    if (leaf === undefined) return undefined;
    const texts = leaf.boxes.map((box) => this.#typed[boxName(name, box)] ?? '');
    const read = leaf.read(texts, { question, setting: this.#setting, within });
    if ('answer' in read) return read.answer;
    if ('wrong' in read) {
      this.#wrong[boxName(name, read.box ?? leaf.boxes[0] ?? '')] = question.wrong ?? read.wrong;
    } else if (question.required === true) {
      this.#wrong[firstBox(question, name)] = question.missing ?? leaf.missing(question.label);
    }
    return undefined;
  }

  #readRecord(question: Question, name: string): unknown {
    const parts = partsOf(question) ?? [];
    if (parts.every((part) => this.#isBlank(part, `${name}.${part.name}`))) {
      if (question.required === true)
        this.#wrong[firstBox(question, name)] = question.missing ?? missing(question, parts[0]);
      return undefined;
    }
    const before = Object.keys(this.#wrong).length;
    const record: Record<string, unknown> = {};
    for (const part of parts) {
      const within = part.optionsWithin && this.#typed[`${name}.${part.optionsWithin}`];
      const answer = this.#readLeaf(part, `${name}.${part.name}`, within);
      if (answer !== undefined) record[part.name] = answer;
    }
    return Object.keys(this.#wrong).length === before ? record : undefined;
  }

  #readRows(question: Question, name: string, judge: Judge): unknown {
    const columns = columnsOf(question) ?? [];
    const rows: unknown[] = [];
    const before = Object.keys(this.#wrong).length;
    for (const at of postedRows(this.#typed, name, rowLimit(question))) {
      const place = (column: Question) => `${name}.${at}.${column.name}`;
      if (columns.every((column) => this.#isBlank(column, place(column)))) continue;
      const row: Record<string, unknown> = {};
      for (const column of columns) {
        if (column.kind === 'computed' || !judge.isAsked(column, row)) continue;
        const resolved = { ...column, required: judge.isRequired(column, row) };
        const answer = this.read(resolved, place(column), judge);
        if (answer !== undefined) row[column.name] = answer;
      }
      rows.push(row);
    }
    if (Object.keys(this.#wrong).length > before) return undefined;
    const least = leastRows(question);
    if (rows.length >= Math.max(least, 1)) return rows;
    if (least > 0) this.#wrong[name] = question.missing ?? fewRows(question.label, least);
    return undefined;
  }

  #isBlank(question: Question, name: string): boolean {
    const parts = partsOf(question);
    if (parts !== undefined)
      return parts.every((part) => this.#isBlank(part, `${name}.${part.name}`));
    const boxes = leaves[question.kind]?.boxes ?? [];
    return boxes.every((box) => (this.#typed[boxName(name, box)] ?? '').trim() === '');
  }
}

function missing(question: Question, first: Question | undefined): Text {
  return first?.kind === 'select' ? chooseWords(question.label) : enterWords(question.label);
}

function leastRows({ required, min }: Question): number {
  if (required !== true) return 0;
  return typeof min === 'number' ? Math.max(min, 1) : 1;
}

function fewRows(label: Text, least: number): Text {
  return text(
    `${label.vi}: cần ít nhất ${least} dòng. Bấm “Thêm” rồi điền`,
    `${label.en}: at least ${least} rows are needed. Press “Add” and fill them in`,
  );
}
