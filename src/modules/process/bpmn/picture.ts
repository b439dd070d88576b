import type { ModdleElement } from 'bpmn-moddle';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything stands: boxes by node id, lines by flow id. */
export interface Picture {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
}

/** Reads the diagram of a model (BPMN 2.0.2, chapter 12); null when it has none. */
export function readPicture(definitions: ModdleElement): Picture | null {
  const boxes = new Map<string, Box>();
  const lines = new Map<string, readonly Point[]>();
  for (const diagram of elements(definitions.get('diagrams'))) {
    const plane = diagram.get('plane') as ModdleElement | undefined;
    for (const drawn of elements(plane?.get('planeElement'))) {
      const id = (drawn.get('bpmnElement') as ModdleElement | undefined)?.id;
      if (id === undefined) continue;
      if (drawn.$type === 'bpmndi:BPMNShape') readBox(drawn, id, boxes);
      if (drawn.$type === 'bpmndi:BPMNEdge')
        lines.set(id, elements(drawn.get('waypoint')).map(point));
    }
  }
  return boxes.size === 0 ? null : { boxes, lines };
}

function readBox(shape: ModdleElement, id: string, boxes: Map<string, Box>): void {
  const bounds = shape.get('bounds') as ModdleElement | undefined;
  if (!bounds) return;
  boxes.set(id, {
    ...point(bounds),
    width: finite(bounds.get('width')),
    height: finite(bounds.get('height')),
  });
}

function point(place: ModdleElement): Point {
  return { x: finite(place.get('x')), y: finite(place.get('y')) };
}

/** A coordinate that cannot break a drawing, whatever the file says. */
function finite(value: unknown): number {
  return typeof value === 'number' && Math.abs(value) < 100_000 ? value : 0;
}

function elements(list: unknown): readonly ModdleElement[] {
  return Array.isArray(list) ? (list as ModdleElement[]) : [];
}
