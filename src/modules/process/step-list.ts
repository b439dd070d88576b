import type { Allowance } from '#/values/deadline.ts';
import type { Text } from '#/values/text.ts';
import type { CompiledProcess, Node } from './bpmn/graph.ts';

/** One step of a procedure, as people read it. */
export interface ListedStep {
  readonly no: number;
  readonly id: string;
  readonly name: Text;
  readonly kind: string | null;
  readonly role: string | null;
  readonly unit: string | null;
  readonly hours: number | null;
  readonly hoursExtended: number | null;
  readonly due: Allowance | null;
  readonly atDue: string | null;
  readonly legalBasis: string | null;
  readonly state: string | null;
  /** The outcomes that completing the step may have. */
  readonly acts: readonly string[];
}

/** The steps that people do, in the order in which a case comes to them: the picture for those who cannot see it. */
export function stepList(compiled: CompiledProcess): readonly ListedStep[] {
  return inOrder(compiled).flatMap(({ no, id, name, step }) =>
    step
      ? [
          {
            no,
            id,
            name,
            kind: step.kind,
            role: step.role,
            unit: step.unit,
            hours: step.hours,
            hoursExtended: step.hoursExtended,
            due: step.due,
            atDue: step.atDue,
            legalBasis: step.legalBasis,
            state: step.state,
            acts: step.outcomes,
          },
        ]
      : [],
  );
}

/**
 * All nodes, each after those that lead to it (loops aside), so that a step which some cases skip stands before the
 * step that follows it. What is inside of a sub-process comes where the sub-process stands.
 */
function inOrder(compiled: CompiledProcess): readonly Node[] {
  const found = new Set<Node>();
  const backwards: Node[] = [];
  function visit(node: Node): void {
    if (found.has(node)) return;
    found.add(node);
    const inside = compiled.nodes.filter(({ kind, parent }) => kind === 'start' && parent === node);
    const next = [...inside, ...node.out.map(({ to }) => to), ...node.boundary, ...node.linked];
    next.toReversed().forEach(visit);
    backwards.push(node);
  }
  const starts = compiled.nodes.filter(({ kind, parent }) => kind === 'start' && parent === null);
  starts.toReversed().forEach(visit);
  return backwards.toReversed();
}
