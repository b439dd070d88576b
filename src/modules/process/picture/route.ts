import type { Flow, Node } from '../bpmn/graph.ts';
import type { Box, Point } from '../bpmn/picture.ts';
import type { Grid } from './grid.ts';

/** Distance between ways that pass below what stands between their ends, and from those to the boxes. */
const channel = 20;
/** How far before its target a way turns. */
const turn = 22;

type Way = readonly Point[];

/** The lines of all flows of one container, and how far down the drawing reaches. */
export function routesOf(
  nodes: readonly Node[],
  boxes: ReadonlyMap<string, Box>,
  grid: Grid,
): { lines: Map<string, Way>; depth: number } {
  const lines = new Map<string, Way>();
  const detours: Way[] = [];
  for (const node of nodes) {
    for (const flow of [node, ...node.boundary].flatMap((one) => one.out)) {
      const [from, to] = [boxes.get(flow.from.id)!, boxes.get(flow.to.id)!];
      const others = nodes
        .filter((one) => one !== node && one !== flow.to)
        .map((one) => boxes.get(one.id)!);
      const low = lowest(from, to, [...boxes.values()], detours);
      const wanted = grid.isBack(node, flow.to) ? [] : forward(flow, from, to);
      const round = flow.from.host
        ? [besideHost(from, to, rightOf(boxes.get(node.id)!, boxes), low)]
        : [];
      const ways = [...wanted, ...below(from, to, low), ...round];
      const way = ways.find((one) => isFree(one, others)) ?? ways.at(-1)!;
      if (!wanted.includes(way)) detours.push(way);
      lines.set(flow.id, way);
    }
  }
  const ends = [...boxes.values()].map((box) => box.y + box.height);
  return {
    lines,
    depth: Math.max(0, ...ends, ...[...lines.values()].flat().map((point) => point.y)),
  };
}

/** The ways forward, the nicest first. */
function forward({ from: { kind } }: Flow, from: Box, to: Box): readonly Way[] {
  const end = { x: to.x, y: middle(to) };
  const right = { x: from.x + from.width, y: middle(from) };
  if (right.y === end.y && kind !== 'boundary') return [[right, end]];
  // Gateways and boundary events send their branches straight down or up, as people draw them.
  const edge = { x: centre(from), y: end.y > right.y ? from.y + from.height : from.y };
  const dropped = [edge, { x: edge.x, y: end.y }, end];
  if (kind === 'boundary') return end.y > right.y ? [dropped] : [];
  const late = [right, { x: to.x - turn, y: right.y }, { x: to.x - turn, y: end.y }, end];
  const early = [right, { x: right.x + turn, y: right.y }, { x: right.x + turn, y: end.y }, end];
  const isGateway = from.width < 60;
  return isGateway ? [dropped, late, early] : [late, early];
}

/** The ways round: below everything that stands between, and into the target from the left. */
function below(from: Box, to: Box, low: number): readonly Way[] {
  const gate = to.x - turn / 2;
  const end = { x: to.x, y: to.height > 60 ? to.y + to.height * 0.8 : middle(to) };
  const home = [{ x: gate, y: low }, { x: gate, y: end.y }, end];
  const bottom = { x: centre(from), y: from.y + from.height };
  const right = { x: from.x + from.width, y: middle(from) };
  const side = right.x + turn / 2;
  return [
    [bottom, { x: bottom.x, y: low }, ...home],
    [right, { x: side, y: right.y }, { x: side, y: low }, ...home],
  ];
}

/** From a boundary event past the right side of its host, because something stands below. */
function besideHost(from: Box, to: Box, column: number, low: number): Way {
  const [, ...rest] = below(from, to, low)[0]!;
  const start = { x: centre(from), y: from.y + from.height };
  const side = column + turn / 2;
  const dip = start.y + turn / 3;
  return [
    start,
    { x: start.x, y: dip },
    { x: side, y: dip },
    { x: side, y: low },
    ...rest.slice(1),
  ];
}

/** The right side of everything that stands above or below a box. */
function rightOf(host: Box, boxes: ReadonlyMap<string, Box>): number {
  const column = [...boxes.values()].filter(
    (box) => box.x <= host.x + host.width && box.x + box.width >= host.x,
  );
  return Math.max(...column.map((box) => box.x + box.width));
}

/** Just below what stands between two boxes, and below the ways that pass there already. */
function lowest(from: Box, to: Box, boxes: readonly Box[], detours: readonly Way[]): number {
  const left = Math.min(from.x, to.x) - turn;
  const right = Math.max(from.x + from.width, to.x + to.width) + turn;
  const between = boxes.filter((box) => box.x < right && box.x + box.width > left);
  // Names of events stand below them.
  const ends = between.map((box) => box.y + box.height + (box.width < 60 ? 36 : 0));
  const passing = detours.filter((way) => way.some(({ x }) => x > left && x < right));
  return Math.max(...ends, ...passing.flat().map((point) => point.y)) + channel;
}

/** Whether a way touches none of the boxes. */
function isFree(way: Way, boxes: readonly Box[]): boolean {
  return way.slice(1).every((end, at) => !boxes.some((box) => touches(way[at]!, end, box)));
}

function touches(start: Point, end: Point, { x, y, width, height }: Box): boolean {
  return (
    Math.min(start.x, end.x) < x + width &&
    Math.max(start.x, end.x) > x &&
    Math.min(start.y, end.y) < y + height &&
    Math.max(start.y, end.y) > y
  );
}

function centre(box: Box): number {
  return box.x + box.width / 2;
}

function middle(box: Box): number {
  return box.y + box.height / 2;
}
