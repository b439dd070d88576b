import type { UnitKind } from '#/modules/agency/index.ts';
import {
  assignTask,
  cancelInstance,
  claimTask,
  completeTask,
  jumpTo,
  listOpenTasks,
  loadDefinition,
  releaseTask,
  resumeInstance,
  startProcess,
  stepList,
  suspendInstance,
  type DueOf,
  type Moved,
  type OpenTask,
} from '#/modules/process/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { say } from '#/values/text.ts';
import { colleaguesOf } from './colleagues.ts';
import type { Dossier, State, Unnumbered } from './dossier.ts';
import { theActFollower } from './follow-acts.ts';
import { processOf } from './process-of.ts';
import { processVars } from './process-vars.ts';
import { calendarsOf, stepClock, stepShift } from './step-clock.ts';
import { stateOf, type OpenStep, type StepKind } from './steps.ts';
import { getVersionProcess, listAccountNames } from './store/index.ts';
import { unitOfKind } from './unit-of-step.ts';

/** The units that take part in a procedure, by kind. */
export async function unitKindsOf(tx: Tx, versionId: string): Promise<UnitKind[]> {
  const steps = stepList(await loadDefinition(tx, await getVersionProcess(tx, versionId)));
  return [...new Set(steps.flatMap(({ unit }) => (unit === null ? [] : [unit as UnitKind])))];
}

/** Starts the process of a dossier. The state is that of the first open step. */
export async function beginProcess(
  tx: Tx,
  actor: Actor,
  dossier: Unnumbered,
): Promise<{ instanceId: string; state: State }> {
  const definitionId = await getVersionProcess(tx, dossier.versionId);
  const process = await loadDefinition(tx, definitionId);
  const kindOf = new Map(
    stepList(process).map(({ role, unit }) => [role, unit as UnitKind | null]),
  );
  const moved = await startProcess(tx, {
    definitionId,
    subject: dossier.id,
    unitOf: (role) => unitOfKind(tx, kindOf.get(role) ?? null, dossier.unitId),
    vars: await processVars(tx, dossier, process),
    at: actor.at,
    dueOf: await dueOfSteps(tx, dossier, actor.at),
    by: actor.accountId,
  });
  const steps = await openSteps(tx, moved.opened, actor.at);
  return {
    instanceId: moved.instanceId,
    state: stateOf(steps, dossier.variant, null) ?? 'SUBMITTED',
  };
}

/** Steps that wait at an instant, in the order of the model. */
export async function listOpenSteps(
  tx: Tx,
  dossier: Pick<Dossier, 'id'>,
  at: Date,
): Promise<OpenStep[]> {
  return openSteps(tx, await listOpenTasks(tx, dossier.id), at);
}

async function openSteps(tx: Tx, tasks: readonly OpenTask[], at: Date): Promise<OpenStep[]> {
  const steps: OpenStep[] = [];
  for (const task of tasks) {
    const place = { role: task.role ?? '', unitId: task.unitId ?? '' };
    steps.push({
      ...place,
      ...(await holderOf(tx, place, task.assignee, at)),
      taskId: task.taskId,
      node: task.node,
      name: say('vi', task.name),
      kind: (task.kind ?? 'handle') as StepKind,
      outcomes: task.outcomes,
      openedAt: task.openedAt,
      dueAt: task.dueAt,
      atDue: task.atDue,
      legalBasis: task.legalBasis,
      state: (task.state ?? 'HANDLING') as State,
    });
  }
  return steps.toSorted((a, b) => a.node - b.node);
}

type Holder = Pick<OpenStep, 'assigneeId' | 'assigneeName' | 'absentHolderName'>;

/** Who holds a step. One who is away, or has no longer the post, holds nothing: the work must go on. */
async function holderOf(
  tx: Tx,
  place: Pick<OpenStep, 'role' | 'unitId'>,
  accountId: string | null,
  at: Date,
): Promise<Holder> {
  if (accountId === null) return { assigneeId: null, assigneeName: null, absentHolderName: null };
  const present = (await colleaguesOf(tx, [place], at)).find((one) => one.accountId === accountId);
  if (present) {
    return { assigneeId: accountId, assigneeName: present.name, absentHolderName: null };
  }
  const name = (await listAccountNames(tx, [accountId])).get(accountId) ?? '';
  return { assigneeId: null, assigneeName: null, absentHolderName: name };
}

/** Takes a step over whose holder is not there. */
async function takeOver(tx: Tx, actor: Actor, step: OpenStep): Promise<void> {
  if (step.absentHolderName === null) return;
  const taken = await assignTask(tx, { taskId: step.taskId, to: actor.accountId });
  if (isRefusal(taken)) throw new Error(`step ${step.taskId} is gone while it is held`);
}

/** Where a dossier stands after a step. */
export interface AfterStep {
  readonly state: State;
}

/** Completes a step with an outcome and tells where the dossier stands then. */
export async function finishStep(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  step: OpenStep,
  outcome: string,
): Promise<AfterStep | Refusal> {
  const process = await processOf(tx, dossier);
  await takeOver(tx, actor, step);
  const moved = await completeTask(tx, {
    taskId: step.taskId,
    outcome,
    vars: await processVars(tx, dossier, process),
    by: actor.accountId,
    at: actor.at,
    dueOf: await dueOfSteps(tx, dossier, actor.at),
  });
  if (isRefusal(moved))
    return moved.refused === 'process.task-gone' ? refuse('dossier.step-done') : moved;
  return standingAfter(tx, dossier, moved, actor.at);
}

/** Sends a dossier to another step, past the model, and tells where it stands then. */
export async function jumpProcess(
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  to: { readonly element: string; readonly reason: string },
): Promise<AfterStep | Refusal> {
  if (dossier.instanceId === null) return refuse('dossier.step-done');
  const moved = await jumpTo(tx, actor, {
    instanceId: dossier.instanceId,
    ...to,
    dueOf: await dueOfSteps(tx, dossier, actor.at),
  });
  return isRefusal(moved) ? moved : standingAfter(tx, dossier, moved, actor.at);
}

/** Where a dossier stands after its process has moved. */
export async function standingAfter(
  tx: Tx,
  dossier: Dossier,
  moved: Moved,
  at: Date,
): Promise<AfterStep> {
  if (moved.ended) return { state: endState(moved) };
  const steps = await listOpenSteps(tx, dossier, at);
  const state = stateOf(steps, dossier.variant, dossier.proposal) ?? dossier.state;
  await announceLegs(tx, dossier, moved, steps, at);
  return { state };
}

/** Tells who follows that parts of an interlinked procedure wait for their agencies. */
async function announceLegs(
  tx: Tx,
  dossier: Dossier,
  { opened }: Moved,
  steps: readonly OpenStep[],
  at: Date,
): Promise<void> {
  for (const { taskId, element } of opened) {
    const step = steps.find((one) => one.taskId === taskId);
    if (step?.kind === 'leg') await theActFollower().legOpened(tx, { dossier, step, element, at });
  }
}

function endState({ endedAs }: Moved): State {
  return endedAs === 'EndRefused' ? 'REFUSED_INTAKE' : 'DELIVERED';
}

/** When steps of a dossier are due, by the calendars of the units that take part. */
export async function dueOfSteps(
  tx: Tx,
  dossier: Pick<Dossier, 'unitId' | 'unitIds' | 'variant'>,
  at: Date,
): Promise<DueOf> {
  return stepClock(await calendarsOf(tx, dossier, at), dossier);
}

/** Stops all times of a dossier's process. */
export async function pauseProcess(tx: Tx, dossier: Dossier, at: Date): Promise<void> {
  if (dossier.instanceId === null) return;
  const paused = await suspendInstance(tx, { instanceId: dossier.instanceId, at, by: null });
  if (isRefusal(paused))
    throw new Error(`process of ${dossier.id} cannot be suspended: ${paused.refused}`);
}

/** Lets them run again, each with the working time that it had left. A process that was not stopped stays as it is. */
export async function resumeProcess(tx: Tx, dossier: Dossier, at: Date): Promise<void> {
  if (dossier.instanceId === null) return;
  const resumed = await resumeInstance(tx, {
    instanceId: dossier.instanceId,
    at,
    by: null,
    shift: stepShift(await calendarsOf(tx, dossier, at), dossier),
  });
  if (isRefusal(resumed) && resumed.refused !== 'process.not-suspended') {
    throw new Error(`process of ${dossier.id} cannot be resumed: ${resumed.refused}`);
  }
}

/** Ends the process of a dossier that is withdrawn or stopped. */
export async function cancelProcess(tx: Tx, dossier: Dossier, at: Date): Promise<void> {
  if (dossier.instanceId === null) return;
  const cancelled = await cancelInstance(tx, {
    instanceId: dossier.instanceId,
    at,
    by: null,
    reason: 'dossier ended',
  });
  if (isRefusal(cancelled))
    throw new Error(`process of ${dossier.id} cannot be cancelled: ${cancelled.refused}`);
}

/** Takes a step for oneself. */
export async function claimStep(
  tx: Tx,
  actor: Actor,
  step: OpenStep,
): Promise<{ done: true } | Refusal> {
  await takeOver(tx, actor, step);
  const claimed = await claimTask(tx, { taskId: step.taskId, by: actor.accountId });
  if (!isRefusal(claimed)) return { done: true };
  if (claimed.refused !== 'process.already-claimed') return claimed;
  return refuse('dossier.held-by-other', { holder: step.assigneeName ?? '' });
}

/** Gives a step back to its post. */
export async function releaseStep(
  tx: Tx,
  actor: Actor,
  step: OpenStep,
): Promise<{ done: true } | Refusal> {
  const released = await releaseTask(tx, { taskId: step.taskId, by: actor.accountId });
  return isRefusal(released) ? released : { done: true };
}

/** Gives a step to somebody of its post who is there. */
export async function assignTo(
  tx: Tx,
  step: OpenStep,
  accountId: string,
  at: Date,
): Promise<{ name: string } | Refusal> {
  const colleagues = await colleaguesOf(tx, [step], at);
  const colleague = colleagues.find((one) => one.accountId === accountId);
  if (!colleague) return refuse('dossier.no-such-colleague');
  const assigned = await assignTask(tx, { taskId: step.taskId, to: accountId });
  return isRefusal(assigned) ? assigned : { name: colleague.name };
}

/** Gives the first open step that somebody handles to an account. */
export async function assignNext(
  tx: Tx,
  dossier: Pick<Dossier, 'id'>,
  accountId: string,
  at: Date,
): Promise<{ name: string } | Refusal> {
  const [next] = await listOpenSteps(tx, dossier, at);
  return next ? assignTo(tx, next, accountId, at) : refuse('dossier.step-done');
}
