import type { Answers, Kind, Option, Question } from '#/platform/form/index.ts';
import { fold } from '#/values/fold.ts';
import { text, type Text } from '#/values/text.ts';
import { mustWords, typeWords, wordsOf } from './bilingual.ts';
import { library, membersOf, type Setting } from './library.ts';

/** A question as its form is filled in. */
export function typeQuestion(question: Question, page?: string): Answers {
  const { label, hint, missing, wrong, required, options, copyFrom, rule, ...others } = question;
  return {
    ...others,
    ...typeWords('label', label),
    ...typeWords('hint', hint),
    ...typeWords('missing', missing),
    ...typeWords('wrong', wrong),
    page,
    required: typeof required === 'string' ? 'when' : required === true ? 'yes' : 'no',
    options: options?.map((option) => ({
      value: option.value === option.label.vi ? undefined : option.value,
      ...typeWords('label', option.label),
      ...typeWords('hint', option.hint),
    })),
    copyFrom: copyFrom?.question,
    rule,
    detailed: rule === 'detailed',
    default: plainDefault(question.default),
  };
}

/** Defaults that are written in one box; others stay as they are. */
function plainDefault(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Conditions of a question: when it is asked, when it must be answered. */
export interface QuestionConditions {
  readonly when: string | undefined;
  readonly requiredWhen: string | undefined;
}

/** The question with what was answered. What its form does not ask stays as it was. */
export function questionOf(
  answers: Answers,
  conditions: QuestionConditions,
  before: Question | undefined,
): Question | { readonly wrong: Readonly<Record<string, Text>> } {
  const kind = answers['kind'] as Kind;
  const { settings } = library[kind];
  const label = mustWords(answers, 'label');
  const required = requiredOf(answers, conditions);
  if (typeof required === 'object') return required;
  const written: Record<string, unknown> = {
    ...before,
    name: (answers['name'] as string | undefined) ?? before?.name ?? nameFrom(label.vi),
    kind,
    label,
    hint: wordsOf(answers, 'hint'),
    required,
    when: conditions.when,
    ...Object.assign({}, ...settings.map((setting) => membersFrom(setting, answers, before))),
  };
  for (const [setting, members] of Object.entries(membersOf)) {
    const isKept = (member: string) =>
      settings.some((own) => membersOf[own].some((one) => one === member));
    if (settings.includes(setting as Setting)) continue;
    for (const member of members) if (!isKept(member)) delete written[member];
  }
  const isAsked = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(isAsked) as unknown as Question;
}

function requiredOf(answers: Answers, { requiredWhen }: QuestionConditions) {
  if (answers['required'] !== 'when') return answers['required'] === 'yes' ? true : undefined;
  if (requiredWhen !== undefined) return requiredWhen;
  return {
    wrong: {
      'requiredWhen.mode': text('Ghi điều kiện khi nào bắt buộc', 'Say when it must be answered'),
    },
  };
}

function membersFrom(
  setting: Setting,
  answers: Answers,
  before: Question | undefined,
): Partial<Record<keyof Question, unknown>> {
  switch (setting) {
    case 'options': {
      const options = optionsFrom(answers);
      const optionsFromList = answers['optionsFrom'];
      return {
        options: options.length > 0 && optionsFromList === undefined ? options : undefined,
        optionsFrom: optionsFromList,
      };
    }
    case 'rows':
      return { min: answers['min'], max: answers['max'], columns: columnsOf(answers, before) };
    case 'numbers':
    case 'days':
      return { min: answers['min'], max: answers['max'] };
    case 'place-rule':
      return { rule: answers['detailed'] === true ? 'detailed' : undefined };
    case 'day-rule':
      return { rule: answers['rule'] };
    case 'length':
      return { maxLength: answers['maxLength'] };
    case 'pattern':
      return { pattern: answers['pattern'] };
    case 'prefill':
      return { prefill: answers['prefill'] };
    case 'copy':
      return { copyFrom: copyFromOf(answers, before) };
    case 'default':
      return { default: defaultOf(answers, before) };
    case 'own-words':
      return { missing: wordsOf(answers, 'missing'), wrong: wordsOf(answers, 'wrong') };
  }
}

/** Rows of a table get their questions one by one, after the table is there. */
function columnsOf(answers: Answers, before: Question | undefined): Question['columns'] {
  return answers['kind'] === 'table' ? (before?.columns ?? []) : undefined;
}

function optionsFrom(answers: Answers): Option[] {
  const rows = (answers['options'] ?? []) as readonly Answers[];
  return rows.map((row) => {
    const label = mustWords(row, 'label');
    const hint = wordsOf(row, 'hint');
    const value = (row['value'] as string | undefined) ?? label.vi;
    return hint === undefined ? { value, label } : { value, label, hint };
  });
}

function copyFromOf(answers: Answers, before: Question | undefined): Question['copyFrom'] {
  const question = answers['copyFrom'] as string | undefined;
  const old = before?.copyFrom;
  if (question === undefined) return old?.profile === undefined ? undefined : old;
  return old?.question === question ? old : { question };
}

function defaultOf(answers: Answers, before: Question | undefined): unknown {
  const typed = answers['default'] as string | undefined;
  const old = before?.default;
  if (typed === plainDefault(old)) return old;
  if (typed === undefined) return undefined;
  return answers['kind'] === 'integer' && /^-?\d+$/.test(typed) ? Number(typed) : typed;
}

/** A name from words: "Ngày sinh của cháu" becomes ngay_sinh_cua_chau. */
export function nameFrom(words: string): string {
  const name = fold(words)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[\d_]+|_+$/g, '')
    .slice(0, 60)
    .replace(/_+$/, '');
  return name === '' ? 'cau_hoi' : name;
}
