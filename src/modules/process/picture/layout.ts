import type { CompiledProcess, Node } from '../bpmn/graph.ts';
import type { Box, Picture, Point } from '../bpmn/picture.ts';
import { type Grid, gridOf } from './grid.ts';
import { routesOf } from './route.ts';

/** Sizes in units of the drawing. */
const task = { width: 160, height: 76 };
const event = { width: 36, height: 36 };
const gateway = { width: 44, height: 44 };
const gap = { x: 56, y: 52 };
const padding = 28;

interface Sheet {
  readonly boxes: Map<string, Box>;
  readonly lines: Map<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

/** A drawing of a process that brings none: from left to right, loops below, sub-processes opened. */
export function layOut(compiled: CompiledProcess): Picture {
  const { boxes, lines } = sheetOf(compiled, null);
  return { boxes, lines };
}

function sheetOf(compiled: CompiledProcess, container: Node | null): Sheet {
  const all = compiled.nodes.filter(
    (node) => node.parent === container && node.kind !== 'boundary',
  );
  const inner = new Map(all.filter(isContainer).map((node) => [node, sheetOf(compiled, node)]));
  const nodes = all.filter((node) => node.kind !== 'event-sub-process');
  const grid = gridOf(nodes);
  const boxes = placed(nodes, grid, (node) => sizeOf(node, inner.get(node)));
  for (const node of nodes) hangBoundary(node, boxes);
  const { lines, depth } = routesOf(nodes, boxes, grid);
  const apart = all.filter((node) => node.kind === 'event-sub-process');
  const height = stack(apart, inner, boxes, depth);
  for (const [node, sheet] of inner) insert(sheet, boxes.get(node.id)!, boxes, lines);
  const right = Math.max(0, ...[...boxes.values()].map((box) => box.x + box.width));
  return { boxes, lines, width: right, height };
}

/** Event sub-processes stand below everything else, because no way leads to them. */
function stack(
  nodes: readonly Node[],
  inner: ReadonlyMap<Node, Sheet>,
  boxes: Map<string, Box>,
  depth: number,
): number {
  let bottom = depth;
  for (const node of nodes) {
    const size = sizeOf(node, inner.get(node));
    boxes.set(node.id, { ...size, x: 0, y: bottom + gap.y });
    bottom += gap.y + size.height;
  }
  return bottom;
}

function isContainer({ kind }: Node): boolean {
  return kind === 'sub-process' || kind === 'event-sub-process';
}

function sizeOf(node: Node, inner: Sheet | undefined): { width: number; height: number } {
  if (inner) return { width: inner.width + 2 * padding, height: inner.height + 2 * padding };
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'throw':
    case 'boundary':
      return event;
    case 'catch':
      return node.multi || node.boundary.length > 0 ? task : event;
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'event-gateway':
      return gateway;
    case 'pass':
    case 'user':
    case 'job':
    case 'sub-process':
    case 'event-sub-process':
      return task;
  }
}

function placed(
  nodes: readonly Node[],
  { column, row }: Grid,
  size: (node: Node) => { width: number; height: number },
): Map<string, Box> {
  const left = offsets(nodes, column, (node) => Math.max(size(node).width, 80), gap.x);
  const top = offsets(nodes, row, (node) => Math.max(size(node).height, 60), gap.y);
  return new Map(
    nodes.map((node) => {
      const { width, height } = size(node);
      const [x, room] = left.get(column.get(node)!)!;
      const [y, rise] = top.get(row.get(node)!)!;
      return [node.id, { x: x + (room - width) / 2, y: y + (rise - height) / 2, width, height }];
    }),
  );
}

/** Where each column or row begins, and how wide it is. */
function offsets(
  nodes: readonly Node[],
  place: ReadonlyMap<Node, number>,
  extent: (node: Node) => number,
  between: number,
): ReadonlyMap<number, readonly [number, number]> {
  const widest = new Map<number, number>();
  for (const node of nodes) {
    const at = place.get(node)!;
    widest.set(at, Math.max(widest.get(at) ?? 0, extent(node)));
  }
  let next = 0;
  return new Map(
    [...widest]
      .toSorted(([a], [b]) => a - b)
      .map(([at, width]) => {
        const start = next;
        next += width + between;
        return [at, [start, width] as const];
      }),
  );
}

/** Boundary events sit on the lower edge of their host. */
function hangBoundary(host: Node, boxes: Map<string, Box>): void {
  const box = boxes.get(host.id)!;
  for (const [at, node] of host.boundary.entries()) {
    const x = box.x + box.width - (at + 1) * (event.width + 8);
    boxes.set(node.id, { ...event, x, y: box.y + box.height - event.height / 2 });
  }
}

/** Puts the drawing of a sub-process into its box. */
function insert(
  sheet: Sheet,
  into: Box,
  boxes: Map<string, Box>,
  lines: Map<string, readonly Point[]>,
): void {
  const moved = <T extends Point>(point: T): T => ({
    ...point,
    x: point.x + into.x + padding,
    y: point.y + into.y + padding,
  });
  for (const [id, box] of sheet.boxes) boxes.set(id, moved(box));
  for (const [id, points] of sheet.lines) lines.set(id, points.map(moved));
}
