import type { Allowance } from '#/values/deadline.ts';
import type { Text } from '#/values/text.ts';
import type { CompiledProcess, Node } from './bpmn/graph.ts';

/** A step that waits for somebody to do it. */
export interface OpenTask {
  /** Names the step to `completeTask` and the others; in SQL `instance_id || '.' || id` of process.token. */
  readonly taskId: string;
  readonly instanceId: string;
  readonly subject: string;
  /** Number of the element; smaller numbers come earlier in the model. */
  readonly node: number;
  readonly element: string;
  readonly name: Text;
  readonly kind: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly assignee: string | null;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  /** State of the case while the step waits, as the model says. */
  readonly state: string | null;
  readonly outcomes: readonly string[];
  readonly hours: number | null;
  readonly hoursExtended: number | null;
  /** Its own time of law, which wins over the hours. */
  readonly due: Allowance | null;
  /** The outcome that the law gives it when it is due and nobody has answered, and the law. */
  readonly atDue: string | null;
  readonly legalBasis: string | null;
  readonly isSuspended: boolean;
  /** What this member of a multi-instance step is about; null for an ordinary step. */
  readonly item: unknown;
}

/** What only the token of a step knows. */
export type TaskFacts = Pick<
  OpenTask,
  | 'instanceId'
  | 'subject'
  | 'node'
  | 'unitId'
  | 'assignee'
  | 'dueAt'
  | 'openedAt'
  | 'isSuspended'
  | 'item'
> & { readonly token: number };

/** The step that a token of a person's work stands for. */
export function openTask(compiled: CompiledProcess, { token, ...facts }: TaskFacts): OpenTask {
  const node = compiled.byNo.get(facts.node)!;
  const step = node.step!;
  return {
    ...facts,
    taskId: taskIdOf(facts.instanceId, token),
    element: node.id,
    name: node.name,
    kind: step.kind,
    role: step.role,
    state: step.state,
    outcomes: step.outcomes,
    hours: step.hours,
    hoursExtended: step.hoursExtended,
    due: step.due,
    atDue: step.atDue,
    legalBasis: step.legalBasis,
  };
}

/** The name of a token for the outside. */
export function taskIdOf(instanceId: string, token: number): string {
  return `${instanceId}.${token}`;
}

/** The token that an outside name means; undefined when it is no such name. */
export function parseTaskId(taskId: string): { instanceId: string; token: number } | undefined {
  const found = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,8})$/.exec(taskId);
  return found ? { instanceId: found[1]!, token: Number(found[2]) } : undefined;
}

/** Work or a wait whose time runs by an office's calendar. */
export interface Timed {
  readonly element: string;
  readonly kind: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  /** Working hours, and those of the extended variant. */
  readonly hours: number | null;
  readonly hoursExtended: number | null;
  /** Its own time of law, which wins over the hours. */
  readonly due: Allowance | null;
}

/** What `dueOf` needs to know of a node; a boundary timer runs by the calendar of its host. */
export function timedOf(node: Node, units: Readonly<Record<string, string>>): Timed {
  const step = node.step ?? node.host?.step ?? null;
  const rule = node.trigger?.type === 'timer' ? node.trigger.rule : undefined;
  const role = step?.role ?? null;
  return {
    element: node.id,
    kind: step?.kind ?? null,
    role,
    unitId: (role === null ? undefined : units[role]) ?? null,
    hours: rule && 'hours' in rule ? rule.hours : (node.step?.hours ?? null),
    hoursExtended: node.step?.hoursExtended ?? null,
    due: node.step?.due ?? null,
  };
}
