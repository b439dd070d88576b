import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Paper } from '#/modules/procedure/index.ts';
import { compileDmn, readDmn } from '#/platform/dmn/index.ts';
import {
  compileExpression,
  feelDate,
  isTrue,
  toFeel,
  type FeelContext,
} from '#/platform/feel/index.ts';
import { parseDay } from '#/values/day.ts';
import { anySentence } from '../sentence/any-sentence.ts';
import type { Literal } from '../sentence/sentence.ts';
import { writeFeel } from '../sentence/write-feel.ts';
import { readDecisions, readTable } from './decisions.ts';
import { withPaper } from './paper-rules.ts';

const bundles = globSync('procedures/*').map((folder) => ({
  folder,
  xml: readFileSync(`${folder}/rules.dmn`, 'utf8'),
  papers: (
    JSON.parse(readFileSync(`${folder}/procedure.json`, 'utf8')) as { papers: Paper[] }
  ).papers.filter(({ group }) => group !== 'LOOKED_UP'),
}));
const label = (path: string) => path;

function rowsFor(xml: string, code: string) {
  const { table } = readDecisions(xml).find(({ name }) => name === 'papers')!;
  const { inputs, rules } = readTable(xml, table!);
  return rules
    .filter(({ results }) => results[0]?.text === JSON.stringify(code))
    .map(({ tests, notes }) => ({
      cells: Object.fromEntries(
        tests.flatMap(({ text }, at) => (text === '-' ? [] : [[inputs[at]!.expression, text]])),
      ),
      notes: notes.map(({ text }) => text),
    }));
}

describe.each(bundles)('$folder', ({ xml, papers }) => {
  test('the rows of every paper written anew from its condition are those that stand there', () => {
    for (const { code, when } of papers) {
      const emptied = withPaper(xml, { code, when }, { code, when: 'false' }, label);
      expect(rowsFor(emptied, code)).toHaveLength(1);
      const again = withPaper(emptied, { code, when: 'false' }, { code, when }, label);
      expect(rowsFor(again, code)).toEqual(rowsFor(xml, code));
    }
  });

  test('a paper that is taken away, renamed or added touches no other', () => {
    const [{ code, when }] = papers as [Paper];
    const others = papers.filter((paper) => paper.code !== code);
    for (const after of [undefined, { code: 'MOI', when }, { code, when: 'channel = "POSTAL"' }]) {
      const written = withPaper(xml, { code, when }, after, label);
      expect(() => compileDmn(readDmn(written))).not.toThrow();
      for (const other of others)
        expect(rowsFor(written, other.code)).toEqual(rowsFor(xml, other.code));
      expect(rowsFor(written, code).length === 0).toBe(after?.code !== code);
    }
    const added = withPaper(xml, undefined, { code: 'MOI' }, label);
    expect(rowsFor(added, 'MOI')).toEqual([{ cells: {}, notes: expect.any(Array) as unknown }]);
  });
});

/** Conditions on a choice and a number, whose values are such, as questions have them. */
const conditions = anySentence.map((sentence) => ({
  ...sentence,
  clauses: sentence.clauses.map((clause, at) => {
    const [subject, values] = at % 2 === 0 ? ['uy_quyen', texts] : ['tuoi', numbers];
    return {
      ...clause,
      subject: `answers.${subject}`,
      values: clause.values.map((_, no) => values[(at + no) % 3]!),
    };
  }),
}));
const texts = ['Có', 'Không', 'Chưa rõ'].map((text): Literal => ({ type: 'text', text }));
const numbers = ['6', '14', '18'].map((text): Literal => ({ type: 'number', text }));

test('the rows of any condition need the paper exactly when the condition holds', () => {
  const { xml, papers } = bundles.find(({ folder }) => folder.endsWith('dang-ky-khai-sinh'))!;
  const [{ code, when }] = papers as [Paper];
  const answers = fc.record({
    uy_quyen: fc.constantFrom(null, 'Có', 'Không', 'Chưa rõ', 'Khác'),
    tuoi: fc.constantFrom(null, 0, 6, 10, 14, 18, 40),
  });
  fc.assert(
    fc.property(conditions, answers, (sentence, given) => {
      const condition = writeFeel(sentence);
      const written = withPaper(xml, { code, when }, { code, when: condition }, label);
      const inputs: FeelContext = {
        answers: toFeel(given),
        channel: 'ONLINE',
        submittedOn: feelDate(parseDay('2026-07-15')!),
      };
      const holds = compileExpression(condition, ['answers', 'channel', 'submittedOn']);
      const decided = compileDmn(readDmn(written)).decide('papers', inputs).value as unknown[];
      expect(decided.includes(code)).toBe(isTrue(holds(inputs)));
    }),
    { numRuns: 300 },
  );
});

test('a decision that is no plain list of papers stays as it is', () => {
  const [{ xml }] = bundles as [(typeof bundles)[0]];
  const other = xml.replace(
    '<decisionTable id="papers_table" hitPolicy="COLLECT"',
    '<decisionTable id="papers_table" hitPolicy="RULE ORDER"',
  );
  expect(other).not.toBe(xml);
  expect(withPaper(other, undefined, { code: 'MOI' }, label)).toBe(other);
});
