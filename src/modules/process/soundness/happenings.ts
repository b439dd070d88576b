import type { CompiledProcess, Node } from '../bpmn/graph.ts';
import type { Happening, State, Token } from '../engine/state.ts';

/** Everything that can happen next in a state; of members that are alike only one is tried. */
export function happenings(compiled: CompiledProcess, state: State): readonly Happening[] {
  if (state.next === 1) return [{ type: 'start', vars: {} }];
  const seen = new Set<string>();
  return state.tokens.flatMap((token) => {
    const likeness = `${token.node.no} ${token.kind} ${token.scope} ${token.parent}`;
    if (seen.has(likeness)) return [];
    seen.add(likeness);
    return happeningsOf(compiled, token);
  });
}

function happeningsOf(compiled: CompiledProcess, token: Token): readonly Happening[] {
  switch (token.kind) {
    case 'user':
      return (token.node.step?.outcomes ?? []).map((outcome) => complete(token, outcome));
    case 'job':
      return [
        complete(token, null),
        ...errorCodes(compiled, token.node).map((code): Happening => ({
          type: 'fail',
          token: token.id,
          code,
        })),
      ];
    case 'timer':
    case 'message':
    case 'signal':
      return [{ type: 'fire', token: token.id }];
    case 'join':
    case 'scope':
    case 'event-gateway':
    case 'many':
    case 'record':
    case 'undoing':
      return [];
  }
}

function complete(token: Token, outcome: string | null): Happening {
  return { type: 'complete', token: token.id, outcome, vars: {} };
}

/** The error codes that somebody around the node is ready to catch. */
function errorCodes(compiled: CompiledProcess, node: Node): readonly string[] {
  const listening = [...node.boundary, ...(compiled.eventStarts.get(node.parent) ?? [])];
  const here = listening.flatMap((event) =>
    event.trigger?.type === 'error' ? [event.trigger.code ?? 'any'] : [],
  );
  return [...new Set([...here, ...(node.parent ? errorCodes(compiled, node.parent) : [])])];
}
