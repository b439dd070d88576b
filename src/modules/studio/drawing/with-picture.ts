import { pictureOf, type Box, type CompiledProcess, type Point } from '#/modules/process/index.ts';
import { blankBefore, escaped, readSpans, splice } from '../text/spans.ts';

const namespaces = [
  ['bpmndi', 'http://www.omg.org/spec/BPMN/20100524/DI'],
  ['dc', 'http://www.omg.org/spec/DD/20100524/DC'],
  ['di', 'http://www.omg.org/spec/DD/20100524/DI'],
]
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

/**
 * The text of a process with a picture of every element (BPMN 2.0.2, chapter 12): a modeller shows only what has a
 * place. A picture that its author drew whole stays as it is.
 */
export function withPicture(xml: string, compiled: CompiledProcess): string {
  if (isDrawnWhole(compiled)) return xml;
  const root = readSpans(xml);
  const drawn = root.children.filter(({ local }) => local === 'BPMNDiagram');
  return splice(xml, [
    ...drawn.map(({ from, to }) => ({ from: blankBefore(xml, from), to, text: '' })),
    {
      from: blankBefore(xml, root.closeFrom),
      to: root.closeFrom,
      text: `\n${diagramOf(compiled)}\n`,
    },
  ]);
}

function isDrawnWhole({ picture, nodes }: CompiledProcess): boolean {
  return picture !== null && nodes.every(({ id }) => picture.boxes.has(id));
}

function diagramOf(compiled: CompiledProcess): string {
  const { boxes, lines } = pictureOf(compiled);
  const flows = compiled.nodes.flatMap(({ out }) => out);
  return [
    `  <bpmndi:BPMNDiagram${namespaces} id="picture">`,
    `    <bpmndi:BPMNPlane id="picture_plane" bpmnElement="${escaped(compiled.id)}">`,
    ...compiled.nodes.map(({ id, kind }) => shape(id, kind, boxes.get(id)!)),
    ...flows.map((flow) => edge(flow.id, lines.get(flow.id) ?? straight(flow, boxes))),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
  ].join('\n');
}

function shape(id: string, kind: string, { x, y, width, height }: Box): string {
  const opened = kind.endsWith('sub-process') ? ' isExpanded="true"' : '';
  const marker = kind === 'exclusive' ? ' isMarkerVisible="true"' : '';
  return [
    `      <bpmndi:BPMNShape id="picture_${escaped(id)}" bpmnElement="${escaped(id)}"${opened}${marker}>`,
    `        <dc:Bounds x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`,
    '      </bpmndi:BPMNShape>',
  ].join('\n');
}

function edge(id: string, points: readonly Point[]): string {
  return [
    `      <bpmndi:BPMNEdge id="picture_${escaped(id)}" bpmnElement="${escaped(id)}">`,
    ...points.map(({ x, y }) => `        <di:waypoint x="${round(x)}" y="${round(y)}"/>`),
    '      </bpmndi:BPMNEdge>',
  ].join('\n');
}

type Flow = CompiledProcess['nodes'][number]['out'][number];

function straight({ from, to }: Flow, boxes: ReadonlyMap<string, Box>): readonly Point[] {
  const [a, b] = [boxes.get(from.id)!, boxes.get(to.id)!];
  return [
    { x: a.x + a.width, y: a.y + a.height / 2 },
    { x: b.x, y: b.y + b.height / 2 },
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
