import type { Expression } from '../syntax.ts';

/** Whether an expression uses a name (or `?`) somewhere; a name that it defines itself counts too. */
export function mentions(expression: Expression, name: string): boolean {
  if (expression.is === 'tested') return name === '?';
  if (expression.is === 'name') return expression.name === name;
  return partsOf(expression).some((part) => mentions(part, name));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'constant':
    case 'name':
    case 'tested':
    case 'built-in':
      return [];
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'negation':
    case 'path':
    case 'instance of':
      return [expression.of];
    case 'between':
      return [expression.of, expression.low, expression.high];
    case 'in':
      return [expression.of, ...expression.tests];
    case 'if':
      return [expression.test, expression.whenTrue, expression.whenFalse];
    case 'for':
    case 'some':
    case 'every':
      return [
        ...expression.iterators.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
        expression.body,
      ];
    case 'filter':
      return [expression.of, expression.by];
    case 'call':
      return [expression.callee, ...expression.args];
    case 'named call':
      return [expression.callee, ...expression.args.values()];
    case 'list':
      return expression.items;
    case 'context':
      return expression.entries.map(({ value }) => value);
    case 'function':
      return [expression.body];
    case 'range':
      return [expression.start, expression.end];
    case 'half range':
      return [expression.end];
  }
}
