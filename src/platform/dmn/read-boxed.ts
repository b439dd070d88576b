import { text } from '#/values/text.ts';

import { all, nameOf, one, placeOf, textIn, typeRef, variable } from './element.ts';
import { DmnFault } from './fault.ts';
import type { Boxed, BoxedEntry } from './model.ts';
import { readTable } from './read-table.ts';
import { tidyName } from '#/platform/feel/embed.ts';
import type { Element } from './xml.ts';

const readers: Readonly<Record<string, (element: Element) => Boxed>> = {
  literalExpression: (element) => ({
    ...head(element),
    is: 'literal',
    text: textIn(element) ?? '',
  }),
  decisionTable: (element) => ({ ...head(element), is: 'table', ...readTable(element) }),
  context: (element) => ({
    ...head(element),
    is: 'context',
    entries: all(element, 'contextEntry').map(readEntry),
  }),
  invocation: (element) => ({
    ...head(element),
    is: 'invocation',
    callee: readBoxed(element),
    bindings: all(element, 'binding').map((binding) => ({
      variable: variable(one(binding, 'parameter') ?? binding),
      value: readBoxed(binding),
    })),
  }),
  list: (element) => ({ ...head(element), is: 'list', items: readAll(element) }),
  relation: (element) => ({
    ...head(element),
    is: 'relation',
    columns: all(element, 'column').map(variable),
    rows: all(element, 'row').map(readAll),
  }),
  functionDefinition: (element) => ({
    ...head(element),
    is: 'function',
    parameters: all(element, 'formalParameter').map(variable),
    body: readBoxed(element),
    external: !['', 'FEEL'].includes(element.attributes['kind'] ?? ''),
  }),
  conditional: (element) => ({
    ...head(element),
    is: 'conditional',
    test: inside(element, 'if'),
    whenTrue: inside(element, 'then'),
    whenFalse: inside(element, 'else'),
  }),
  filter: (element) => ({
    ...head(element),
    is: 'filter',
    of: inside(element, 'in'),
    match: inside(element, 'match'),
  }),
  for: (element) => readLoop(element, 'for', 'return'),
  some: (element) => readLoop(element, 'some', 'satisfies'),
  every: (element) => readLoop(element, 'every', 'satisfies'),
};

/** The boxed expression inside of an element, undefined when it has none. */
export function readBoxed(element: Element): Boxed | undefined {
  return readAll(element)[0];
}

function readAll(element: Element): Boxed[] {
  return element.children.flatMap((child) => {
    const read = child.namespace === element.namespace ? readers[child.name] : undefined;
    return read === undefined ? [] : [read(child)];
  });
}

function readEntry(element: Element): BoxedEntry {
  const own = one(element, 'variable');
  return { variable: own === undefined ? undefined : variable(own), value: readBoxed(element) };
}

function readLoop(element: Element, is: 'for' | 'some' | 'every', body: string): Boxed {
  return {
    ...head(element),
    is,
    variable: tidyName(element.attributes['iteratorVariable'] ?? nameOf(element)),
    of: inside(element, 'in'),
    body: inside(element, body),
  };
}

function inside(element: Element, name: string): Boxed {
  const part = one(element, name);
  const boxed = part === undefined ? undefined : readBoxed(part);
  if (boxed !== undefined) return boxed;
  throw new DmnFault(
    text(`Thiếu biểu thức trong phần “${name}”.`, `The part “${name}” has no expression.`),
    placeOf(element),
  );
}

function head(element: Element): { type: string | undefined; line: number; column: number } {
  return { type: typeRef(element), line: element.line, column: element.column };
}
