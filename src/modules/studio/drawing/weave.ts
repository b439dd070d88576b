import { withAttributes } from '../text/attributes.ts';
import {
  attribute,
  blankBefore,
  childrenOf,
  readSpans,
  SpanFault,
  splice,
  textOf,
  type Span,
} from '../text/spans.ts';

/**
 * Puts what was drawn into the text that it was drawn from. A modeller writes the whole file anew; here every element
 * that still means the same stays letter by letter, so that a change of one name is one changed line, and two editors
 * can be merged. What cannot be compared part by part is taken as it was drawn.
 */
export function weave(before: string, drawn: string): string {
  try {
    return weaveRoots(new Side(before), new Side(drawn)) ?? drawn;
  } catch (error) {
    if (error instanceof SpanFault) return drawn;
    throw error;
  }
}

/** A text with its one process; undefined when it has none or several. */
class Side {
  readonly xml: string;
  readonly root: Span;
  readonly process: Span | undefined;

  constructor(xml: string) {
    this.xml = xml;
    this.root = readSpans(xml);
    const found = childrenOf(this.root, 'process');
    this.process = found.length === 1 ? found[0] : undefined;
  }

  /** Whether elements repeat which flows come and go: the flows tell it, and most tools tell it again. */
  get repeatsTurns(): boolean {
    return deepTurns(this.root).length > 0;
  }

  /** An element with the blanks before it. */
  piece({ from, to }: Span): string {
    return this.xml.slice(blankBefore(this.xml, from), to);
  }
}

function weaveRoots(was: Side, is: Side): string | undefined {
  const [old, fresh] = [was.process, is.process];
  const isAlike =
    old !== undefined &&
    fresh !== undefined &&
    was.root.name === is.root.name &&
    old.name === fresh.name &&
    old.closeFrom !== old.openTo;
  if (!isAlike) return undefined;
  const inside = childrenWoven(was, old.children, is, fresh.children);
  const beside = (side: Side) => side.root.children.filter((child) => child !== side.process);
  const around = childrenWoven(was, beside(was), is, beside(is));
  const woven = splice(was.xml, [
    ...was.root.children
      .filter((child) => child !== old)
      .map(({ from, to }) => ({ from: blankBefore(was.xml, from), to, text: '' })),
    { from: old.openTo, to: old.closeFrom, text: `${inside}\n  ` },
    { from: old.to, to: old.to, text: around },
  ]);
  return withHeads(woven, is.root, fresh);
}

/** Elements in the order in which they stood, then those that are new. */
function childrenWoven(
  was: Side,
  before: readonly Span[],
  is: Side,
  after: readonly Span[],
): string {
  const keepsTurns = was.repeatsTurns;
  const drawn = new Map(after.map((child) => [keyOf(child), child]));
  const known = new Set(before.map(keyOf));
  const written = (child: Span) => (keepsTurns ? is.piece(child) : withoutTurns(is, child));
  if (drawn.size < after.length || known.size < before.length)
    throw new SpanFault('two elements cannot be told apart');
  const kept = before.flatMap((old) => {
    const child = drawn.get(keyOf(old));
    if (child === undefined) return [];
    const isSame = meaningOf(was.xml, old, keepsTurns) === meaningOf(is.xml, child, keepsTurns);
    return isSame ? [was.piece(old)] : [written(child)];
  });
  const fresh = after.filter((child) => !known.has(keyOf(child)));
  return [...kept, ...fresh.map(written)].join('');
}

function keyOf(span: Span): string {
  return `${span.local} ${attribute(span, 'id') ?? ''}`;
}

const isTurn = ({ local }: Span) => local === 'incoming' || local === 'outgoing';

function withoutTurns(side: Side, span: Span): string {
  const { xml } = side;
  const start = blankBefore(xml, span.from);
  const turns = deepTurns(span).map(({ from, to }) => ({
    from: blankBefore(xml, from) - start,
    to: to - start,
    text: '',
  }));
  return splice(xml.slice(start, span.to), turns).replace(
    /(<([\w:-]+)(?:\s[^<>]*)?)>\s*<\/\2>$/,
    '$1/>',
  );
}

function deepTurns(span: Span): Span[] {
  return span.children.flatMap((child) => (isTurn(child) ? [child] : deepTurns(child)));
}

/** What an element says, however it is written. */
function meaningOf(xml: string, span: Span, withTurns: boolean): string {
  const attributes = [...span.attributes]
    .map(([name, { value }]) => `${name}=${value}`)
    .toSorted()
    .join('\n');
  const children = span.children
    .filter((child) => withTurns || !isTurn(child))
    .map((child) => meaningOf(xml, child, withTurns));
  const text =
    span.children.length === 0 && span.openTo !== span.closeFrom ? textOf(xml, span) : '';
  return JSON.stringify([span.local, attributes, text.trim(), children]);
}

/** The attributes of the process, and the names of the languages that new elements are written in. */
function withHeads(woven: string, root: Span, process: Span): string {
  const own = childrenOf(readSpans(woven), 'process')[0]!;
  const gone = [...own.attributes.keys()].map((name) => [name, undefined] as const);
  const values = [...process.attributes].map(([name, { value }]) => [name, value] as const);
  const text = withAttributes(woven, own, Object.fromEntries([...gone, ...values]));
  const head = readSpans(text);
  const languages = [...root.attributes].filter(
    ([name]) => name.startsWith('xmlns:') && !head.attributes.has(name),
  );
  return withAttributes(
    text,
    head,
    Object.fromEntries(languages.map(([name, { value }]) => [name, value])),
  );
}
