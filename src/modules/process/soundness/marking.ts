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
  const own = children.get(owner) ?? [];
  const keys = own
    .filter((token) => token.kind !== 'record')
    .map(
      (token) => `${token.node.no}/${token.kind}/${placeOf(token)}(${inside(token.id, children)})`,
    );
  // What was done twice is undone twice, but no way on depends on how often: once stands for any number.
  const records = own
    .filter((token) => token.kind === 'record')
    .map(({ node }) => `${node.no}/record`);
  return [...keys, ...new Set(records)].toSorted().join(',');
}

/** What tells tokens of one kind at one node apart. Members side by side are alike; how often a timer still fires is left out. */
function placeOf(token: Token): string {
  if (token.kind === 'undoing') return JSON.stringify(token.item);
  if (token.kind === 'timer') return '';
  const isAlike = token.node.multi?.sequential === false && token.kind !== 'many';
  return isAlike ? '' : String(token.index ?? '');
}
