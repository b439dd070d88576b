import type { Allowance } from '#/values/deadline.ts';
import type { Text } from '#/values/text.ts';
import type { Cycle, Duration } from './duration.ts';
import type { Picture } from './picture.ts';

/** Process variables: what conditions may look at. JSON values only. */
export type Vars = Readonly<Record<string, unknown>>;

/** A compiled expression and the text that it came from. */
export interface Expression {
  readonly text: string;
  evaluate(vars: Vars): unknown;
}

export type NodeKind =
  | 'start'
  | 'end'
  | 'pass'
  | 'user'
  | 'job'
  | 'exclusive'
  | 'parallel'
  | 'inclusive'
  | 'event-gateway'
  | 'catch'
  | 'throw'
  | 'boundary'
  | 'sub-process'
  | 'event-sub-process';

/** When a timer fires: after calendar time, at an instant, in cycles, or after working hours of the office. */
export type TimerRule =
  | { readonly after: Duration }
  | { readonly on: Date }
  | { readonly cycle: Cycle }
  | { readonly hours: number }
  | { readonly worked: Expression };

/** What an event waits for or brings about. */
export type Trigger =
  | { readonly type: 'timer'; readonly rule: TimerRule }
  | {
      readonly type: 'message';
      readonly name: string;
      readonly correlation: Expression | null;
      readonly into: string | null;
    }
  | { readonly type: 'error'; readonly code: string | null }
  | { readonly type: 'escalation'; readonly code: string | null }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'compensation'; readonly activity: string | null }
  | { readonly type: 'terminate' }
  | { readonly type: 'link'; readonly name: string };

/** The facts of a step that a person does. */
export interface Step {
  readonly kind: string | null;
  readonly role: string | null;
  readonly unit: string | null;
  readonly hours: number | null;
  readonly hoursExtended: number | null;
  /** Its time where the law does not count working hours, such as 12 days. */
  readonly due: Allowance | null;
  /** The outcome that the law gives the step when its time passes without an answer: deemed consent. */
  readonly atDue: string | null;
  readonly state: string | null;
  readonly outcomes: readonly string[];
  readonly form: string | null;
  readonly legalBasis: string | null;
}

/** One activity that is done several times: a fixed number of times or once for each item of a list. */
export interface Multi {
  readonly sequential: boolean;
  readonly count: Expression | null;
  readonly each: Expression | null;
  readonly as: string | null;
  readonly collect: string | null;
  readonly until: Expression | null;
}

export interface Flow {
  readonly id: string;
  /** What people read beside the arrow; null for none. */
  readonly name: string | null;
  readonly from: Node;
  readonly to: Node;
  /** The number of this flow among those that come into `to`: joins tell arrivals apart by it. */
  readonly entry: number;
  readonly condition: Expression | null;
  readonly isDefault: boolean;
}

export interface Node {
  /** Stable for a process key over all its versions: tokens and history name nodes by it. */
  readonly no: number;
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: Text;
  /** The sub-process that holds this node; null at the top. */
  readonly parent: Node | null;
  readonly out: readonly Flow[];
  readonly in: readonly Flow[];
  readonly trigger: Trigger | null;
  readonly boundary: readonly Node[];
  readonly host: Node | null;
  readonly interrupting: boolean;
  /** The other ends of a link event; of a compensation event the activity that undoes. */
  readonly linked: readonly Node[];
  /** Whether it only undoes another activity: no flow leads here. */
  readonly isUndo: boolean;
  readonly multi: Multi | null;
  readonly step: Step | null;
  readonly job: string | null;
}

/** A process model as the engine reads it. Immutable: a change of the model is a new version. */
export interface CompiledProcess {
  readonly id: string;
  readonly name: Text;
  readonly nodes: readonly Node[];
  readonly byNo: ReadonlyMap<number, Node>;
  readonly byId: ReadonlyMap<string, Node>;
  /** Start events of event sub-processes, by the container that they listen in; null at the top. */
  readonly eventStarts: ReadonlyMap<Node | null, readonly Node[]>;
  readonly variables: readonly string[];
  readonly picture: Picture | null;
}

/** The start event of the process or of one sub-process; the compiler has made sure that there is one. */
export function startOf(compiled: CompiledProcess, container: Node | null): Node {
  return compiled.nodes.find((node) => node.kind === 'start' && node.parent === container)!;
}
