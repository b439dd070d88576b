import { tidyName } from '#/platform/feel/embed.ts';
import { text } from '#/values/text.ts';

import { DmnFault } from './fault.ts';
import type { Variable } from './model.ts';
import type { Element } from './xml.ts';

/** The children of a name, in the namespace of their parent: extension elements of tools are passed over. */
export function all(element: Element, name: string): Element[] {
  return element.children.filter(
    (child) => child.name === name && child.namespace === element.namespace,
  );
}

export function one(element: Element, name: string): Element | undefined {
  return all(element, name)[0];
}

/** The name attribute, tidied; empty when there is none. */
export function nameOf(element: Element): string {
  return tidyName(element.attributes['name'] ?? '');
}

/** An attribute that must be there. */
export function must(element: Element, attribute: string): string {
  const value = element.attributes[attribute];
  if (value !== undefined) return value;
  throw new DmnFault(
    text(`Thiếu thuộc tính “${attribute}”.`, `The attribute “${attribute}” is missing.`),
    placeOf(element),
  );
}

export function placeOf(element: Element): { element: string; line: number; column: number } {
  return { element: nameOf(element) || element.name, line: element.line, column: element.column };
}

/** The content of the `text` child, trimmed. */
export function textIn(element: Element | undefined): string | undefined {
  return element === undefined ? undefined : one(element, 'text')?.text.trim();
}

/** The declared type: an attribute since DMN 1.2, a child element before. */
export function typeRef(element: Element): string | undefined {
  const written = element.attributes['typeRef'] ?? one(element, 'typeRef')?.text;
  return written === undefined || written.trim() === '' ? undefined : tidyName(written);
}

export function variable(element: Element): Variable {
  return { name: nameOf(element), type: typeRef(element) };
}
