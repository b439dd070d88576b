import type { ModdleElement } from 'bpmn-moddle';
import { checkGraph } from './check.ts';
import { expressionReader, type Language } from './expression.ts';
import { type Fault, fault, ProcessFault } from './fault.ts';
import type { CompiledProcess, Flow, Node } from './graph.ts';
import { limits } from './guard.ts';
import { readModel } from './moddle.ts';
import { readPicture } from './picture.ts';
import { type Draft, readNode } from './read-node.ts';
import { list, nameOf, type Reading, words, written } from './reading.ts';

/** Variables that every procedure has: how the case is handled, whether a fee is due, where it came in. */
const knownVariables = ['outcome', 'variant', 'feeDue', 'channel'];

/**
 * Compiles a BPMN 2.0 file to the graph that the engine walks. Throws a ProcessFault that lists everything that
 * is wrong or not supported, by element. `numbers` gives the nodes their stable numbers, else they are counted.
 */
export async function compileGraph(
  xml: string,
  language: Language,
  numbers?: ReadonlyMap<string, number>,
): Promise<CompiledProcess> {
  const definitions = await readModel(xml);
  const process = theProcess(definitions);
  const faults: Fault[] = [];
  const variables = [
    ...new Set([...knownVariables, ...words(process, 'cqs:variables'), ...bound(process)]),
  ];
  const reading = { faults, expressions: expressionReader(language, variables, faults) };
  const nodes = new Map<string, Draft>();
  collectNodes(process, null, nodes, numbers, reading);
  if (nodes.size > limits.nodes) throw new ProcessFault([tooLarge(process)]);
  if (faults.length === 0) {
    tieFlows(process, nodes, reading);
    tieBoundaries(process, nodes);
    tieLinks([...nodes.values()]);
  }
  const compiled = {
    id: process.id ?? '',
    name: nameOf(process),
    nodes: [...nodes.values()],
    byNo: new Map([...nodes.values()].map((node) => [node.no, node as Node])),
    byId: nodes as ReadonlyMap<string, Node>,
    eventStarts: eventStartsOf([...nodes.values()]),
    variables,
    picture: readPicture(definitions),
  };
  if (faults.length === 0) faults.push(...checkGraph(compiled));
  if (faults.length > 0) throw new ProcessFault(faults);
  return compiled;
}

/** The one process of the file that is meant to run. */
function theProcess(definitions: ModdleElement): ModdleElement {
  const all = list(definitions.get('rootElements')).filter((root) => root.$type === 'bpmn:Process');
  const executable = all.filter((process) => process.get('isExecutable') === true);
  const [chosen, ...others] = executable.length > 0 ? executable : all;
  if (chosen && others.length === 0) return chosen;
  throw new ProcessFault([
    fault(
      null,
      `Tệp phải có đúng một quy trình chạy được, hiện có ${chosen ? others.length + 1 : 0}`,
      `The file must hold exactly one process to run, it holds ${chosen ? others.length + 1 : 0}`,
    ),
  ]);
}

/** Names that the model itself brings into its expressions. */
function bound(container: ModdleElement): readonly string[] {
  return flowElements(container).flatMap((element) => {
    const loop = element.get('loopCharacteristics') as ModdleElement | undefined;
    const events = list(element.get('eventDefinitions'));
    return [
      ...(loop ? [written(loop, 'cqs:as'), written(loop, 'cqs:collect')] : []),
      ...[element, ...events].map((one) => written(one, 'cqs:into')),
      ...bound(element),
    ].filter((name) => name !== null);
  });
}

function flowElements(container: ModdleElement): readonly ModdleElement[] {
  return list(container.get('flowElements'));
}

/** Data objects and stores say what a process reads and writes; they do not change how it runs. */
function isFlowNode(element: ModdleElement): boolean {
  return element.$type !== 'bpmn:SequenceFlow' && !/^bpmn:Data(Object|Store)/.test(element.$type);
}

function collectNodes(
  container: ModdleElement,
  parent: Node | null,
  nodes: Map<string, Draft>,
  numbers: ReadonlyMap<string, number> | undefined,
  reading: Reading,
): void {
  for (const element of flowElements(container).filter(isFlowNode)) {
    const id = element.id ?? '';
    if (id === '') {
      reading.faults.push(
        fault(null, `Phần tử ${element.$type} không có id`, `A ${element.$type} has no id`),
      );
      continue;
    }
    const node = readNode(element, numbers?.get(id) ?? nodes.size, parent, reading);
    if (!node) continue;
    nodes.set(id, node);
    collectNodes(element, node, nodes, numbers, reading);
  }
}

function tieFlows(
  container: ModdleElement,
  nodes: ReadonlyMap<string, Draft>,
  reading: Reading,
): void {
  for (const element of flowElements(container)) {
    if (element.$type === 'bpmn:SequenceFlow') tieFlow(element, nodes, reading);
    else tieFlows(element, nodes, reading);
  }
}

function tieFlow(
  element: ModdleElement,
  nodes: ReadonlyMap<string, Draft>,
  reading: Reading,
): void {
  const source = element.get('sourceRef') as ModdleElement | undefined;
  const target = element.get('targetRef') as ModdleElement | undefined;
  const from = nodes.get(source?.id ?? '');
  const to = nodes.get(target?.id ?? '');
  const id = element.id ?? '';
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
    isDefault: (source.get('default') as ModdleElement | undefined)?.id === id,
  };
  from.out = [...from.out, flow];
  to.in = [...to.in, flow];
}

function tieBoundaries(container: ModdleElement, nodes: ReadonlyMap<string, Draft>): void {
  for (const element of flowElements(container)) {
    const host = nodes.get((element.get('attachedToRef') as ModdleElement | undefined)?.id ?? '');
    const event = nodes.get(element.id ?? '');
    if (host && event) {
      event.host = host;
      host.boundary = [...host.boundary, event];
    }
    tieBoundaries(element, nodes);
  }
}

function eventStartsOf(nodes: readonly Node[]): ReadonlyMap<Node | null, readonly Node[]> {
  const starts = nodes.filter(
    (node) => node.kind === 'start' && node.parent?.kind === 'event-sub-process',
  );
  return Map.groupBy(starts, (start) => start.parent!.parent);
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

function tooLarge(process: ModdleElement): Fault {
  return fault(
    process.id ?? null,
    `Quy trình có quá nhiều phần tử: tối đa ${limits.nodes}`,
    `The process has too many elements: at most ${limits.nodes}`,
  );
}
