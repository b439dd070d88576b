import { parseSync } from 'rolldown/utils';

/** Syntax after ECMAScript 2018, as the parser names it; Chrome 71 is of that year. */
const newNodes = new Set([
  'ChainExpression',
  'PrivateIdentifier',
  'PropertyDefinition',
  'StaticBlock',
  'ImportAttribute',
]);
const newOperators = new Set(['??', '??=', '||=', '&&=']);

/** Methods that came to Chrome after version 71. Those that a script may do without are looked for by name before. */
const newMethods = new Set([
  'allSettled',
  'any',
  'arrayBuffer',
  'at',
  'findLast',
  'fromEntries',
  'hasOwn',
  'isConnected',
  'matchAll',
  'randomUUID',
  'replaceAll',
  'replaceChildren',
  'structuredClone',
  'toReversed',
  'toSorted',
  'toSpliced',
]);

/** `caches` and `clients` have had theirs for longer; a response always had `arrayBuffer`. */
const older = /(?:clients\.matchAll|Response\([^()]*\)\.arrayBuffer)$/;

interface Node {
  readonly type: string;
  readonly operator?: string;
  readonly callee?: Node;
  readonly computed?: boolean;
  readonly property?: { readonly name?: string };
  readonly start: number;
  readonly end: number;
}

/** What in a script a browser of 2018 could not read or would not know, in the order of the script. */
export function tooNew(script: string): string[] {
  const found: string[] = [];
  walk(parseSync('script.js', script).program, (node) => {
    if (newNodes.has(node.type)) found.push(node.type);
    if (node.operator !== undefined && newOperators.has(node.operator)) found.push(node.operator);
    const called = node.type === 'CallExpression' ? node.callee : undefined;
    const name = called?.computed === false ? called.property?.name : undefined;
    if (
      called &&
      name &&
      newMethods.has(name) &&
      !older.test(script.slice(called.start, called.end))
    )
      found.push(name);
  });
  return found;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((each) => walk(each, visit));
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value) visit(value as Node);
  for (const part of Object.values(value)) walk(part, visit);
}
