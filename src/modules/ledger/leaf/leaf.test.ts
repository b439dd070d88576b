import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { commitmentOf, digestOf, newSalt } from './commitment.ts';
import { leafBody, parseLeaf, type Leaf } from './leaf.ts';

describe('canonical JSON', () => {
  test('is written as the example of RFC 8785, section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonical(value)) as object).join()).toBe(
      'One,Carriage Return,Control,Latin Small Letter O With Diaeresis,Euro Sign,Emoji: Grinning Face,Hebrew Letter Dalet With Dagesh'
        .split(',')
        .toSorted((a, b) => (a === 'One' ? -1 : b === 'One' ? 1 : 0))
        .join(),
    );
    expect(
      canonical({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
        literals: [null, true, false],
      }),
    ).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}');
  });

  test('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonical({ b: 1, a: { d: 1, c: 2 } })).toBe(canonical({ a: { c: 2, d: 1 }, b: 1 }));
  });

  test('leaves out what JSON cannot hold, and writes days and instants as JSON does', () => {
    const at = new Date('2026-07-15T03:00:00Z');
    expect(canonical({ a: undefined, at, list: [undefined, at] })).toBe(
      '{"at":"2026-07-15T03:00:00.000Z","list":[null,"2026-07-15T03:00:00.000Z"]}',
    );
    expect(canonical(undefined)).toBe('null');
  });
});

describe('a commitment', () => {
  test('differs with every part of what it commits to, and with the salt', () => {
    const salt = newSalt();
    const committed = { document: { a: 1 }, after: null };
    const all = [
      commitmentOf(salt, committed),
      commitmentOf(newSalt(), committed),
      commitmentOf(salt, { ...committed, document: { a: 2 } }),
      commitmentOf(salt, { ...committed, after: digestOf({}) }),
    ].map((one) => one.toString('hex'));
    expect(new Set(all).size).toBe(4);
    expect(commitmentOf(salt, committed).toString('hex')).toBe(all[0]);
  });
});

describe('a leaf', () => {
  const leaf: Leaf = {
    kind: 'act',
    at: new Date('2026-07-15T03:00:00Z'),
    caseId: Buffer.alloc(16, 1),
    n: 2,
    previous: Buffer.alloc(32, 2),
    facts: { procedure: 'dang-ky-khai-sinh', verb: 'accept' },
    commitment: Buffer.alloc(32, 3),
  };

  test('reads back as it was written', () => {
    expect(parseLeaf(leafBody(leaf))).toEqual(leaf);
    const first = { ...leaf, previous: null, n: 1 };
    expect(parseLeaf(leafBody(first))).toEqual(first);
  });

  test('has one spelling only', () => {
    const text = leafBody(leaf).toString();
    for (const wrong of [
      '',
      '{}',
      text.replace('{', '{ '),
      text.replace('"v":1', '"v":2'),
      `${text} `,
    ])
      expect(parseLeaf(Buffer.from(wrong)), wrong).toBeUndefined();
  });
});
