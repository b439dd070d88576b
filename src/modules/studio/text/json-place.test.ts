import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultPlace } from './json-place.ts';

test.each([
  ['{"a": 1,\n "b": }', { line: 2, column: 7 }],
  ['{"a": 1 "b": 2}', { line: 1, column: 9 }],
  ['[1, 2,, 3]', { line: 1, column: 7 }],
  ['{"a": tru}', { line: 1, column: 10 }],
  ['{"a": "x"', undefined],
  ['{"a": "x', undefined],
])('the place in %s', (json, place) => {
  expect(faultPlace(json)).toEqual(place);
});

test('a sign that does not belong there is found where it was put', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 2 }), (list) => {
      const parts = list.map((one) => JSON.stringify(one));
      const broken = `[${parts[0]} ? ${parts.slice(1).join(',')}]`;
      expect(faultPlace(broken)).toEqual({ line: 1, column: parts[0]!.length + 3 });
    }),
  );
});
