import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileDmn, readDmn, type DmnModel } from '#/platform/dmn/index.ts';
import { readCell, tellCell, type CellScope } from './cell.ts';
import { withRequirements, writeColumns, writeHitPolicy, writeLiteral } from './columns.ts';
import { namesIn, readDecisions, readTable, type TableText } from './decisions.ts';
import { writeRules, type RuleRow } from './write-rules.ts';

const files = globSync('procedures/*/rules.dmn').map((path) => ({
  path,
  xml: readFileSync(path, 'utf8'),
}));
const tables = files.flatMap(({ path, xml }) =>
  readDecisions(xml)
    .filter(({ table }) => table !== undefined)
    .map(({ name, table }) => ({ path, name, xml, table: table! })),
);

function rowsOf({ rules }: TableText): RuleRow[] {
  return rules.map(({ tests, results, notes }, base) => ({
    base,
    tests: tests.map(({ text }) => text),
    results: results.map(({ text }) => text),
    notes: notes.map(({ text }) => text),
  }));
}

/** What a model means, without where its parts stand in the file. */
function meaning(model: DmnModel): unknown {
  return JSON.parse(
    JSON.stringify(model, (key, value) => (key === 'line' || key === 'column' ? undefined : value)),
  );
}

function rulesOf(xml: string, name: string) {
  const logic = readDmn(xml).decisions.find((decision) => decision.name === name)?.logic;
  if (logic?.is !== 'table') throw new Error('no table');
  return logic.rules.map(({ tests, results, annotations }) => ({ tests, results, annotations }));
}

test('all tables of all twelve procedures are read', () => {
  expect(files).toHaveLength(12);
  expect(tables.length).toBeGreaterThanOrEqual(48);
});

describe.each(tables)('$path $name', ({ name, xml, table }) => {
  const read = readTable(xml, table);
  const rows = rowsOf(read);

  test('written without a change it is the same text, letter by letter', () => {
    expect(writeRules(xml, table, rows)).toBe(xml);
    const columns = read.inputs.map(({ label, expression }, base) => ({ base, label, expression }));
    expect(writeColumns(xml, table, columns)).toBe(xml);
    expect(writeHitPolicy(xml, table, read.hitPolicy)).toBe(xml);
    expect(withRequirements(xml, name)).toBe(xml);
  });

  test('every cell is told and read back as the same FEEL', () => {
    const names = namesIn(xml);
    for (const { tests, results } of rows) {
      for (const feel of tests) check(feel, { names, options: [], is: 'test' });
      for (const feel of results) check(feel, { names, options: [], is: 'result' });
    }
    function check(feel: string, scope: CellScope): void {
      expect(readCell(tellCell(feel, scope), scope)).toEqual({ feel });
    }
  });

  test('rules that are moved, doubled, changed and added mean what was asked, and nothing else changes', () => {
    const last = rows.at(-1)!;
    const copy = { ...last, base: undefined };
    const noted = { ...rows[0]!, notes: rows[0]!.notes.map(() => 'Luật <mới> & "sửa"') };
    const next = [copy, ...rows.slice(1).toReversed(), noted];
    const written = writeRules(xml, table, next);
    const wanted = next.map(({ tests, results, notes }) => ({
      tests,
      results,
      annotations: notes,
    }));
    expect(rulesOf(written, name)).toEqual(wanted);
    const others = (text: string) => readDmn(text).decisions.filter((one) => one.name !== name);
    expect(meaning({ ...readDmn(written), decisions: others(written) })).toEqual(
      meaning({ ...readDmn(xml), decisions: others(xml) }),
    );
    expect(() => compileDmn(readDmn(written))).not.toThrow();
  });

  test('a column that is added, and taken away again, leaves the rules as they were', () => {
    const columns = read.inputs.map(({ label, expression }, base) => ({ base, label, expression }));
    const wider = writeColumns(xml, table, [
      ...columns,
      {
        base: undefined,
        label: 'Kênh & cách "nộp"',
        expression: 'if channel = "POSTAL" then 1 else 2',
      },
    ]);
    const known = withRequirements(wider, name);
    expect(() => compileDmn(readDmn(known))).not.toThrow();
    expect(rulesOf(known, name).every(({ tests }) => tests.at(-1) === '-')).toBe(true);
    const again = readDecisions(known).find((one) => one.name === name)!.table!;
    expect(rulesOf(writeColumns(known, again, columns), name)).toEqual(rulesOf(xml, name));
  });
});

test('comments, foreign attributes and extensions of a table stay', () => {
  const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:x="urn:x" name="m" namespace="n">
  <inputData id="i" name="channel"/>
  <decision id="fees" name="fees"><variable name="fees"/>
    <decisionTable id="fees_table" x:own="1" hitPolicy="COLLECT"><description>ghi chú</description>
      <input id="in1" label="Kênh"><inputExpression><text>"a"</text></inputExpression></input>
      <output id="o" name="key"/>
      <!-- trước luật 1 -->
      <rule id="r1" x:by="An"><description>một</description><inputEntry id="c"><text><![CDATA["a"]]></text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
      <rule id="r2"><inputEntry><text>-</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
    </decisionTable></decision></definitions>`;
  const { table } = readDecisions(xml)[0]!;
  const [one, two] = rowsOf(readTable(xml, table!));
  const swapped = writeRules(xml, table!, [two!, { ...one!, results: ['10'] }]);
  expect(swapped.indexOf('r2')).toBeLessThan(swapped.indexOf('<!-- trước luật 1 -->'));
  for (const kept of [
    'x:own="1"',
    '<description>ghi chú</description>',
    'x:by="An"',
    '<![CDATA["a"]]>',
    '<text>10</text>',
  ])
    expect(swapped).toContain(kept);
});

test('a literal expression is replaced in its place', () => {
  const { xml } = files.find(({ path }) => path.includes('dang-ky-khai-sinh'))!;
  const { literal } = readDecisions(xml).find(({ name }) => name === 'onTime')!;
  const written = writeLiteral(xml, literal!, '1 < 2');
  expect(written).toContain('<text>1 &lt; 2</text>');
  expect(written.length).toBeLessThan(xml.length);
});

const scope: CellScope = {
  names: ['channel', 'answers'],
  options: ['Có', 'Cha, mẹ', 'ONLINE'],
  is: 'test',
};
test.each([
  ['', '-'],
  ['Có', '"Có"'],
  ['Trẻ bị bỏ rơi', '"Trẻ bị bỏ rơi"'],
  ['không phải Có', 'not("Có")'],
  ['Có, ONLINE', '"Có", "ONLINE"'],
  ['Cha, mẹ', '"Cha, mẹ"'],
  ['<= 31/12/2025', '<= date("2025-12-31")'],
  ['> 5', '> 5'],
  ['channel', 'channel'],
  ['true', 'true'],
])('an official types %s and it means %s', (typed, feel) => {
  expect(readCell(typed, scope)).toEqual({ feel });
});

test.each(['> ', '[1..', '"chưa đóng', '< )'])(
  'a broken cell is refused with its place: %s',
  (typed) => {
    expect(readCell(typed, scope)).toHaveProperty('wrong');
  },
);

test('whatever a cell says, telling and reading it gives the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const feel = JSON.stringify(words.normalize('NFC'));
      expect(readCell(tellCell(feel, scope), scope)).toEqual({ feel });
    }),
  );
});
