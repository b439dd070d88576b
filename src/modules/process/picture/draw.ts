import { type Lang, say, type Text, text } from '#/values/text.ts';
import type { CompiledProcess, Flow, Node, NodeKind } from '../bpmn/graph.ts';
import type { Box, Picture, Point } from '../bpmn/picture.ts';
import { layOut } from './layout.ts';
import { shapeOf } from './shape.ts';
import { escaped, linesOf } from './svg-text.ts';

/** Where a case stands: numbers of the nodes that it waits at and of those that it has been through. */
export interface Standing {
  readonly active: readonly number[];
  readonly done: readonly number[];
  readonly lang: Lang;
}

const margin = 12;

/**
 * A process as a static SVG without script or style, drawn as its author did or by an own layout. It takes the
 * colour of the text around it; what is active or done is told by shape, sign and words, never by colour alone.
 */
export function drawProcess(compiled: CompiledProcess, standing: Standing): string {
  const picture = pictureOf(compiled);
  const { x, y, width, height } = frameOf(picture);
  const id = `process-${compiled.id.replace(/[^\w-]/g, '')}`;
  const flows = compiled.nodes.flatMap((node) => node.out);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="process-picture" role="img" aria-labelledby="${id}-title ${id}-desc"`,
    ` viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-size="13" fill="none" stroke="currentColor">`,
    `<title id="${id}-title">${escaped(say(standing.lang, compiled.name))}</title>`,
    `<desc id="${id}-desc">${escaped(summary(compiled, standing))}</desc>`,
    `<defs><marker id="${id}-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">`,
    '<path d="M0 0 10 5 0 10z" fill="currentColor" stroke="none"/></marker></defs>',
    ...flows.map((flow) => drawFlow(flow, picture, id)),
    ...compiled.nodes.map((node) => drawUndo(node, picture)),
    ...inLayers(compiled).map((node) => drawNode(node, picture.boxes.get(node.id)!, standing)),
    '</svg>',
  ].join('');
}

/** Where everything stands: the author's drawing when it shows every element, else our own. */
export function pictureOf(compiled: CompiledProcess): Picture {
  const { picture, nodes } = compiled;
  return picture && nodes.every((node) => picture.boxes.has(node.id)) ? picture : layOut(compiled);
}

function frameOf({ boxes, lines }: Picture): Box {
  const points = [...[...boxes.values()].flatMap(spread), ...[...lines.values()].flat()];
  const x = Math.min(...points.map((point) => point.x)) - margin;
  const y = Math.min(...points.map((point) => point.y)) - margin;
  const width = Math.max(...points.map((point) => point.x)) + margin - x;
  const height = Math.max(...points.map((point) => point.y)) + margin - y;
  return { x, y, width, height };
}

/** The corners of a box with the room that its name and sign may take. */
function spread({ x, y, width, height }: Box): readonly Point[] {
  const wider = width < 60 ? 50 : 0;
  return [
    { x: x - wider, y: y - 30 },
    { x: x + width + wider, y: y + height + (wider > 0 ? 36 : 0) },
  ];
}

/** What encloses comes first, what sits on an edge last. */
function inLayers({ nodes }: CompiledProcess): readonly Node[] {
  const layer = (node: Node) => (node.kind === 'boundary' ? 1_000 : 0) + depthOf(node);
  return nodes.toSorted((a, b) => layer(a) - layer(b));
}

function depthOf(node: Node): number {
  return node.parent ? 1 + depthOf(node.parent) : 0;
}

function drawFlow(flow: Flow, picture: Picture, id: string): string {
  const points = picture.lines.get(flow.id) ?? straight(flow, picture);
  const path = points.map(({ x, y }) => `${x} ${y}`).join('L');
  const label = flow.name ? drawLabel(flow.name, points) : '';
  return `<g class="process-flow"><path d="M${path}" stroke-width="1.5" marker-end="url(#${id}-arrow)"/>${label}</g>`;
}

/** A dotted line from a compensation event to the activity that undoes. */
function drawUndo({ id, trigger, linked, kind }: Node, { boxes }: Picture): string {
  const undo = kind === 'boundary' && trigger?.type === 'compensation' ? linked[0] : undefined;
  if (!undo) return '';
  const [start, end] = [boxes.get(id)!, boxes.get(undo.id)!];
  const from = `${start.x + start.width / 2} ${start.y + start.height}`;
  return `<path d="M${from}V${end.y + end.height / 2}H${end.x}" stroke-dasharray="2 4"/>`;
}

/** A label stands above the first piece of the way that lies flat. */
function drawLabel(name: string, points: readonly Point[]): string {
  const flat = points.findIndex((point, at) => point.y === points[at + 1]?.y);
  const start = points[Math.max(0, flat)]!;
  const end = points[Math.max(0, flat) + 1]!;
  const x = start.x + Math.sign(end.x - start.x) * Math.min(Math.abs(end.x - start.x) / 2, 40);
  return `<text x="${x}" y="${start.y - 5}" text-anchor="middle" fill="currentColor" stroke="none" font-size="12">${escaped(name)}</text>`;
}

function straight({ from, to }: Flow, { boxes }: Picture): readonly Point[] {
  const [start, end] = [boxes.get(from.id)!, boxes.get(to.id)!];
  return [
    { x: start.x + start.width, y: start.y + start.height / 2 },
    { x: end.x, y: end.y + end.height / 2 },
  ];
}

const hereNow = text('Đang ở đây', 'Here now');
const been = text('Đã qua', 'Done');

function drawNode(node: Node, box: Box, { active, done, lang }: Standing): string {
  const isActive = active.includes(node.no);
  const isDone = !isActive && done.includes(node.no);
  const state = isActive ? hereNow : isDone ? been : undefined;
  const name = node.id.endsWith(node.name.vi) ? '' : say(lang, node.name);
  const classes = [
    'process-node',
    `is-${node.kind}`,
    isActive ? 'is-active' : isDone ? 'is-done' : 'is-ahead',
  ];
  const title = [name || node.id, ...(state ? [say(lang, state)] : [])].join(': ');
  return [
    `<g class="${classes.join(' ')}" data-node="${node.no}" stroke-width="${isActive ? 3.5 : 1.5}">`,
    `<title>${escaped(title)}</title>`,
    shapeOf(node, box, isActive),
    drawName(node, box, name),
    state && !node.kind.endsWith('sub-process')
      ? drawSign(node, box, isActive ? `● ${say(lang, state)}` : '✓')
      : '',
    '</g>',
  ].join('');
}

/** Names stand inside what is large enough, else where no way leaves: above gateways, below events. */
function drawName(node: Node, box: Box, name: string): string {
  const isInside = box.width > 60 && !node.kind.endsWith('sub-process');
  const most = isInside ? Math.floor(box.height / 17) : 2;
  const lines = linesOf(name, isInside ? Math.floor(box.width / 7) : 18, most);
  const x = box.x + box.width / 2;
  const top = topOf(node, box, isInside, lines.length);
  const spans = lines.map(
    (line, at) => `<tspan x="${x}" y="${top + at * 16}">${escaped(line)}</tspan>`,
  );
  return spans.length === 0
    ? ''
    : `<text text-anchor="middle" fill="currentColor" stroke="none">${spans.join('')}</text>`;
}

function topOf({ kind }: Node, box: Box, isInside: boolean, lines: number): number {
  if (isInside) return box.y + box.height / 2 - (lines - 1) * 8 + 4;
  if (kind.endsWith('sub-process')) return box.y + 18;
  return isGateway(kind) ? box.y - 6 - (lines - 1) * 16 : box.y + box.height + 15;
}

function isGateway(kind: NodeKind): boolean {
  return (
    kind === 'exclusive' || kind === 'parallel' || kind === 'inclusive' || kind === 'event-gateway'
  );
}

/** The sign stands above the node; a gateway's beside it, because its name is there. */
function drawSign(node: Node, box: Box, sign: string): string {
  const [x, y] = isGateway(node.kind)
    ? [box.x + box.width - 2, box.y + 8]
    : [box.x + box.width / 2, box.y - 7];
  return `<text class="process-sign" x="${x}" y="${y}" text-anchor="middle" fill="currentColor" stroke="none" font-size="12" font-weight="600">${escaped(sign)}</text>`;
}

function summary({ nodes }: CompiledProcess, { active, done, lang }: Standing): string {
  const steps = nodes.filter((node) => node.step);
  const named = (numbers: readonly number[]) =>
    steps
      .filter((node) => numbers.includes(node.no))
      .map((node) => say(lang, node.name))
      .join(', ');
  const sentences: Text[] = [
    text(`Quy trình có ${steps.length} bước.`, `The process has ${steps.length} steps.`),
  ];
  const [passed, now] = [named(done.filter((no) => !active.includes(no))), named(active)];
  if (passed) sentences.push(text(`Đã qua: ${passed}.`, `Done: ${passed}.`));
  if (now) sentences.push(text(`Đang ở: ${now}.`, `Now at: ${now}.`));
  return sentences.map((sentence) => say(lang, sentence)).join(' ');
}
