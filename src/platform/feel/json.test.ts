import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileExpression } from './evaluate.ts';
import { FeelFault } from './fault.ts';
import { feelDate, feelDateTime, fromFeel, toFeel } from './json.ts';

describe('values from JSON and back', () => {
  it('gives back every JSON value as it was', () => {
    const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: true });
    fc.assert(
      fc.property(json, (value) => {
        const written = JSON.stringify(value);
        fc.pre(written === written.normalize('NFC'));
        expect(fromFeel(toFeel(value))).toEqual(
          JSON.parse(JSON.stringify(value, tidied)) as unknown,
        );
      }),
    );
  });

  it('does not guess dates', () => {
    expect(toFeel('2026-07-15')).toBe('2026-07-15');
  });

  it.each([
    ['2026-07-15', feelDate('2026-07-15')],
    ['2026-07-15T14:30:00', feelDateTime('2026-07-15T14:30')],
    ['2026-07-15T14:30:00+07:00', feelDateTime('2026-07-15T14:30:00+07:00')],
  ])('writes moments in their ISO form: %s', (written, value) => {
    expect(fromFeel(value)).toBe(written);
  });

  it.each(['2026-02-30', '15/07/2026', '', 'hôm nay'])('refuses %j as a day', (written) => {
    expect(() => feelDate(written)).toThrow(FeelFault);
  });

  it('keeps numbers exact: as numbers up to 15 digits and as safe integers, else as texts', () => {
    const value = (expression: string) => fromFeel(compileExpression(expression, [])({}));
    expect(value('9007199254740991')).toBe(9_007_199_254_740_991);
    expect(value('9007199254740993')).toBe('9007199254740993');
    expect(value('0.1')).toBe(0.1);
    expect(value('1/3')).toBe('0.3333333333333333333333333333333333');
    expect(value('1E400')).toBe('1e+400');
  });

  it('makes null of what FEEL has no value for', () => {
    expect(toFeel({ a: undefined, b: Number.NaN, c: () => 1 })).toEqual({
      a: null,
      b: null,
      c: null,
    });
    expect(fromFeel(compileExpression('function(x) x', [])({}))).toBeNull();
  });

  it('refuses data that is nested without end', () => {
    const endless: unknown[] = [];
    endless.push(endless);
    expect(() => toFeel(endless)).toThrow(FeelFault);
  });
});

/** Names are tidied on the way in. */
function tidied(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.replace(/\s+/g, ' ').trim(), item]),
  );
}
