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

/** An attribute: its value as meant, and the place of the written value between its quotes. */
interface Attribute {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** Thrown when a text is no XML at all. Whether it is the XML that was wanted is for its own reader to say. */
export class SpanFault extends Error {
  override readonly name = 'SpanFault';
}

const marks =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

type Draft = { -readonly [K in keyof Span]: Span[K] } & { children: Draft[] };

/** The root element of an XML text with everything in it. Linear in the length of the text. */
export function readSpans(xml: string): Span {
  const open: Draft[] = [];
  let root: Draft | undefined;
  for (const mark of xml.matchAll(marks)) {
    const [whole, closing, name, written = '', selfClosing] = mark;
    const from = mark.index;
    const to = from + whole.length;
    if (closing !== undefined) {
      const element = open.pop();
      if (element?.name !== closing) throw new SpanFault(`</${closing}> closes nothing`);
      element.closeFrom = from;
      element.to = to;
    } else if (name !== undefined) {
      const attributes = attributesOf(written, from + 1 + name.length);
      const element: Draft = {
        name,
        local: name.slice(name.indexOf(':') + 1),
        from,
        to,
        openTo: to,
        closeFrom: to,
        attributes,
        children: [],
      };
      open.at(-1)?.children.push(element);
      if (root === undefined) root = element;
      else if (open.length === 0) throw new SpanFault('there are two root elements');
      if (selfClosing === '') open.push(element);
    }
  }
  if (root === undefined || open.length > 0) throw new SpanFault('the text is not complete XML');
  return root;
}

function attributesOf(written: string, at: number): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const found of written.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = found[2] ?? found[3] ?? '';
    const to = at + found.index + found[0].length - 1;
    attributes.set(found[1]!, { value: plain(value), from: to - value.length, to });
  }
  return attributes;
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
