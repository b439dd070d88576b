import type { Flow, Node } from '../bpmn/graph.ts';
import type { Box, Point } from '../bpmn/picture.ts';
import type { Grid } from './grid.ts';

/** Distance between two ways that lead back, below everything else. */
const channel = 18;

/** The lines of all flows of one container, and how far down the drawing reaches. */
export function routesOf(
  nodes: readonly Node[],
  boxes: ReadonlyMap<string, Box>,
  grid: Grid,
): { lines: Map<string, readonly Point[]>; depth: number } {
  const lines = new Map<string, readonly Point[]>();
  let depth = Math.max(0, ...[...boxes.values()].map((box) => box.y + box.height));
  for (const node of nodes) {
    for (const flow of [node, ...node.boundary].flatMap((one) => one.out)) {
      const from = boxes.get(flow.from.id)!;
      const to = boxes.get(flow.to.id)!;
      if (grid.isBack(node, flow.to)) {
        depth += channel;
        lines.set(flow.id, backRoute(from, to, depth));
      } else lines.set(flow.id, forwardRoute(flow, from, to));
    }
  }
  return { lines, depth };
}

function forwardRoute(flow: Flow, from: Box, to: Box): readonly Point[] {
  const end = { x: to.x, y: middle(to) };
  if (flow.from.kind === 'boundary') {
    const start = { x: centre(from), y: from.y + from.height };
    return start.y <= end.y ? [start, { x: start.x, y: end.y }, end] : around(start, end, to);
  }
  const start = { x: from.x + from.width, y: middle(from) };
  if (start.y === end.y) return [start, end];
  // Gateways send their branches straight down or up, as people draw them.
  if (
    flow.from.kind.endsWith('gateway') ||
    ['exclusive', 'parallel', 'inclusive'].includes(flow.from.kind)
  ) {
    const corner = { x: centre(from), y: end.y > start.y ? from.y + from.height : from.y };
    return [corner, { x: corner.x, y: end.y }, end];
  }
  const turn = to.x - 24;
  return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
}

/** Down a little, then across and up to a target that stands higher. */
function around(start: Point, end: Point, to: Box): readonly Point[] {
  const low = start.y + channel;
  const turn = to.x - 24;
  return [start, { x: start.x, y: low }, { x: turn, y: low }, { x: turn, y: end.y }, end];
}

/** Below everything, back to the left, and up into the target. */
function backRoute(from: Box, to: Box, depth: number): readonly Point[] {
  return [
    { x: centre(from), y: from.y + from.height },
    { x: centre(from), y: depth },
    { x: centre(to), y: depth },
    { x: centre(to), y: to.y + to.height },
  ];
}

function centre(box: Box): number {
  return box.x + box.width / 2;
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}
