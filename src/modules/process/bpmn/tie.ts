import type { ModdleElement } from 'bpmn-moddle';
import { fault } from './fault.ts';
import type { Flow, Node } from './graph.ts';
import { flowElements, insideOf, type Part } from './parts.ts';
import type { Draft } from './read-node.ts';
import { list, type Reading, written } from './reading.ts';

type Drafts = ReadonlyMap<string, Draft>;

/** Ties the nodes of a model together: flows, boundary events to their hosts, link events to each other. */
export function tie(part: Part, nodes: Drafts, reading: Reading): void {
  tieInside(part.process, part, nodes, reading);
  tieLinks([...nodes.values()]);
}

function tieInside(container: ModdleElement, part: Part, nodes: Drafts, reading: Reading): void {
  for (const artifact of list(container.get('artifacts'))) tieUndo(artifact, part, nodes);
  for (const element of flowElements(container)) {
    if (element.$type === 'bpmn:SequenceFlow') tieFlow(element, part, nodes, reading);
    tieBoundary(element, part, nodes);
    const inside = insideOf(element, part);
    tieInside(inside.container, inside.part, nodes, reading);
  }
}

function tieFlow(element: ModdleElement, { prefix }: Part, nodes: Drafts, reading: Reading): void {
  const source = element.get('sourceRef') as ModdleElement | undefined;
  const target = element.get('targetRef') as ModdleElement | undefined;
  const from = nodes.get(`${prefix}${source?.id}`);
  const to = nodes.get(`${prefix}${target?.id}`);
  const id = `${prefix}${element.id}`;
  if (!source || !from || !to) {
    reading.faults.push(
      fault(id, 'Đường nối phải có đầu và cuối', 'A sequence flow needs a source and a target'),
    );
    return;
  }
  const condition = element.get('conditionExpression') as ModdleElement | undefined;
  const flow: Flow = {
    id,
    name: written(element, 'name'),
    from,
    to,
    entry: to.in.length,
    condition: condition ? reading.expressions.read(condition.get('body'), id) : null,
    isDefault: source.get('default') === element,
  };
  from.out = [...from.out, flow];
  to.in = [...to.in, flow];
}

function tieBoundary(element: ModdleElement, { prefix }: Part, nodes: Drafts): void {
  const attached = element.get('attachedToRef') as ModdleElement | undefined;
  const host = nodes.get(`${prefix}${attached?.id}`);
  const event = nodes.get(`${prefix}${element.id}`);
  if (!attached || !host || !event) return;
  event.host = host;
  host.boundary = [...host.boundary, event];
}

/** An association from a compensation event to the activity that undoes; all others are remarks. */
function tieUndo(artifact: ModdleElement, { prefix }: Part, nodes: Drafts): void {
  const source = artifact.get('sourceRef') as ModdleElement | undefined;
  const target = artifact.get('targetRef') as ModdleElement | undefined;
  const event = nodes.get(`${prefix}${source?.id}`);
  const activity = nodes.get(`${prefix}${target?.id}`);
  if (event?.trigger?.type === 'compensation' && activity)
    event.linked = [...event.linked, activity];
}

/** Link events of one name in one container stand for a flow between them. */
function tieLinks(nodes: readonly Draft[]): void {
  const links = nodes.filter((node) => node.trigger?.type === 'link');
  for (const link of links) link.linked = links.filter((other) => isPartner(link, other));
}

function isPartner(one: Node, other: Node): boolean {
  return (
    one.trigger?.type === 'link' &&
    other.trigger?.type === 'link' &&
    one.trigger.name === other.trigger.name &&
    one.kind !== other.kind &&
    one.parent === other.parent
  );
}
