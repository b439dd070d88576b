import { isDeepStrictEqual } from 'node:util';
import { compileExpression, FeelFault } from '#/platform/feel/index.ts';
import type { Body } from '#/platform/http/index.ts';
import { findDay, formatDay, parseDay } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import { readSentence } from './read-sentence.ts';
import { relations, valuesOf, type Clause, type Literal, type Relation } from './sentence.ts';
import { unknownSubject, type Subject } from './subject.ts';
import { writeFeel } from './write-feel.ts';

/** A condition as it is typed: whether there is one, its clauses, or FEEL. */
export interface TypedCondition {
  readonly mode: 'always' | 'and' | 'or' | 'feel';
  readonly clauses: readonly TypedClause[];
  readonly feel: string;
}

export interface TypedClause {
  readonly subject: string;
  readonly relation: string;
  /** What was chosen or typed; several for "is one of". */
  readonly values: readonly string[];
}

const noClause: TypedClause = { subject: '', relation: 'is', values: [] };
const mostClauses = 20;

/** A condition as its editor shows it. */
export function typeCondition(feel: string | undefined): TypedCondition {
  if (feel === undefined || feel.trim() === '') {
    return { mode: 'always', clauses: [noClause], feel: '' };
  }
  const sentence = readSentence(feel);
  if (sentence === undefined) return { mode: 'feel', clauses: [noClause], feel };
  const clauses = sentence.clauses.map(({ subject, relation, values }) => ({
    subject,
    relation,
    values: values.map(typeLiteral),
  }));
  return { mode: sentence.join, clauses, feel };
}

function typeLiteral({ type, text: written }: Literal): string {
  if (type === 'day') {
    const day = parseDay(written);
    return day === undefined ? written : formatDay(day);
  }
  return type === 'number' ? written.replace('.', ',') : written;
}

/** Reads a posted condition; a button of it adds or takes away a clause. */
export function readTyped(body: Body, prefix: string, deed: string | undefined): TypedCondition {
  const all = (name: string) => [body[`${prefix}.${name}`] ?? []].flat();
  const last = (name: string) => all(name).at(-1) ?? '';
  const mode = (['always', 'and', 'or', 'feel'] as const).find((one) => one === last('mode'));
  const clauses: TypedClause[] = [];
  for (let no = 0; no < mostClauses && all(`${no}.subject`).length > 0; no += 1) {
    if (deed === `remove:${prefix}.${no}`) continue;
    const values = all(`${no}.value`).filter((value) => value.trim() !== '');
    clauses.push({ subject: last(`${no}.subject`), relation: last(`${no}.relation`), values });
  }
  const isAdded = deed === `add:${prefix}` && clauses.length < mostClauses;
  return {
    mode: mode ?? 'always',
    clauses: isAdded || clauses.length === 0 ? [...clauses, noClause] : clauses,
    feel: last('feel').trim().normalize('NFC'),
  };
}

/** What a typed condition means: its FEEL text (undefined: always), or what is wrong by posted name. */
export type ReadCondition =
  | { readonly feel: string | undefined }
  | { readonly wrong: Readonly<Record<string, Text>> };

/** What a condition may look at, and all names that its FEEL text may use. */
export interface Scope {
  readonly subjects: readonly Subject[];
  readonly names: readonly string[];
}

/** Turns what was typed into FEEL. What was typed as `before` is shown means `before`, letter by letter. */
export function conditionOf(
  typed: TypedCondition,
  prefix: string,
  { subjects, names }: Scope,
  before?: string,
): ReadCondition {
  if (isDeepStrictEqual(typed, typeCondition(before))) return { feel: before };
  if (typed.mode === 'always') return { feel: undefined };
  if (typed.mode === 'feel') return checkedFeel(typed.feel, `${prefix}.feel`, names);
  const wrong: Record<string, Text> = {};
  const clauses = typed.clauses.flatMap((clause, no) => {
    const read = clauseOf(clause, subjects);
    if ('words' in read) wrong[`${prefix}.${no}.${read.at}`] = read.words;
    return 'clause' in read ? [read.clause] : [];
  });
  if (Object.keys(wrong).length > 0) return { wrong };
  return checkedFeel(writeFeel({ join: typed.mode, clauses }), `${prefix}.mode`, names);
}

/** FEEL that compiles with these names; else the fault with its place in the text. */
export function checkedFeel(feel: string, at: string, names: readonly string[]): ReadCondition {
  if (feel === '') return { wrong: { [at]: text('Nhập điều kiện', 'Enter the condition') } };
  try {
    compileExpression(feel, names);
    return { feel };
  } catch (error) {
    if (!(error instanceof FeelFault)) throw error;
    return { wrong: { [at]: feelWords(error) } };
  }
}

/** What is wrong with a FEEL text, with the place. */
export function feelWords({ words, place }: FeelFault): Text {
  if (place === undefined) return words;
  const { line, column } = place;
  return text(
    `Dòng ${line}, cột ${column}: ${words.vi}`,
    `Line ${line}, column ${column}: ${words.en}`,
  );
}

type ReadClause =
  | { readonly clause: Clause }
  | { readonly at: 'subject' | 'relation' | 'value'; readonly words: Text };

function clauseOf(typed: TypedClause, subjects: readonly Subject[]): ReadClause {
  const { subject: path, values } = typed;
  if (path === '') return { at: 'subject', words: text('Chọn câu hỏi', 'Choose the question') };
  const relation = relations.find((one) => one === typed.relation);
  if (relation === undefined) {
    return { at: 'relation', words: text('Chọn cách so sánh', 'Choose how to compare') };
  }
  const subject = subjects.find((one) => one.path === path) ?? unknownSubject(path);
  const wanted = valuesOf(relation);
  if (wanted === 'none') return { clause: { subject: path, relation, values: [] } };
  const typedValues =
    wanted === 'one' ? values.slice(0, 1) : values.flatMap((one) => one.split(';'));
  const literals = typedValues
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map((value) => literalOf(value, subject, relation));
  if (literals.length === 0) return { at: 'value', words: text('Nhập giá trị', 'Enter the value') };
  const wrong = literals.find((literal) => 'vi' in literal);
  if (wrong !== undefined) return { at: 'value', words: wrong };
  return { clause: { subject: path, relation, values: literals as Literal[] } };
}

function literalOf(typed: string, subject: Subject, relation: Relation): Literal | Text {
  if (relation === 'under-age' || relation === 'of-age') {
    return /^[1-9]\d{0,2}$/.test(typed)
      ? { type: 'number', text: typed }
      : text('Nhập số tuổi, ví dụ 18', 'Enter the age in years, such as 18');
  }
  switch (subject.type) {
    case 'number':
      return numberOf(typed) ?? text('Nhập số, ví dụ 12 hoặc 3,5', 'Enter a number, such as 12');
    case 'day':
      return dayOf(typed) ?? text('Nhập ngày, ví dụ 15/07/2026', 'Enter a day, such as 15/07/2026');
    case 'flag':
      return { type: 'flag', text: /^(true|có|yes)$/i.test(typed) ? 'true' : 'false' };
    case 'choice':
      return (
        optionOf(typed, subject) ??
        text('Chọn một trả lời của câu hỏi đó', 'Choose an answer of that question')
      );
    case 'text':
      return { type: 'text', text: typed.normalize('NFC') };
    case 'any':
      if (typed === 'true' || typed === 'false') return { type: 'flag', text: typed };
      return dayOf(typed) ?? numberOf(typed) ?? { type: 'text', text: typed.normalize('NFC') };
  }
}

function numberOf(typed: string): Literal | undefined {
  const plain = typed.replace(/(?<=\d)\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? { type: 'number', text: plain } : undefined;
}

function dayOf(typed: string): Literal | undefined {
  const [, day, month, year] = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})$/.exec(typed) ?? [];
  const found =
    year === undefined ? parseDay(typed) : findDay(Number(year), Number(month), Number(day));
  return found && { type: 'day', text: found };
}

function optionOf(typed: string, { options }: Subject): Literal | undefined {
  const wanted = typed.normalize('NFC');
  const found = options.find(
    ({ value, label }) => value === wanted || label.vi === wanted || label.en === wanted,
  );
  return found && { type: 'text', text: found.value };
}
