import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decide, decisionOf, tableOf } from './testing-model.ts';
import type { TestTable } from './testing-model.ts';

const ages: TestTable = {
  inputs: ['tuổi'],
  outputs: ['mức'],
  rules: [
    ['< 18', '"miễn"'],
    ['[16..60)', '"thường"'],
    ['>= 60', '"giảm"'],
  ],
};

function ask(table: TestTable, facts: Record<string, unknown>) {
  return decide(decisionOf(Object.keys(facts), tableOf(table)), facts);
}

describe('hit policies', () => {
  it.each([
    ['', 20, 'thường', [2]],
    ['', 17, null, [1, 2]],
    ['hitPolicy="UNIQUE"', 70, 'giảm', [3]],
    ['hitPolicy="FIRST"', 17, 'miễn', [1]],
    ['hitPolicy="ANY"', 17, null, [1, 2]],
    ['hitPolicy="ANY"', 20, 'thường', [2]],
    ['hitPolicy="RULE ORDER"', 17, ['miễn', 'thường'], [1, 2]],
    ['hitPolicy="COLLECT"', 17, ['miễn', 'thường'], [1, 2]],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 17, 2, [1, 2]],
    ['hitPolicy="COLLECT"', null, [], []],
    ['hitPolicy="RULE ORDER"', null, [], []],
    ['hitPolicy="FIRST"', null, null, []],
    ['', null, null, []],
  ])('%s at the age of %j gives %j', (policy, tuổi, value, matched) => {
    expect(ask({ ...ages, policy }, { tuổi })).toEqual({
      value,
      log: [{ decision: 'result', matched }],
    });
  });

  it.each([
    ['PRIORITY', 'thường'],
    ['OUTPUT ORDER', ['thường', 'miễn']],
  ])('%s ranks by the list of output values', (policy, value) => {
    const outputContent = ['<outputValues><text>"giảm", "thường", "miễn"</text></outputValues>'];
    const table = { ...ages, policy: `hitPolicy="${policy}"`, outputContent };
    expect(ask(table, { tuổi: 17 }).value).toEqual(value);
  });

  it.each([
    ['SUM', 22_000],
    ['MIN', 2000],
    ['MAX', 15_000],
    ['COUNT', 3],
  ])('COLLECT with %s counts the fees together', (aggregation, value) => {
    const table: TestTable = {
      inputs: ['bản'],
      outputs: ['phí'],
      policy: `hitPolicy="COLLECT" aggregation="${aggregation}"`,
      rules: [
        ['>= 1', '2000'],
        ['>= 2', '5000'],
        ['>= 3', 'bản * 5000'],
        ['>= 4', '1'],
      ],
    };
    expect(ask(table, { bản: 3 }).value).toBe(value);
  });

  it('gives the default output when no rule matches', () => {
    const outputContent = ['<defaultOutputEntry><text>"không rõ"</text></defaultOutputEntry>'];
    expect(ask({ ...ages, outputContent }, { tuổi: null }).value).toBe('không rõ');
  });

  it('gives several outputs as a context', () => {
    const table: TestTable = {
      inputs: ['kênh', 'tuổi'],
      outputs: ['qty', 'unit'],
      rules: [
        ['"ONLINE"', '-', '3', '"WORKING_DAY"'],
        ['not("ONLINE")', '> 18', '5', '"WORKING_DAY"'],
      ],
    };
    expect(ask(table, { kênh: 'ONLINE', tuổi: 1 }).value).toEqual({ qty: 3, unit: 'WORKING_DAY' });
    expect(ask(table, { kênh: 'DIRECT', tuổi: 19 }).value).toEqual({ qty: 5, unit: 'WORKING_DAY' });
  });

  it('gives null for an input outside of the input values', () => {
    const inputContent = ['<inputValues><text>[0..130]</text></inputValues>'];
    expect(ask({ ...ages, inputContent }, { tuổi: 131 }).value).toBeNull();
    expect(ask({ ...ages, inputContent }, { tuổi: 61 }).value).toBe('giảm');
  });

  it('FIRST is the first of RULE ORDER, UNIQUE its only one', () => {
    const cell = fc
      .integer({ min: 0, max: 4 })
      .chain((from) =>
        fc.integer({ min: 0, max: 4 }).map((length) => `[${from}..${from + length}]`),
      );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), fc.integer({ min: 0, max: 8 }), (cells, x) => {
        const table = {
          inputs: ['x'],
          outputs: ['y'],
          rules: cells.map((one, index) => [one, String(index)]),
        };
        const by = (policy: string) =>
          ask({ ...table, policy: `hitPolicy="${policy}"` }, { x }).value;
        const inOrder = by('RULE ORDER') as number[];
        expect(by('COLLECT')).toEqual(inOrder);
        expect(by('FIRST')).toBe(inOrder[0] ?? null);
        expect(by('UNIQUE')).toBe(inOrder.length === 1 ? inOrder[0] : null);
      }),
      { numRuns: 50 },
    );
  });
});
