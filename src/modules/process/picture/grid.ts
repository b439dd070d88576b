import type { Node } from '../bpmn/graph.ts';

/** Where the nodes of one container stand in columns and rows, and which ways lead back. */
export interface Grid {
  readonly column: ReadonlyMap<Node, number>;
  readonly row: ReadonlyMap<Node, number>;
  isBack(from: Node, to: Node): boolean;
}

/** Nodes that a token may come to right after this one, in the same container. */
function nextOf(node: Node): readonly Node[] {
  const beside = node.boundary.flatMap((event) => [
    ...event.out.map((flow) => flow.to),
    ...event.linked,
  ]);
  const linked = node.kind === 'throw' ? node.linked : [];
  return [...node.out.map((flow) => flow.to), ...beside, ...linked];
}

/**
 * Puts nodes into columns by the longest way from the start, and into rows so that the longest way stays straight
 * and other branches go below it.
 */
export function gridOf(nodes: readonly Node[]): Grid {
  const { order, back } = sorted(nodes);
  const isBack = (from: Node, to: Node) => back.get(from)?.has(to) ?? false;
  const column = columnsOf(order, isBack);
  return { column, row: rowsOf(order, column, isBack), isBack };
}

/** The nodes in an order in which every way leads forward, but for those that close a loop. */
function sorted(nodes: readonly Node[]): {
  order: readonly Node[];
  back: ReadonlyMap<Node, ReadonlySet<Node>>;
} {
  const order: Node[] = [];
  const back = new Map<Node, Set<Node>>();
  const open = new Set<Node>();
  const seen = new Set<Node>();
  const visit = (node: Node) => {
    seen.add(node);
    open.add(node);
    for (const next of nextOf(node).toReversed()) {
      if (open.has(next)) back.set(node, (back.get(node) ?? new Set()).add(next));
      else if (!seen.has(next)) visit(next);
    }
    open.delete(node);
    order.unshift(node);
  };
  const entries = nodes.filter((node) => node.in.length === 0 && node.linked.length === 0);
  for (const node of [...entries, ...nodes]) if (!seen.has(node)) visit(node);
  return { order, back };
}

type IsBack = (from: Node, to: Node) => boolean;

function columnsOf(order: readonly Node[], isBack: IsBack): ReadonlyMap<Node, number> {
  const column = new Map<Node, number>();
  for (const node of order) {
    const here = column.get(node) ?? 0;
    column.set(node, here);
    for (const next of nextOf(node)) {
      if (!isBack(node, next)) column.set(next, Math.max(column.get(next) ?? 0, here + 1));
    }
  }
  return column;
}

function rowsOf(
  order: readonly Node[],
  column: ReadonlyMap<Node, number>,
  isBack: IsBack,
): ReadonlyMap<Node, number> {
  const main = mainWays(order, isBack);
  const row = new Map<Node, number>();
  const taken = new Set<string>();
  for (const node of order) {
    const before = order.filter((other) => nextOf(other).includes(node) && !isBack(other, node));
    const [chosen] = before.toSorted(
      (a, b) =>
        Number(main.get(b) === node) - Number(main.get(a) === node) ||
        row.get(a)! - row.get(b)! ||
        column.get(b)! - column.get(a)!,
    );
    const isStraight = chosen !== undefined && main.get(chosen) === node;
    let at = chosen === undefined ? 0 : row.get(chosen)! + (isStraight ? 0 : 1);
    const from = chosen === undefined ? column.get(node)! : column.get(chosen)! + 1;
    const cells = (place: number) => cellsOf(from, column.get(node)!, place);
    while (cells(at).some((cell) => taken.has(cell))) at += 1;
    for (const cell of cells(at)) taken.add(cell);
    row.set(node, at);
  }
  return row;
}

/** The cells that a node takes with the way that leads to it. */
function cellsOf(from: number, to: number, row: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `${from + at} ${row}`);
}

/** For each node the way on that is the longest. */
function mainWays(order: readonly Node[], isBack: IsBack): ReadonlyMap<Node, Node> {
  const length = new Map<Node, number>();
  const main = new Map<Node, Node>();
  for (const node of order.toReversed()) {
    let longest = 0;
    for (const next of node.out.map((flow) => flow.to).concat(nextOf(node))) {
      const way = isBack(node, next) ? 0 : (length.get(next) ?? 0);
      if (way <= longest) continue;
      longest = way;
      main.set(node, next);
    }
    length.set(node, longest + 1);
  }
  return main;
}
