import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ArtefactName } from '#/modules/procedure/index.ts';
import { demoOffice } from '../../../test/journeys/office.ts';
import type { Person } from '../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
let count = 0;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
});
beforeEach(async () => {
  await editor.open('/xuong-thu-tuc/moi');
  await editor.fill({ name: `Cấp lại Giấy khai sinh ${(count += 1)}` }, '/moi');
  draft = editor.path;
});

type Hostile = readonly [file: ArtefactName, change: (text: string) => string];

const nested = (open: string, close: string, times: number) =>
  open.repeat(times) + close.repeat(times);

const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b0 "ha">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY b${at + 1} "${`&b${at};`.repeat(10)}">`,
).join('')}]><definitions>&b9;</definitions>`;

function withSteps(text: string, number: number): string {
  const steps = Array.from({ length: number }, (_, at) => `<bpmn:userTask id="t${at}"/>`).join('');
  return text.replace('</bpmn:process>', `${steps}</bpmn:process>`);
}

function withPages(text: string, number: number): string {
  const form = JSON.parse(text) as { pages: object[] };
  const pages = Array.from({ length: number }, (_, at) => ({ ...form.pages[0], id: `p${at}` }));
  return JSON.stringify({ ...form, pages });
}

const hostile: Record<string, Hostile> = {
  'a form nested 50,000 deep': ['form.json', () => nested('[', ']', 50_000)],
  'a fact nested 50,000 deep': [
    'procedure.json',
    (text) => text.replace('"slug":', `"deep": ${nested('[', ']', 50_000)}, "slug":`),
  ],
  'answers nested 50,000 deep': [
    'examples.json',
    (text) => text.replace('"answers": {', `"answers": { "x": ${nested('[', ']', 50_000)},`),
  ],
  'facts that are a number': ['procedure.json', () => '12'],
  'facts that are a list': ['procedure.json', () => '[null]'],
  'facts of other kinds': [
    'procedure.json',
    (text) => text.replace(/^ {2}"(?!slug)(\w+)": /gm, '  "$1": 5, "x$1": '),
  ],
  'a form without parts': ['form.json', () => '{}'],
  'a form with names of the machine': ['form.json', () => '{"__proto__": [], "constructor": 1}'],
  'a form of a thousand pages': ['form.json', (text) => withPages(text, 1_000)],
  'a condition nested 2,000 deep': [
    'form.json',
    (text) => text.replace('"kind":', `"when": "${nested('(', ')', 2_000)}", "kind":`),
  ],
  'laughter in the rules': ['rules.dmn', () => laughs],
  'rules nested 20,000 deep': ['rules.dmn', () => nested('<a>', '</a>', 20_000)],
  'rules that break off': ['rules.dmn', (text) => text.slice(0, text.length / 2)],
  'rules of two thousand rows': [
    'rules.dmn',
    (text) => text.replace(/<rule[^]*?<\/rule>/, (row) => row.repeat(2_000)),
  ],
  'laughter in the process': ['process.bpmn', () => laughs],
  'a process nested 20,000 deep': ['process.bpmn', () => nested('<a>', '</a>', 20_000)],
  'a process of four thousand steps': ['process.bpmn', (text) => withSteps(text, 4_000)],
  'a process of ten thousand steps': ['process.bpmn', (text) => withSteps(text, 10_000)],
  'a template that calls itself': ['result.typ', () => '#let f() = f()\n#f()'],
  'a template that reads files': ['result.typ', () => '#read("/etc/passwd")'],
};

test.each(Object.entries(hostile))('%s: every page opens soon', async (_, [file, change]) => {
  await editor.open(`${draft}/van-ban/${file}`);
  await editor.fill({ body: change(editor.form(file).fields.get('body')!) }, file);
  const seen = new Set([draft]);
  for (const place of seen) {
    const start = performance.now();
    await editor.open(place);
    expect(editor.status, place).toBeLessThan(500);
    expect(performance.now() - start, place).toBeLessThan(10_000);
    const hrefs = [...editor.html.matchAll(/href="([^"#?]*)"/g)].map(([, href]) => href!);
    for (const href of hrefs) if (seen.size < 60 && href.startsWith(draft)) seen.add(href);
  }
});

const cycle = (text: string) =>
  text.replace(
    /<decision id="fees"[^>]*>/,
    (decision) =>
      `${decision}<informationRequirement><requiredDecision href="#fees"/></informationRequirement>`,
  );

/** A way from a gateway back to itself that nobody ever waits on. */
function endless(text: string): string {
  const prefix = /<([\w-]+:)process/.exec(text)![1]!;
  const loop = `<${prefix}exclusiveGateway id="Again" default="Again_self"/>
    <${prefix}sequenceFlow id="Again_self" sourceRef="Again" targetRef="Again"/>
    <${prefix}sequenceFlow id="Again_on" sourceRef="Again" targetRef="Accepted">
      <${prefix}conditionExpression xsi:type="${prefix}tFormalExpression">outcome = "accept"</${prefix}conditionExpression>
    </${prefix}sequenceFlow>`;
  return text
    .replace(/(sourceRef="receive" targetRef=)"[^"]*"/, '$1"Again"')
    .replace(`</${prefix}process>`, `${loop}</${prefix}process>`);
}

type Told = readonly [...Hostile, words: RegExp];

const told: Record<string, Told> = {
  'laughter in the rules': ['rules.dmn', () => laughs, /DOCTYPE|ENTITY|dòng 1/],
  'rules that need themselves': ['rules.dmn', cycle, /fees, dòng \d+.*cần lẫn nhau/],
  'rules that break off': ['rules.dmn', (text) => text.slice(0, text.length / 2), /dòng \d+/],
  'laughter in the process': ['process.bpmn', () => laughs, /DOCTYPE.*dòng 1, cột 22/],
  'a process nested 20,000 deep': ['process.bpmn', () => nested('<a>', '</a>', 20_000), /dòng 1/],
  'a process of ten thousand steps': [
    'process.bpmn',
    (text) => withSteps(text, 10_000),
    /Quá nhiều phần tử XML.*dòng \d+/,
  ],
  'a process that goes round without anybody': [
    'process.bpmn',
    endless,
    /Again Vòng lặp không bao giờ phải chờ ai/,
  ],
  'a form that is no JSON': [
    'form.json',
    (text) => text.replace('"pages": [', '"pages": ['.slice(1)),
    /dòng \d+/,
  ],
  'a form nested 50,000 deep': ['form.json', () => nested('[', ']', 50_000), /lồng nhau quá sâu/],
  'a template that runs for years': [
    'result.typ',
    () => 'x\n#{for i in range(1000000) { for j in range(1000000) { let x = i * j } }}',
    /[Dd]òng 2 chạy quá lâu/,
  ],
  'a template that fills the memory': [
    'result.typ',
    () => 'x\n#let a = range(1000)\n#for i in range(30) { a = a + a }',
    /[Dd]òng 3 (tốn quá nhiều bộ nhớ|chạy quá lâu)/,
  ],
  'a template that never ends': [
    'result.typ',
    (text) => `${text}\n#while true {}\n`,
    /[Dd]òng \d+/,
  ],
  'a template that calls itself': ['result.typ', () => '#let f() = f()\n#f()', /[Dd]òng [12]/],
  'a template that reads files': ['result.typ', () => 'x\n#read("/etc/passwd")', /[Dd]òng 2/],
  'a template that climbs out': ['result.typ', () => 'x\n#read("../../package.json")', /[Dd]òng 2/],
  'a template that asks the network': [
    'result.typ',
    () => 'x\ny\n#import "@preview/cetz:0.3.1"',
    /[Dd]òng 3/,
  ],
  'a picture from elsewhere': [
    'result.typ',
    () => '#image("https://example.org/a.png")',
    /[Dd]òng 1/,
  ],
};

test('a draft as it begins has no fault, and may go to review', async () => {
  await editor.open(`${draft}/duyet`);
  expect(editor.offers('/gui-duyet')).toBe(true);
});

test.each(Object.entries(told))(
  '%s: the check tells the place, and it cannot go to review',
  async (_, [file, change, words]) => {
    await editor.open(`${draft}/van-ban/${file}`);
    const start = performance.now();
    await editor.fill({ body: change(editor.form(file).fields.get('body')!) }, file);
    await editor.open(`${draft}/kiem-tra`);
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(editor.words).toMatch(words);
    await editor.open(`${draft}/duyet`);
    expect(editor.offers('/gui-duyet')).toBe(false);
  },
);
