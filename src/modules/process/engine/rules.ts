import { after } from '../bpmn/duration.ts';
import { parseDuration } from '../bpmn/duration.ts';
import type { Expression, Flow, Multi, Node, TimerRule, Trigger, Vars } from '../bpmn/graph.ts';
import { EngineFault } from './state.ts';

/** When the work of a node is due, by the calendar of the office that does it; null when it has no limit. */
export type DueOf = (node: Node, at: Date) => Date | null;

/** Everything that the interpreter asks and does not know itself. The soundness proof answers by free choice. */
export interface Rules {
  takes(flow: Flow, vars: Vars): boolean;
  members(node: Node, multi: Multi, vars: Vars): readonly unknown[];
  isEnough(multi: Multi, vars: Vars): boolean;
  keyOf(message: Extract<Trigger, { type: 'message' }>, vars: Vars): string;
  timerDue(node: Node, rule: TimerRule, at: Date, vars: Vars): Date;
  stepDue(node: Node, at: Date): Date | null;
}

/** At most so many members of a multi-instance step: a list that is longer is a mistake in the data. */
const most = 1_000;

/** The rules as the model writes them. `subject` is what a message must name unless the model says otherwise. */
export function modelRules(subject: string, dueOf: DueOf): Rules {
  return {
    takes: (flow, vars) => flow.condition?.evaluate(vars) === true,
    members: (node, multi, vars) => membersOf(node, multi, vars),
    isEnough: (multi, vars) => multi.until?.evaluate(vars) === true,
    keyOf: (message, vars) =>
      messageKey(message.name, correlate(message.correlation, subject, vars)),
    timerDue: (node, rule, at, vars) => dueByRule(node, rule, at, vars, dueOf),
    stepDue: dueOf,
  };
}

/** The key under which a message and the token that waits for it find each other. */
export function messageKey(name: string, correlation: string): string {
  return `${name}:${correlation}`;
}

function correlate(expression: Expression | null, subject: string, vars: Vars): string {
  const value = expression ? expression.evaluate(vars) : subject;
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function membersOf(node: Node, { count, each }: Multi, vars: Vars): readonly unknown[] {
  const value = (each ?? count)?.evaluate(vars);
  const members = typeof value === 'number' ? counted(value) : value;
  if (Array.isArray(members) && members.length <= most) return members as readonly unknown[];
  throw new EngineFault(
    node.id,
    `Số lần làm phải là một danh sách hoặc số nguyên không âm, tối đa ${most}`,
    `What it is done for must be a list or a whole number, at most ${most}`,
  );
}

function counted(count: number): readonly null[] | undefined {
  return Number.isInteger(count) && count >= 0 && count <= most
    ? Array.from({ length: count }, () => null)
    : undefined;
}

function dueByRule(node: Node, rule: TimerRule, at: Date, vars: Vars, dueOf: DueOf): Date {
  if ('after' in rule) return after(at, rule.after);
  if ('cycle' in rule) return after(at, rule.cycle.every);
  if ('on' in rule) return rule.on;
  const due = 'hours' in rule ? dueOf(node, at) : worked(rule.worked.evaluate(vars), at);
  if (due) return due;
  throw new EngineFault(
    node.id,
    'Không tính được thời điểm của đồng hồ',
    'The instant of the timer cannot be computed',
  );
}

/** An instant or a duration that an expression came to. */
function worked(value: unknown, at: Date): Date | null {
  if (typeof value !== 'string') return null;
  const duration = parseDuration(value);
  if (duration) return after(at, duration);
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
