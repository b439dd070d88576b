import type { Node } from '../bpmn/graph.ts';
import type { Box } from '../bpmn/picture.ts';

/** The outline of a node in the notation of BPMN 2.0.2 (chapter 13 of its notation: circles, boxes, diamonds). */
export function shapeOf(node: Node, box: Box, isActive: boolean): string {
  const fill = `fill="currentColor" fill-opacity="${isActive ? 0.14 : 0.03}"`;
  switch (node.kind) {
    case 'start':
      return circle(box, 0, dashed(node, fill)) + icon(node, box);
    case 'end':
      return circle(box, 0, `${fill} stroke-width="4"`);
    case 'boundary':
    case 'throw':
      return (
        circle(box, 0, dashed(node, fill)) + circle(box, 4, dashed(node, '')) + icon(node, box)
      );
    case 'catch':
      return box.width > 60
        ? rectangle(box, 10, fill)
        : circle(box, 0, fill) + circle(box, 4, '') + icon(node, box);
    case 'exclusive':
      return diamond(box, fill) + cross(box, Math.SQRT1_2);
    case 'parallel':
      return diamond(box, fill) + cross(box, 1);
    case 'inclusive':
      return diamond(box, fill) + circle(box, box.width * 0.27, '');
    case 'event-gateway':
      return (
        diamond(box, fill) + circle(box, box.width * 0.25, '') + circle(box, box.width * 0.31, '')
      );
    case 'sub-process':
      return rectangle(box, 14, 'fill="none"');
    case 'event-sub-process':
      return rectangle(box, 14, 'fill="none" stroke-dasharray="3 4"');
    case 'user':
    case 'job':
    case 'pass':
      return rectangle(box, 10, fill) + marks(node, box);
  }
}

function dashed({ interrupting, kind }: Node, fill: string): string {
  return interrupting || (kind !== 'boundary' && kind !== 'start')
    ? fill
    : `${fill} stroke-dasharray="4 3"`;
}

function rectangle({ x, y, width, height }: Box, radius: number, more: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${more}/>`;
}

function circle({ x, y, width, height }: Box, inset: number, more: string): string {
  return `<circle cx="${x + width / 2}" cy="${y + height / 2}" r="${Math.max(1, width / 2 - inset)}" ${more}/>`;
}

function diamond({ x, y, width, height }: Box, more: string): string {
  return `<path d="M${x + width / 2} ${y}l${width / 2} ${height / 2}-${width / 2} ${height / 2}-${width / 2}-${height / 2}z" ${more}/>`;
}

/** A plus, or turned by 45 degrees a cross. */
function cross({ x, y, width, height }: Box, turn: number): string {
  const [cx, cy, arm] = [x + width / 2, y + height / 2, width * 0.22];
  const [a, b] = turn === 1 ? [arm, 0] : [arm * turn, arm * turn];
  return `<path d="M${cx - a} ${cy - b}L${cx + a} ${cy + b}M${cx + b} ${cy - a}L${cx - b} ${cy + a}" stroke-width="3"/>`;
}

/** A clock hand for timers, an envelope for messages, a bolt for errors. */
function icon({ trigger }: Node, { x, y, width, height }: Box): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  switch (trigger?.type) {
    case 'timer':
      return `<path d="M${cx} ${cy - 7}V${cy}L${cx + 5} ${cy + 3}"/>`;
    case 'message':
      return `<path d="M${cx - 8} ${cy - 5}h16v10h-16zl8 6 8-6"/>`;
    case 'error':
      return `<path d="M${cx - 6} ${cy + 6}l4-11 4 7 4-8"/>`;
    case 'link':
      return `<path d="M${cx - 7} ${cy - 3}h7v-4l7 7-7 7v-4h-7z"/>`;
    case 'compensation':
      return `<path d="M${cx - 8} ${cy}l7-5v10zm8 0l7-5v10z"/>`;
    case 'escalation':
      return `<path d="M${cx} ${cy - 7}l5 13-5-5-5 5z"/>`;
    case 'signal':
      return `<path d="M${cx} ${cy - 7}l7 12h-14z"/>`;
    case 'terminate':
    case undefined:
      return '';
  }
}

/** Three lines below a step that is done several times. */
function marks({ multi }: Node, { x, y, width, height }: Box): string {
  if (!multi) return '';
  const [cx, base] = [x + width / 2, y + height - 6];
  return multi.sequential
    ? `<path d="M${cx - 6} ${base - 8}h12m-12 4h12m-12 4h12"/>`
    : `<path d="M${cx - 4} ${base}v-8m4 8v-8m4 8v-8"/>`;
}
