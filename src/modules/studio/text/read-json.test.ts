import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

test('any JSON of people is read as it is, with or without a byte order mark', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom('', '\ufeff'), (value, mark) => {
      const text = JSON.stringify(value);
      expect(readJson(mark + text)).toEqual(JSON.parse(text));
    }),
  );
});

test('brackets within words do not count', () => {
  const words = `\\"${'[{'.repeat(500)}\\\\`;
  expect(readJson(`["${words}"]`)).toEqual(JSON.parse(`["${words}"]`));
});

test('what is nested beyond measure is refused before anything walks it', () => {
  expect(() => readJson('['.repeat(101) + ']'.repeat(101))).toThrow(SyntaxError);
  expect(readJson('['.repeat(100) + ']'.repeat(100))).toBeInstanceOf(Array);
});
