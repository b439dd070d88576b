import { tidyName } from './name.ts';
import type { SyntaxNode } from './parse-expression.ts';
import type { TypeName } from './syntax.ts';

/** Turns a type node of the lezer tree into our own. */
export function readType(node: SyntaxNode, source: string): TypeName {
  const at = node.from;
  const inner = node.name === 'Type' || node.name === 'ArgumentType' ? node.firstChild : node;
  if (inner === null) return { is: 'plain', at, name: 'Any' };
  switch (inner.name) {
    case 'Type':
      return readType(inner, source);
    case 'ListType': {
      const of = inner.getChild('Type');
      return {
        is: source.startsWith('range', inner.from) ? 'range' : 'list',
        at,
        of: of === null ? { is: 'plain', at, name: 'Any' } : readType(of, source),
      };
    }
    case 'ContextType': {
      const entries = inner.getChild('ContextEntryTypes')?.getChildren('ContextEntryType') ?? [];
      return {
        is: 'context',
        at,
        members: entries.map((entry) => {
          const name = entry.getChild('Name');
          const type = entry.getChild('Type');
          return {
            name: name === null ? '' : tidyName(source.slice(name.from, name.to)),
            type: type === null ? { is: 'plain', at, name: 'Any' } : readType(type, source),
          };
        }),
      };
    }
    case 'FunctionType': {
      const result = inner.getChild('Type');
      return {
        is: 'function',
        at,
        parameters: (inner.getChild('ArgumentTypes')?.getChildren('ArgumentType') ?? []).map(
          (one) => readType(one, source),
        ),
        result: result === null ? { is: 'plain', at, name: 'Any' } : readType(result, source),
      };
    }
    default:
      return { is: 'plain', at, name: tidyName(source.slice(inner.from, inner.to)) };
  }
}
