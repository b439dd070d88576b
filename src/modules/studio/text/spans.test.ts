import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withAttributes } from './attributes.ts';
import { attribute, escaped, readSpans, splice, SpanFault, textOf, type Span } from './spans.ts';

test.each(globSync('procedures/*/*.{dmn,bpmn}'))(
  'every element of %s is found in its place',
  (file) => {
    const xml = readFileSync(file, 'utf8');
    const open = [readSpans(xml)];
    let count = 0;
    for (let span = open.pop(); span !== undefined; span = open.pop()) {
      count += 1;
      expect(xml.slice(span.from, span.from + span.name.length + 1)).toBe(`<${span.name}`);
      expect(xml[span.to - 1]).toBe('>');
      for (const [name, { from, to }] of span.attributes) {
        expect(xml.slice(from - 1 - name.length - 1, from)).toBe(`${name}="`);
        expect(xml[to]).toBe('"');
      }
      open.push(...span.children);
    }
    expect(count).toBe(xml.match(/<[a-z]/g)!.length);
  },
);

test('texts are read as they are meant: entities, CDATA, comments', () => {
  const xml = `<a b='1 &lt; 2 &#x1EA1;'>x &amp; <!-- no --><![CDATA[<y>]]></a>`;
  const span = readSpans(xml);
  expect(attribute(span, 'b')).toBe('1 < 2 ạ');
  expect(textOf(xml, span)).toBe('x & <y>');
});

test('what is written into an attribute is read from it again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const xml = '<a b="1" c="2"/>';
      const written = withAttributes(xml, readSpans(xml), { b: value, d: value, c: undefined });
      const span = readSpans(written);
      expect([attribute(span, 'b'), attribute(span, 'c'), attribute(span, 'd')]).toEqual([
        value,
        undefined,
        value,
      ]);
      expect(readSpans(`<a b="${escaped(value)}"/>`).attributes.get('b')?.value).toBe(value);
    }),
  );
});

test('pieces are put in their places without touching what stands between', () => {
  expect(
    splice('abcdef', [
      { from: 4, to: 5, text: 'E' },
      { from: 1, to: 2, text: '' },
    ]),
  ).toBe('acdEf');
});

const half = 250_000;
test.each([
  ['an unclosed quote before many tags', `<a "${'<b '.repeat(half / 3)}`],
  ['a name without an end', `<a ${'x'.repeat(2 * half)}`],
  ['blanks without an end', `<a${' '.repeat(2 * half)}`],
  ['tags that are never closed', '<a>'.repeat(half)],
  ['a document type with entities', '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'],
  ['two roots', '<a/><b/>'],
  ['a nest too deep', `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`],
  ['a foreign end', '<a></b>'],
  ['nothing', ''],
])('%s is refused at once', (_what, xml) => {
  const began = performance.now();
  expect(() => readSpans(xml)).toThrow(SpanFault);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('elements nest as deep as processes and tables do', () => {
  const span: Span = readSpans(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`);
  expect(span.children).toHaveLength(1);
});
