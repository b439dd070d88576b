import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDay } from '#/values/day.ts';
import { type Text, text } from '#/values/text.ts';
import { type FormFault, type FormJson, formJson } from './form-json.ts';
import type { Kind, Question } from './question.ts';

const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
}).compile<FormJson>(formJson);

/** What is wrong with the shape of a `form.json`; nothing when it has the right shape. */
export function shapeFaults(json: unknown): readonly FormFault[] {
  if (validate(json)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'anyOf')
    .map(({ instancePath, message = '', params }) => {
      const about = Object.values(params as Record<string, unknown>)
        .map((value) => JSON.stringify(value))
        .join(' ');
      return {
        place: instancePath === '' ? '/' : instancePath,
        words: text(
          `sai cấu trúc: ${message} (${about})`,
          `wrong structure: ${message} (${about})`,
        ),
      };
    });
}

/** What is wrong with the sense of a form whose shape is right: names, choices, columns, patterns, limits. */
export function senseFaults(form: FormJson): readonly FormFault[] {
  const faults: FormFault[] = [];
  const seen = new Map<string, Kind>();
  const ids = new Set<string>();
  for (const [at, page] of form.pages.entries()) {
    if (ids.has(page.id)) faults.push({ place: `/pages/${at}/id`, words: twice(page.id) });
    ids.add(page.id);
    for (const [index, question] of page.questions.entries()) {
      questionFaults(question as Question, `/pages/${at}/questions/${index}`, seen, faults);
    }
  }
  for (const computed of Object.keys(form.computed ?? {})) {
    const asked = form.pages
      .flatMap(({ questions }) => questions)
      .find(({ name }) => name === computed);
    if (asked !== undefined && asked.kind !== 'computed') {
      faults.push({ place: `/computed/${computed}`, words: twice(computed) });
    }
  }
  for (const [at, { at: target }] of (form.checks ?? []).entries()) {
    if (!seen.has(target)) faults.push({ place: `/checks/${at}/at`, words: unknown(target) });
  }
  return faults;
}

function questionFaults(
  question: Question,
  place: string,
  seen: Map<string, Kind>,
  faults: FormFault[],
): void {
  const { name, kind, options, optionsFrom, columns, pattern, min, max } = question;
  const add = (part: string, words: Text) => faults.push({ place: `${place}/${part}`, words });
  if (seen.has(name)) add('name', twice(name));
  copyFaults(question, seen, add);
  seen.set(name, kind);
  if (
    (kind === 'select' || kind === 'radio') &&
    options === undefined &&
    optionsFrom === undefined
  ) {
    add('options', text('thiếu danh sách lựa chọn', 'choices are missing'));
  }
  if ((kind === 'table') !== (columns !== undefined)) {
    add('columns', text('chỉ và luôn có ở kiểu table', 'stand with kind table, always and only'));
  }
  if (pattern !== undefined && !isPattern(pattern)) {
    add('pattern', text('không phải biểu thức chính quy', 'is no regular expression'));
  }
  for (const [part, limit] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (typeof limit === 'string' && parseDay(limit) === undefined) {
      add(part, text('không phải ngày có thật', 'is no day of the calendar'));
    }
  }
  const within = new Map<string, Kind>();
  for (const [at, column] of (columns ?? []).entries()) {
    questionFaults(column, `${place}/columns/${at}`, within, faults);
    if (column.kind === 'table' || column.kind === 'residence-history') {
      add(
        `columns/${at}/kind`,
        text('bảng trong bảng không được hỗ trợ', 'a table inside a table is not supported'),
      );
    }
  }
}

/** What is copied comes from a question before it, of the same kind; a declaration is never made by copying. */
function copyFaults(
  { kind, copyFrom }: Question,
  seen: ReadonlyMap<string, Kind>,
  add: (part: string, words: Text) => void,
): void {
  if (copyFrom === undefined) return;
  if (['consent', 'third-party-consent', 'computed'].includes(kind)) {
    add('copyFrom', text('không sao chép lời cam đoan, đồng ý', 'a consent is never copied'));
  }
  if (copyFrom.question === undefined) return;
  const source = seen.get(copyFrom.question);
  if (source === undefined) add('copyFrom/question', unknown(copyFrom.question));
  else if (source !== kind && !(source === 'date' && kind === 'partial-date')) {
    add('copyFrom/question', text(`khác kiểu: ${source}`, `of another kind: ${source}`));
  }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function twice(name: string): Text {
  return text(`tên “${name}” đã dùng rồi`, `the name “${name}” is used twice`);
}

function unknown(name: string): Text {
  return text(`không có câu hỏi “${name}”`, `there is no question “${name}”`);
}
