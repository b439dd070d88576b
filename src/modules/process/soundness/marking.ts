import type { State, Token } from '../engine/state.ts';

/**
 * The name of a marking: two states with the same name can do the same things. Token ids do not matter, only what
 * waits where and what belongs to what; of a member only its place in a sequence matters.
 */
export function markingKey(state: State, outcome: unknown): string {
  const children = new Map<number, Token[]>();
  for (const token of state.tokens) {
    const owner = token.parent === 0 ? token.scope : token.parent;
    children.set(owner, [...(children.get(owner) ?? []), token]);
  }
  return `${state.status} ${JSON.stringify(outcome ?? null)} ${inside(0, children)}`;
}

function inside(owner: number, children: ReadonlyMap<number, readonly Token[]>): string {
  const keys = (children.get(owner) ?? []).map((token) => {
    const place =
      token.kind === 'join' || token.kind === 'many' || isSequential(token) ? token.index : '';
    return `${token.node.no}/${token.kind}/${place}(${inside(token.id, children)})`;
  });
  return keys.toSorted().join(',');
}

function isSequential(token: Token): boolean {
  return token.node.multi?.sequential === true;
}
