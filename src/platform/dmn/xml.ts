import { Parser } from 'saxen';

import { text } from '#/values/text.ts';

import { DmnFault } from './fault.ts';

/** An element with its namespace resolved: `name` is the local name. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** The text directly inside. */
  text: string;
  readonly line: number;
  readonly column: number;
}

const LENGTH_BOUND = 4_000_000;
const ELEMENT_BOUND = 100_000;
const DEPTH_BOUND = 200;

/**
 * Reads XML to a small tree. Refuses document types (and with them entities), texts over 4 million characters, over 100,000
 * elements or 200 levels; throws DmnFault with the place.
 */
export function readXml(xml: string): Element {
  if (xml.length > LENGTH_BOUND) throw wrong(text('Tệp quá lớn.', 'The file is too large.'));
  const parser = new Parser();
  const path: { element: Element; prefixes: Prefixes | undefined }[] = [];
  let root: Element | undefined;
  let count = 0;
  let fault: DmnFault | undefined;
  // saxen goes on after a thrown error of a listener; the first fault is kept and the parser stopped.
  const fail = (found: DmnFault) => {
    fault ??= found;
    parser.stop();
  };

  const places = openTagPlaces(xml);

  parser.on('openTag', (written, readAttributes, decode) => {
    count += 1;
    const place = places.next().value ?? { line: 1, column: 1 };
    if (count > ELEMENT_BOUND)
      return fail(wrong(text('Quá nhiều phần tử.', 'Too many elements.'), written, place));
    if (path.length >= DEPTH_BOUND)
      return fail(wrong(text('Lồng nhau quá sâu.', 'Nested too deeply.'), written, place));
    if (root !== undefined && path.length === 0) {
      return fail(
        wrong(text('Có hai phần tử gốc.', 'There are two root elements.'), written, place),
      );
    }
    const given = Object.entries(readAttributes()).map(
      ([name, value]) => [name, decode(value)] as const,
    );
    const outer = path.at(-1);
    const prefixes = declared(given, outer?.prefixes);
    const [prefix, name] = split(written);
    const element: Element = {
      name,
      namespace: namespaceOf(prefix, prefixes),
      attributes: Object.fromEntries(given),
      children: [],
      text: '',
      ...place,
    };
    outer?.element.children.push(element);
    root ??= element;
    path.push({ element, prefixes });
  });
  parser.on('closeTag', () => {
    path.pop();
  });
  parser.on('text', (value, decode) => {
    const inside = path.at(-1);
    if (inside !== undefined) inside.element.text += decode(value);
  });
  parser.on('cdata', (value) => {
    const inside = path.at(-1);
    if (inside !== undefined) inside.element.text += value;
  });
  parser.on('attention', (_text, _decode, where) => {
    fail(
      wrong(
        text('Không nhận tệp có khai báo DOCTYPE.', 'Files with a DOCTYPE are refused.'),
        'DOCTYPE',
        place1(where()),
      ),
    );
  });
  const unreadable = (error: Error, where: () => { line: number; column: number }) => {
    // saxen warns on; the place of a warning costs a look through the whole text.
    if (fault !== undefined) return;
    fail(
      wrong(
        text('Tệp XML bị hỏng.', `The XML is broken: ${error.message}.`),
        path.at(-1)?.element.name,
        place1(where()),
      ),
    );
  };
  parser.on('error', unreadable);
  parser.on('warn', unreadable);

  parser.parse(xml);
  if (fault !== undefined) throw fault;
  if (root === undefined)
    throw wrong(text('Tệp không có phần tử nào.', 'The file has no element.'));
  return root;
}

/**
 * The places of the opening tags, one by one. saxen tells a place only by counting from the start again, which
 * would make large files quadratic.
 */
function* openTagPlaces(xml: string): Generator<{ line: number; column: number }, undefined> {
  const marks = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?![/!?])|\n/g;
  let line = 1;
  let lineStart = 0;
  for (const { 0: mark, index } of xml.matchAll(marks)) {
    if (mark === '<') {
      yield { line, column: index - lineStart + 1 };
      continue;
    }
    for (let at = mark.indexOf('\n'); at >= 0; at = mark.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = index + at + 1;
    }
  }
  return undefined;
}

/** The prefixes that an element declares, inside of those around it. */
interface Prefixes {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Prefixes | undefined;
}

function declared(
  attributes: readonly (readonly [string, string])[],
  outer: Prefixes | undefined,
): Prefixes | undefined {
  const own = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  return { own: new Map(own.map(([name, value]) => [name.slice('xmlns:'.length), value])), outer };
}

function namespaceOf(prefix: string, prefixes: Prefixes | undefined): string {
  for (let around = prefixes; around !== undefined; around = around.outer) {
    const found = around.own.get(prefix);
    if (found !== undefined) return found;
  }
  return '';
}

function split(written: string): [string, string] {
  const colon = written.indexOf(':');
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}

function place1({ line, column }: { line: number; column: number }): {
  line: number;
  column: number;
} {
  return { line: line + 1, column: column + 1 };
}

function wrong(
  words: { vi: string; en: string },
  element = 'XML',
  place = { line: 1, column: 1 },
): DmnFault {
  return new DmnFault(words, { element, ...place });
}
