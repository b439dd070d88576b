import { compileGraph } from './bpmn/compile.ts';
import { feelLanguage } from './bpmn/feel-language.ts';
import type { CompiledProcess } from './bpmn/graph.ts';

export type { CompiledProcess, Node, Step } from './bpmn/graph.ts';
export { ProcessFault, type Fault } from './bpmn/fault.ts';
export { proveSound, type Proof } from './soundness/prove.ts';
export { type Finding, type Flaw } from './soundness/judge.ts';
export { type ListedStep, stepList } from './step-list.ts';

/**
 * Compiles a BPMN 2.0 file whose conditions are FEEL. Throws a ProcessFault that names every element which is
 * wrong or not supported, in words for its author.
 */
export function compileProcess(xml: string): Promise<CompiledProcess> {
  return compileGraph(xml, feelLanguage);
}
