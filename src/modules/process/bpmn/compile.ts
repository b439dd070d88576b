import type { ModdleElement } from 'bpmn-moddle';
import { checkGraph } from './check.ts';
import { expressionReader, type Language } from './expression.ts';
import { type Fault, fault, ProcessFault } from './fault.ts';
import type { CompiledProcess, Node } from './graph.ts';
import { limits } from './guard.ts';
import {
  flowElements,
  insideOf,
  type Library,
  type Part,
  readParts,
  variablesOf,
} from './parts.ts';
import { readPicture } from './picture.ts';
import { type Draft, readNode } from './read-node.ts';
import { nameOf, type Reading } from './reading.ts';
import { tie } from './tie.ts';

/** Variables that every procedure has: how the case is handled, whether a fee is due, where it came in. */
const knownVariables = ['outcome', 'variant', 'feeDue', 'channel'];

/** What a model may need from its surroundings. */
export interface CompileOptions {
  /** Gives the nodes their stable numbers, else they are counted. */
  readonly numbers?: ReadonlyMap<string, number> | undefined;
  /** Where called processes are found; without one a model must not call any. */
  readonly library?: Library | undefined;
}

/**
 * Compiles a BPMN 2.0 file to the graph that the engine walks. Throws a ProcessFault that lists everything that
 * is wrong or not supported, by element.
 */
export async function compileGraph(
  xml: string,
  language: Language,
  { numbers, library = async () => undefined }: CompileOptions = {},
): Promise<CompiledProcess> {
  const part = await readParts(xml, library);
  const { process, definitions } = part;
  const faults: Fault[] = [];
  const variables = [...new Set([...knownVariables, ...variablesOf(part)])];
  const expressions = expressionReader(language, variables, faults);
  const reading = { faults, expressions, prefix: '' };
  const nodes = new Map<string, Draft>();
  collectNodes(process, part, null, nodes, numbers, reading);
  if (nodes.size > limits.nodes) throw new ProcessFault([tooLarge(process)]);
  if (faults.length === 0) tie(part, nodes, reading);
  const all: readonly Node[] = [...nodes.values()];
  const compiled = {
    id: process.id ?? '',
    name: nameOf(process),
    nodes: all,
    byNo: new Map(all.map((node) => [node.no, node])),
    byId: nodes as ReadonlyMap<string, Node>,
    eventStarts: eventStartsOf(all),
    variables,
    picture: readPicture(definitions),
  };
  if (faults.length === 0) faults.push(...checkGraph(compiled));
  if (faults.length > 0) throw new ProcessFault(faults);
  return compiled;
}

/** Data objects and stores say what a process reads and writes; they do not change how it runs. */
function isFlowNode(element: ModdleElement): boolean {
  return element.$type !== 'bpmn:SequenceFlow' && !/^bpmn:Data(Object|Store)/.test(element.$type);
}

function collectNodes(
  container: ModdleElement,
  part: Part,
  parent: Node | null,
  nodes: Map<string, Draft>,
  numbers: ReadonlyMap<string, number> | undefined,
  reading: Reading,
): void {
  for (const element of flowElements(container).filter(isFlowNode)) {
    if (!element.id) {
      reading.faults.push(
        fault(null, `Phần tử ${element.$type} không có id`, `A ${element.$type} has no id`),
      );
      continue;
    }
    const id = `${part.prefix}${element.id}`;
    const node = readNode(element, { id, no: numbers?.get(id) ?? nodes.size, parent }, reading);
    if (!node) continue;
    nodes.set(id, node);
    const inside = insideOf(element, part);
    collectNodes(inside.container, inside.part, node, nodes, numbers, {
      ...reading,
      prefix: inside.part.prefix,
    });
  }
}

function eventStartsOf(nodes: readonly Node[]): ReadonlyMap<Node | null, readonly Node[]> {
  const starts = nodes.filter(
    (node) => node.kind === 'start' && node.parent?.kind === 'event-sub-process',
  );
  return Map.groupBy(starts, (start) => start.parent!.parent);
}

function tooLarge(process: ModdleElement): Fault {
  return fault(
    process.id ?? null,
    `Quy trình có quá nhiều phần tử: tối đa ${limits.nodes}`,
    `The process has too many elements: at most ${limits.nodes}`,
  );
}
