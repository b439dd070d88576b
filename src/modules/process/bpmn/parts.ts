import type { ModdleElement } from 'bpmn-moddle';
import { fault, ProcessFault } from './fault.ts';
import { readModel } from './moddle.ts';
import { list, words, written } from './reading.ts';

/** A model that a call activity calls, and where the models that it calls itself are to be found. */
interface Called {
  readonly xml: string;
  readonly library: Library;
}

/** Finds the model that the call activity `element` calls by `key`. */
export type Library = (element: string, key: string) => Promise<Called | undefined>;

/**
 * One process with those that it calls. A called process becomes part of the caller when that is compiled, so that
 * it runs, is proven and is drawn as one; its elements are named `call/element`.
 */
export interface Part {
  readonly definitions: ModdleElement;
  readonly process: ModdleElement;
  readonly prefix: string;
  readonly calls: ReadonlyMap<string, Part>;
}

/** Calls may be nested so deep; a process that calls itself is stopped here at the latest. */
const deepest = 5;

/** And so many in all. */
const most = 100;

/** Reads a model and all that it calls. */
export function readParts(xml: string, library: Library): Promise<Part> {
  return readPart(xml, library, '', { left: most });
}

async function readPart(
  xml: string,
  library: Library,
  prefix: string,
  budget: { left: number },
): Promise<Part> {
  const definitions = await readModel(xml);
  const process = theProcess(definitions);
  const calls = new Map<string, Part>();
  for (const element of callsIn(process)) {
    const id = element.id ?? '';
    const called = await library(id, written(element, 'calledElement') ?? '');
    if (!called) throw new ProcessFault([notDeployed(element)]);
    budget.left -= 1;
    if (prefix.split('/').length > deepest || budget.left < 0)
      throw new ProcessFault([tooDeep(element)]);
    calls.set(id, await readPart(called.xml, called.library, `${prefix}${id}/`, budget));
  }
  return { definitions, process, prefix, calls };
}

/** The elements of a process or sub-process: nodes and flows. */
export function flowElements(container: ModdleElement): readonly ModdleElement[] {
  return list(container.get('flowElements'));
}

/** What a node holds, and the part of the model that it belongs to: a called process or a sub-process of its own. */
export function insideOf(
  element: ModdleElement,
  part: Part,
): { container: ModdleElement; part: Part } {
  const called =
    element.$type === 'bpmn:CallActivity' ? part.calls.get(element.id ?? '') : undefined;
  return called ? { container: called.process, part: called } : { container: element, part };
}

/** All names that the conditions of a process and of those that it calls may use, besides the known ones. */
export function variablesOf({ process, calls }: Part): readonly string[] {
  return [
    ...words(process, 'cqs:variables'),
    ...bound(process),
    ...[...calls.values()].flatMap(variablesOf),
  ];
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

function callsIn(container: ModdleElement): readonly ModdleElement[] {
  return flowElements(container).flatMap((element) =>
    element.$type === 'bpmn:CallActivity' ? [element] : callsIn(element),
  );
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

function notDeployed(element: ModdleElement) {
  const key = written(element, 'calledElement') ?? '';
  return fault(
    element.id ?? null,
    `Quy trình được gọi chưa có: “${key}”`,
    `The process that is called does not exist yet: "${key}"`,
  );
}

function tooDeep(element: ModdleElement) {
  return fault(
    element.id ?? null,
    `Quy trình gọi nhau quá sâu hoặc quá nhiều: tối đa ${deepest} tầng, ${most} lần gọi`,
    `Processes call each other too deeply or too often: at most ${deepest} levels and ${most} calls`,
  );
}
