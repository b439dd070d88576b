import { compileGraph } from './bpmn/compile.ts';
import { feelLanguage } from './bpmn/feel-language.ts';
import type { CompiledProcess } from './bpmn/graph.ts';
import type { Library } from './bpmn/parts.ts';

export type { CompiledProcess, Node, Step, Vars } from './bpmn/graph.ts';
export { ProcessFault, type Fault } from './bpmn/fault.ts';
export { proveSound, type Proof } from './soundness/prove.ts';
export { type Finding, type Flaw } from './soundness/judge.ts';
export type { Box, Picture, Point } from './bpmn/picture.ts';
export { drawProcess, pictureOf, type Standing } from './picture/draw.ts';
export { default as processSchema } from './bpmn/cqs.json' with { type: 'json' };
export { type ListedStep, stepList } from './step-list.ts';
export { deployDefinition, loadDefinition } from './definition.ts';
export { type OpenTask, type Timed } from './task.ts';
export { type Circumstances, type DueOf, type Moved, type Silence } from './commands/advance.ts';
export { startProcess } from './commands/start.ts';
export { completeTask } from './commands/complete.ts';
export { assignTask, claimTask, postponeTask, releaseTask } from './commands/hold.ts';
export { listTimedWaits, moveWait, type TimedWait } from './commands/reschedule.ts';
export { resumeInstance, type Shift, suspendInstance } from './commands/suspend.ts';
export { mayJump } from './access.ts';
export { jumpTo } from './commands/jump.ts';
export { migrateInstance } from './commands/migrate.ts';
export { foreseeMove, type ForeseenMove, type WaitingElement } from './foresee-move.ts';
export { listOnOtherVersions } from './store/stands.ts';
export type { ElementMap } from './soundness/counterpart.ts';
export { cancelInstance } from './commands/cancel.ts';
export type { Follower } from './commands/tick.ts';
export { followProcesses } from './follow.ts';
export { listOpenTasks } from './tasks.ts';
export { refusals as processRefusals } from './refusals.ts';
export { EngineFault } from './engine/state.ts';
export { imagineRun, type ImaginedMove, type ImaginedRun, type ImaginedWait } from './imagine.ts';
export { listPositions, type Position } from './store/history.ts';

/**
 * Compiles a BPMN 2.0 file whose conditions are FEEL. Throws a ProcessFault that names every element which is
 * wrong or not supported, in words for its author. `library` finds the processes that its call activities call.
 */
export function compileProcess(xml: string, library?: Library): Promise<CompiledProcess> {
  return compileGraph(xml, feelLanguage, { library });
}
