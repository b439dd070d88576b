import { Type, type TSchema } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { schemaWords } from './schema-words.ts';

const ajv = new Ajv({ allErrors: true, verbose: true });
formats.default(ajv);

function told(schema: TSchema, value: unknown) {
  const validate = ajv.compile(schema);
  validate(value);
  return schemaWords(validate.errors ?? []).map(({ at, words }) => `${at} ${words.vi}`);
}

test.each<[TSchema, unknown, string]>([
  [Type.Integer(), 1.5, 'phải là số nguyên'],
  [Type.Integer({ minimum: 1, maximum: 5 }), 'x', 'phải là số nguyên từ 1 đến 5'],
  [Type.Number({ minimum: 1 }), 0, 'phải từ 1 trở lên'],
  [Type.Number({ maximum: 9 }), 10, 'phải không quá 9'],
  [Type.String(), 1, 'phải là chữ'],
  [Type.String({ minLength: 1 }), '', 'không được để trống'],
  [Type.String({ maxLength: 2 }), 'abc', 'chỉ được 2 ký tự'],
  [Type.String({ pattern: '^a$' }), 'b', 'phải viết theo mẫu ^a$'],
  [Type.String({ format: 'date' }), 'b', 'phải là ngày, ví dụ 2026-07-15'],
  [Type.Array(Type.String(), { minItems: 2 }), [], 'phải có ít nhất 2 mục'],
  [Type.Boolean(), 'x', 'phải là true hoặc false'],
  [Type.Literal('a'), 'b', 'phải là a'],
  [Type.Union([Type.Literal('a'), Type.Literal('b')]), 'c', 'phải là một trong: a, b'],
  [Type.Union([Type.Object({}), Type.Array(Type.String())]), 'c', 'không dùng được'],
  [Type.Array(Type.String(), { uniqueItems: true }), ['a', 'a'], 'không dùng được'],
])('%j does not take %j: %s', (schema, value, words) => {
  expect(told(schema, value)).toEqual([` ${words}`]);
});

test('each place is told once, also where something is missing or too much', () => {
  const schema = Type.Object(
    { count: Type.Integer(), 'a/b': Type.String() },
    { additionalProperties: false },
  );
  expect(told(schema, { count: 'x', more: 1 })).toEqual([
    '/a~1b thiếu',
    '/more không có trường này',
    '/count phải là số nguyên',
  ]);
});
