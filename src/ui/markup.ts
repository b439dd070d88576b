import { isValidElement, type ComponentChild, type ComponentChildren } from 'preact';

/**
 * The HTML of elements and plain components, escaped (WHATWG HTML, 13.3). Pages hold neither state nor handlers, so this
 * knows none, and refuses what it does not know instead of leaving it out.
 * @throws TypeError for an object that no JSX made, a handler, a style object, or a name that is none
 */
export function markupOf(children: ComponentChildren): string {
  const page = { html: '' };
  write(page, children, false);
  return page.html;
}

/** What is written so far: one text that grows is quicker than many that are joined. */
interface Page {
  html: string;
}

function write(page: Page, child: ComponentChildren, isDrawing: boolean): void {
  if (child === null || child === undefined || typeof child === 'boolean') return;
  if (typeof child === 'string') {
    page.html += escape(child);
  } else if (Array.isArray(child)) {
    for (const each of child as readonly ComponentChild[]) write(page, each, isDrawing);
  } else if (typeof child !== 'object') {
    page.html += String(child);
  } else if (!isValidElement(child)) {
    // Data that somebody sent must never become an element.
    throw new TypeError('an object cannot be shown on a page');
  } else if (typeof child.type === 'function') {
    const component = child.type as (props: unknown) => ComponentChildren;
    write(page, component(child.props), isDrawing);
  } else {
    writeElement(page, child.type, child.props as Props, isDrawing || child.type === 'svg');
  }
}

type Props = Readonly<Record<string, unknown>>;

function writeElement(page: Page, name: string, props: Props, isDrawing: boolean): void {
  const tag = tagOf(name);
  let opening = tag.opening;
  let children: ComponentChildren;
  let raw: string | undefined;
  // One walk over what is there: asking for properties that are not there costs more than all else here.
  for (const prop in props) {
    const value = props[prop];
    if (prop === 'children') children = value as ComponentChildren;
    else if (prop === rawMarkup) raw = (value as { readonly __html: string }).__html;
    else if (value !== null && value !== undefined)
      opening = withAttribute(tag, opening, prop, value, isDrawing);
  }
  if (tag.closing === '') page.html += `${opening}/>`;
  else if (raw !== undefined) page.html += `${opening}>${raw}${tag.closing}`;
  else if (typeof children === 'string')
    page.html += `${opening}>${escape(children)}${tag.closing}`;
  else {
    page.html += `${opening}>`;
    write(page, children, isDrawing);
    page.html += tag.closing;
  }
}

function withAttribute(
  tag: Tag,
  opening: string,
  name: string,
  value: unknown,
  isDrawing: boolean,
): string {
  if (opening === tag.opening && typeof value === 'string') {
    if (name === 'class') return openingWith(tag.byClass, tag, name, value, isDrawing);
    if (name === 'data-label') return openingWith(tag.byLabel, tag, name, value, isDrawing);
  }
  return opening + attribute(name, value, isDrawing);
}

/** How an element begins whose first attribute is a word of our own code: put together once. */
function openingWith(
  known: Map<string, string>,
  tag: Tag,
  name: string,
  value: string,
  isDrawing: boolean,
): string {
  let opening = known.get(value);
  if (opening === undefined) {
    opening = tag.opening + attribute(name, value, isDrawing);
    if (known.size < 1000) known.set(value, opening);
  }
  return opening;
}

function attribute(name: string, value: unknown, isDrawing: boolean): string {
  const written = nameOf(name, isDrawing);
  if (value === '') return written;
  return typeof value === 'string' ? `${written}="${escape(value)}"` : flag(written, value);
}

const rawMarkup = 'dangerouslySetInnerHTML';

function flag(name: string, value: unknown): string {
  if (typeof value === 'number' || inWords.test(name)) return `${name}="${String(value)}"`;
  if (typeof value === 'boolean') return value ? name : '';
  throw new TypeError(`the attribute${name} cannot be ${typeof value}`);
}

/** Attributes that say yes and no in words instead of by being there (WAI-ARIA 1.2; WHATWG HTML, enumerated attributes). */
const inWords = /^ (?:aria-|data-|spellcheck$|draggable$)/;

/** Elements without content and end (WHATWG HTML, 13.1.2). */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

interface Tag {
  readonly opening: string;
  /** Nothing for an element that has no end. */
  readonly closing: string;
  /** How it begins with its first attribute, by that one's value, where our own code gives the value. */
  readonly byClass: Map<string, string>;
  readonly byLabel: Map<string, string>;
}

function tagOf(name: string): Tag {
  let tag = tags.get(name);
  if (tag === undefined) {
    tag = {
      opening: `<${checked(name)}`,
      closing: empty.has(name) ? '' : `</${name}>`,
      byClass: new Map(),
      byLabel: new Map(),
    };
    tags.set(name, tag);
  }
  return tag;
}

/** How an attribute begins: in small letters, but in drawings as it is. */
function nameOf(name: string, isDrawing: boolean): string {
  const known = isDrawing ? drawingNames : names;
  let written = known.get(name);
  if (written === undefined) {
    written = ` ${isDrawing ? checked(name) : checked(name).toLowerCase()}`;
    known.set(name, written);
  }
  return written;
}

function checked(name: string): string {
  if (!/^[A-Za-z][\w:.-]*$/.test(name)) throw new TypeError(`${name} is no name`);
  return name;
}

// What was looked at once: names come from our own code, so they are few.
const tags = new Map<string, Tag>();
const names = new Map<string, string>();
const drawingNames = new Map<string, string>();

function escape(text: string): string {
  if (!special.test(text)) return text;
  let html = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = signs.get(text.charCodeAt(at));
    if (sign === undefined) continue;
    html += text.slice(from, at) + sign;
    from = at + 1;
  }
  return html + text.slice(from);
}

const special = /["&<]/;
const signs = new Map([
  [34, '&quot;'],
  [38, '&amp;'],
  [60, '&lt;'],
]);
