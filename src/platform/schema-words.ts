import type { ErrorObject } from 'ajv';
import { text, type Text } from '#/values/text.ts';

/** What does not fit a JSON Schema, and where: a JSON Pointer (RFC 6901) to the value, or to where it is missing. */
export interface SchemaFault {
  readonly at: string;
  readonly words: Text;
}

/**
 * The errors of Ajv in our own words, one for each place. Ajv must run with `verbose`. Of a choice that does not fit,
 * only the choice is told and not why each alternative failed.
 */
export function schemaWords(errors: readonly ErrorObject[]): SchemaFault[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const faults = new Map<string, Text>();
  for (const error of errors) {
    if (choices.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`))) continue;
    const at = placeOf(error);
    if (!faults.has(at)) faults.set(at, wordsOf(error));
  }
  return [...faults].map(([at, words]) => ({ at, words }));
}

function placeOf({ keyword, instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Readonly<Record<string, string>>;
  const name =
    keyword === 'required'
      ? missingProperty
      : keyword === 'additionalProperties'
        ? additionalProperty
        : undefined;
  if (name === undefined) return instancePath;
  return `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function wordsOf({ keyword, params, schema, parentSchema }: ErrorObject): Text {
  const limit = String((params as { limit?: number }).limit);
  switch (keyword) {
    case 'required':
      return text('thiếu', 'is missing');
    case 'additionalProperties':
      return text('không có trường này', 'is not a field of this');
    case 'type':
      return typeWords(String(schema), parentSchema);
    case 'minimum':
    case 'maximum':
      return rangeWords(parentSchema);
    case 'minLength':
      return limit === '1'
        ? text('không được để trống', 'must not be empty')
        : text(`phải có ít nhất ${limit} ký tự`, `must have ${limit} characters or more`);
    case 'maxLength':
      return text(`chỉ được ${limit} ký tự`, `must have ${limit} characters or fewer`);
    case 'minItems':
      return text(`phải có ít nhất ${limit} mục`, `must have ${limit} items or more`);
    case 'maxItems':
      return text(`chỉ được ${limit} mục`, `must have ${limit} items or fewer`);
    case 'pattern':
      return text(`phải viết theo mẫu ${String(schema)}`, `must match ${String(schema)}`);
    case 'format':
      return formatWords(String(schema));
    case 'const':
    case 'enum':
    case 'anyOf':
    case 'oneOf':
      return choiceWords(keyword === 'const' ? [{ const: schema }] : (schema as unknown[]));
    default:
      return unfit;
  }
}

const unfit = text('không dùng được', 'cannot be used');

const types: Readonly<Record<string, Text>> = {
  integer: text('phải là số nguyên', 'must be a whole number'),
  number: text('phải là số', 'must be a number'),
  string: text('phải là chữ', 'must be text'),
  boolean: text('phải là true hoặc false', 'must be true or false'),
  array: text('phải là danh sách', 'must be a list'),
  object: text('phải là đối tượng', 'must be an object'),
  null: text('phải để trống (null)', 'must be null'),
};

function typeWords(type: string, parentSchema: unknown): Text {
  const words = types[type] ?? unfit;
  const { minimum, maximum } = (parentSchema ?? {}) as Range;
  if (minimum === undefined && maximum === undefined) return words;
  const range = rangeWords(parentSchema, '');
  return text(`${words.vi} ${range.vi}`, `${words.en} ${range.en}`);
}

interface Range {
  readonly minimum?: number;
  readonly maximum?: number;
}

function rangeWords(schema: unknown, must?: ''): Text {
  const { minimum, maximum } = (schema ?? {}) as Range;
  const [phai, be] = must === undefined ? ['phải ', 'must be '] : ['', ''];
  if (minimum === undefined) return text(`${phai}không quá ${maximum}`, `${be}at most ${maximum}`);
  if (maximum === undefined)
    return text(`${phai}từ ${minimum} trở lên`, `${be}at least ${minimum}`);
  return text(`${phai}từ ${minimum} đến ${maximum}`, `${be}from ${minimum} to ${maximum}`);
}

const formats: Readonly<Record<string, Text>> = {
  date: text('phải là ngày, ví dụ 2026-07-15', 'must be a day such as 2026-07-15'),
  'date-time': text(
    'phải là thời điểm, ví dụ 2026-07-15T08:00:00+07:00',
    'must be an instant such as 2026-07-15T08:00:00+07:00',
  ),
  uuid: text('phải là mã UUID', 'must be a UUID'),
  email: text('phải là địa chỉ thư điện tử', 'must be a mail address'),
  uri: text('phải là địa chỉ đầy đủ (URI)', 'must be a full address (URI)'),
};

function formatWords(format: string): Text {
  return formats[format] ?? unfit;
}

/** Alternatives that are fixed values are named; others have no short name. */
function choiceWords(alternatives: readonly unknown[]): Text {
  const values = alternatives.map((one) =>
    typeof one === 'object' && one !== null ? (one as { const?: unknown }).const : one,
  );
  if (values.includes(undefined)) return unfit;
  const list = values.map(String).join(', ');
  return values.length === 1
    ? text(`phải là ${list}`, `must be ${list}`)
    : text(`phải là một trong: ${list}`, `must be one of: ${list}`);
}
