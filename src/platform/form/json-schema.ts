import type { Compiled } from './compile-form.ts';
import { leaves } from './kinds/leaves.ts';
import { rowLimit } from './posted.ts';
import type { Question } from './question.ts';
import { columnsOf, partsOf } from './records.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The answers of a form as JSON Schema 2020-12. Unknown names are refused. What only a condition can tell stands in
 * the annotation `x-ui`: kind, page, `when`, `required`.
 */
export function toJsonSchema(form: Compiled): JsonSchema {
  const asked = form.pages.flatMap((page) =>
    page.questions
      .filter(({ question }) => question.kind !== 'computed')
      .map(({ question }) => ({ question, page: page.json })),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: form.json.title.vi,
    type: 'object',
    properties: Object.fromEntries(
      asked.map(({ question, page }) => [
        question.name,
        { ...questionSchema(question), ...about(question, page.id, page.when) },
      ]),
    ),
    required: asked
      .filter(({ question, page }) => isAlwaysRequired(question) && page.when === undefined)
      .map(({ question }) => question.name),
    additionalProperties: false,
  };
}

/** The schema of one answer. */
function questionSchema(question: Question): JsonSchema {
  const columns = columnsOf(question);
  if (columns !== undefined) {
    const { required, min } = question;
    const least = typeof min === 'number' ? min : 1;
    return {
      type: 'array',
      items: recordSchema(columns),
      ...(required === true ? { minItems: least } : {}),
      maxItems: rowLimit(question),
    };
  }
  const parts = partsOf(question);
  if (parts !== undefined) return recordSchema(parts);
  return leaves[question.kind]?.schema(question) ?? {};
}

function recordSchema(parts: readonly Question[]): JsonSchema {
  const asked = parts.filter(({ kind }) => kind !== 'computed');
  return {
    type: 'object',
    properties: Object.fromEntries(
      asked.map((part) => [part.name, { ...questionSchema(part), title: part.label.vi }]),
    ),
    required: asked.filter(isAlwaysRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

function isAlwaysRequired({ required, when }: Question): boolean {
  return required === true && when === undefined;
}

function about(
  { kind, label, hint, when, required, optionsFrom }: Question,
  page: string,
  pageWhen?: string,
): JsonSchema {
  const ui = {
    kind,
    page,
    pageWhen,
    when,
    optionsFrom,
    required: typeof required === 'string' ? required : undefined,
  };
  return {
    title: label.vi,
    ...(hint === undefined ? {} : { description: hint.vi }),
    'x-ui': Object.fromEntries(Object.entries(ui).filter(([, value]) => value !== undefined)),
  };
}
