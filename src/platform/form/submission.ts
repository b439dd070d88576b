import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Text, text } from '#/values/text.ts';
import type { Compiled } from './compile-form.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Setting } from './kinds/leaf.ts';
import { problemsOf } from './problems.ts';
import type { Answers } from './read-questions.ts';
import { walk } from './walk.ts';

/** Answers that came by the API: right and canonical, or words by the place of what is wrong (`thanh_vien.0.ho_ten`). */
export type Submission =
  | { readonly answers: Answers }
  | { readonly wrong: Readonly<Record<string, Text>> };

/**
 * Checks the answers of an API call: their shape by the schema, then that nothing is answered that is not asked, then
 * everything that the pages would check.
 */
export function readSubmission(
  form: Compiled,
  schema: JsonSchema,
): (answers: unknown, setting: Setting) => Submission {
  let validate: ValidateFunction<Record<string, unknown>> | undefined;
  return (answers, setting) => {
    validate ??= compileSchema(schema);
    if (!validate(answers)) return { wrong: shapeWrong(validate.errors ?? []) };
    const { answers: kept } = walk(form, answers, setting.today);
    const surplus = Object.keys(answers).filter((name) => !Object.hasOwn(kept, name));
    if (surplus.length > 0) {
      return { wrong: Object.fromEntries(surplus.map((name) => [name, notAsked])) };
    }
    const problems = problemsOf(form, kept, setting).filter(({ isWarning }) => !isWarning);
    if (problems.length === 0) return { answers: kept };
    return { wrong: Object.fromEntries(problems.map(({ name, words }) => [name, words])) };
  };
}

/** Compiling takes tens of milliseconds: it waits for the first call of the API. */
function compileSchema(schema: JsonSchema): ValidateFunction<Record<string, unknown>> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  formats.default(ajv, ['date']);
  ajv.addKeyword({ keyword: 'x-ui', schemaType: 'object' });
  return ajv.compile<Record<string, unknown>>(schema);
}

function shapeWrong(errors: readonly ErrorObject[]): Record<string, Text> {
  const wrong: Record<string, Text> = {};
  for (const { instancePath, params, message = '', keyword } of errors) {
    const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
    const inside = missingProperty ?? additionalProperty;
    const place = [
      ...instancePath.split('/').slice(1),
      ...(inside === undefined ? [] : [inside]),
    ].join('.');
    wrong[place] ??= shapeWords(keyword, message);
  }
  return wrong;
}

function shapeWords(keyword: string, message: string): Text {
  if (keyword === 'required') return text('Thiếu câu trả lời này', 'This answer is missing');
  if (keyword === 'additionalProperties') {
    return text('Mẫu không có câu hỏi này', 'The form has no such question');
  }
  return text(`Sai dạng dữ liệu (${message})`, `Wrong shape of data (${message})`);
}

const notAsked = text(
  'Câu này không được hỏi trong trường hợp của bạn; bỏ câu trả lời này',
  'This is not asked in your case; leave the answer out',
);
