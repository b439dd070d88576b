/** An element of an XML text by its places in the text, so that one can be changed and all others stay letter by letter. */
export interface Span {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly from: number;
  readonly to: number;
  /** End of the opening tag, and start of the closing one; both are `to` when it closes itself. */
  readonly openTo: number;
  readonly closeFrom: number;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: readonly Span[];
}

/** An attribute: its value as meant, and the places of the written value between its quotes. */
interface Attribute {
  readonly value: string;
  /** Start of the white space before its name. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** Thrown when a text is no XML at all. Whether it is the XML that was wanted is for its own reader to say. */
export class SpanFault extends Error {
  override readonly name = 'SpanFault';
}

/** Deeper than any process or table goes, and shallow enough for everything that walks the elements. */
const deepest = 100;

type Draft = { -readonly [K in keyof Span]: Span[K] } & { children: Draft[] };

/** The root element of an XML text with everything in it. Linear in the length of the text, whatever it holds. */
export function readSpans(xml: string): Span {
  const open: Draft[] = [];
  let root: Draft | undefined;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const inert = inertEnd(xml, at);
    if (inert !== undefined) {
      at = inert;
      continue;
    }
    if (xml[at + 1] === '/') {
      at = close(xml, at, open.pop());
      continue;
    }
    const element = openTag(xml, at);
    open.at(-1)?.children.push(element);
    if (root === undefined) root = element;
    else if (open.length === 0) throw new SpanFault('there are two root elements');
    if (element.closeFrom === -1 && open.push(element) > deepest)
      throw new SpanFault('elements are nested too deep');
    at = element.openTo;
  }
  if (root === undefined || open.length > 0) throw new SpanFault('the text is not complete XML');
  return root;
}

/** The end of a comment, a CDATA section or an instruction; undefined for a tag. */
function inertEnd(xml: string, at: number): number | undefined {
  const closing = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml[at + 1] === '?'
        ? '?>'
        : undefined;
  if (closing === undefined) {
    if (xml[at + 1] === '!') throw new SpanFault('there is a document type');
    return undefined;
  }
  const end = xml.indexOf(closing, at + 2);
  if (end === -1) throw new SpanFault(`${closing} is missing`);
  return end + closing.length;
}

function close(xml: string, at: number, element: Draft | undefined): number {
  const end = xml.indexOf('>', at);
  const name = end === -1 ? '' : xml.slice(at + 2, end).trimEnd();
  if (element?.name !== name) throw new SpanFault(`</${name.slice(0, 60)}> closes nothing`);
  element.closeFrom = at;
  element.to = end + 1;
  return end + 1;
}

const blank = /\s/;

/** An opening tag; `closeFrom` is -1 until its closing tag is found. */
function openTag(xml: string, from: number): Draft {
  let at = from + 1;
  while (at < xml.length && !blank.test(xml[at]!) && xml[at] !== '>' && xml[at] !== '/') at += 1;
  const name = xml.slice(from + 1, at);
  if (name === '') throw new SpanFault('a tag has no name');
  const attributes = new Map<string, Attribute>();
  for (;;) {
    const start = at;
    while (at < xml.length && blank.test(xml[at]!)) at += 1;
    if (xml[at] === '>') return element(name, from, at + 1, attributes, false);
    if (xml.startsWith('/>', at)) return element(name, from, at + 2, attributes, true);
    const { title, value } = readAttribute(xml, at, start);
    attributes.set(title, value);
    at = value.to + 1;
  }
}

function element(
  name: string,
  from: number,
  openTo: number,
  attributes: Map<string, Attribute>,
  isClosed: boolean,
): Draft {
  return {
    name,
    local: name.slice(name.indexOf(':') + 1),
    from,
    to: openTo,
    openTo,
    closeFrom: isClosed ? openTo : -1,
    attributes,
    children: [],
  };
}

function readAttribute(xml: string, at: number, start: number) {
  const sign = xml.indexOf('=', at);
  const title = sign === -1 ? '' : xml.slice(at, sign).trimEnd();
  let quote = sign + 1;
  while (quote < xml.length && blank.test(xml[quote]!)) quote += 1;
  const mark = xml[quote] ?? '';
  const to = mark === '"' || mark === "'" ? xml.indexOf(mark, quote + 1) : -1;
  if (title === '' || to === -1 || /[<>"'\s]/.test(title)) {
    throw new SpanFault('a tag is not complete');
  }
  const from = quote + 1;
  return { title, value: { value: plain(xml.slice(from, to)), start, from, to } };
}

/** The value of an attribute; undefined when it is not there. */
export function attribute(span: Span, name: string): string | undefined {
  return span.attributes.get(name)?.value;
}

/** The children with a local name. */
export function childrenOf(span: Span, local: string): readonly Span[] {
  return span.children.filter((child) => child.local === local);
}

/** The text directly inside of an element. */
export function textOf(xml: string, span: Span): string {
  let text = '';
  let at = span.openTo;
  for (const child of [...span.children, undefined]) {
    text += words(xml.slice(at, child?.from ?? span.closeFrom));
    at = child?.to ?? at;
  }
  return text;
}

function words(xml: string): string {
  return xml.replace(
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/g,
    (_whole, verbatim: string | undefined, written: string | undefined) =>
      verbatim ?? (written === undefined ? '' : plain(written)),
  );
}

/** Puts other texts in places of a text. The places must not overlap. */
export function splice(
  text: string,
  changes: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): string {
  let spliced = '';
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    spliced += text.slice(at, change.from) + change.text;
    at = change.to;
  }
  return spliced + text.slice(at);
}

/** The start of the white space that stands before a place. */
export function blankBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && blank.test(text[from - 1]!)) from -= 1;
  return from;
}

/** A text as XML writes it between tags, and between double quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The same between tags only, where quotation marks may stand as they are. */
export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plain(written: string): string {
  return written.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return character(Number.parseInt(hex as string, 16), whole);
    if (decimal !== undefined) return character(Number(decimal), whole);
    return named[name as string] ?? whole;
  });
}

function character(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
