import type { ModdleElement } from 'bpmn-moddle';
import { parseCycle, parseDuration } from './duration.ts';
import type { ExpressionReader } from './expression.ts';
import { type Fault, fault } from './fault.ts';
import type { TimerRule, Trigger } from './graph.ts';
import { list, written, type Reading } from './reading.ts';

/** Which event definitions the engine runs, by the kind of node that carries them. */
const supported: Readonly<Record<string, readonly string[]>> = {
  'bpmn:StartEvent': [],
  'bpmn:StartEvent of an event sub-process': ['Timer', 'Message', 'Signal', 'Error', 'Escalation'],
  'bpmn:EndEvent': ['Error', 'Escalation', 'Compensate', 'Terminate', 'Message', 'Signal'],
  'bpmn:IntermediateCatchEvent': ['Timer', 'Message', 'Signal', 'Link'],
  'bpmn:IntermediateThrowEvent': ['Message', 'Signal', 'Escalation', 'Compensate', 'Link'],
  'bpmn:BoundaryEvent': ['Timer', 'Message', 'Signal', 'Error', 'Escalation', 'Compensate'],
};

const eventStart = 'bpmn:StartEvent of an event sub-process';

/** Kinds of events that mean nothing without saying what they wait for. */
const waiting = new Set(['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent', eventStart]);

/** What an event waits for or brings about; null for a plain event. */
export function readTrigger(event: ModdleElement, reading: Reading): Trigger | null {
  const definitions = list(event.get('eventDefinitions'));
  const [definition] = definitions;
  const isEventStart =
    event.$type === 'bpmn:StartEvent' && event.$parent?.get('triggeredByEvent') === true;
  const place = isEventStart ? eventStart : event.$type;
  if (!definition) {
    if (waiting.has(place)) reading.faults.push(waitsForNothing(event));
    return null;
  }
  const type = definition.$type.replace(/^bpmn:(\w+)EventDefinition$/, '$1');
  if (definitions.length > 1 || !supported[place]?.includes(type)) {
    reading.faults.push(
      fault(
        event.id ?? null,
        `Loại sự kiện chưa được hỗ trợ ở đây: ${definitions.map((one) => one.$type).join(', ')}`,
        `This kind of event is not supported here: ${definitions.map((one) => one.$type).join(', ')}`,
      ),
    );
    return null;
  }
  return triggerOf(type, definition, event, reading);
}

function waitsForNothing(event: ModdleElement): Fault {
  return fault(
    event.id ?? null,
    'Sự kiện phải nói rõ nó chờ điều gì',
    'The event must say what it waits for',
  );
}

function triggerOf(
  type: string,
  definition: ModdleElement,
  event: ModdleElement,
  reading: Reading,
): Trigger | null {
  switch (type) {
    case 'Timer':
      return readTimer(definition, event, reading);
    case 'Message':
      return readMessage(definition, event, reading);
    case 'Error':
      return { type: 'error', code: referenced(definition.get('errorRef'), 'errorCode') };
    case 'Escalation':
      return {
        type: 'escalation',
        code: referenced(definition.get('escalationRef'), 'escalationCode'),
      };
    case 'Signal':
      return { type: 'signal', name: referenced(definition.get('signalRef'), 'name') ?? '' };
    case 'Compensate':
      return { type: 'compensation', activity: activityOf(definition, reading) };
    case 'Terminate':
      return { type: 'terminate' };
    default:
      return { type: 'link', name: written(definition, 'name') ?? '' };
  }
}

/** The activity that a compensation is about; null for everything in its scope. */
function activityOf(definition: ModdleElement, { prefix }: Reading): string | null {
  const activity = definition.get('activityRef') as ModdleElement | undefined;
  return activity?.id === undefined ? null : `${prefix}${activity.id}`;
}

/** The message that an event definition or a receive task names. */
export function readMessage(
  definition: ModdleElement,
  node: ModdleElement,
  { faults, expressions }: Reading,
): Trigger | null {
  const name = referenced(definition.get('messageRef'), 'name');
  if (name === null) {
    faults.push(fault(node.id ?? null, 'Phải chỉ ra tên thông điệp', 'The message must be named'));
    return null;
  }
  return {
    type: 'message',
    name,
    correlation: expressions.read(definition.get('cqs:correlation'), node.id ?? ''),
    into: written(definition, 'cqs:into'),
  };
}

/** The code or name of a referenced error or message, else its id. */
function referenced(reference: unknown, property: string): string | null {
  if (typeof reference !== 'object' || reference === null) return null;
  const element = reference as ModdleElement;
  return written(element, property) ?? element.id ?? null;
}

function readTimer(
  definition: ModdleElement,
  event: ModdleElement,
  reading: Reading,
): Trigger | null {
  const rule = timerRule(definition, event.id ?? '', reading.expressions);
  if (rule && !('cycle' in rule && isInterrupting(event))) return { type: 'timer', rule };
  reading.faults.push(
    rule
      ? fault(
          event.id ?? null,
          'Đồng hồ lặp lại chỉ dùng ở sự kiện không ngắt',
          'A cycle is only for an event that does not interrupt',
        )
      : fault(
          event.id ?? null,
          'Đồng hồ phải có thời lượng ISO 8601 (ví dụ P15D), thời điểm, hoặc số giờ làm việc (cqs:hours)',
          'A timer needs an ISO 8601 duration (such as P15D), an instant, or working hours (cqs:hours)',
        ),
  );
  return null;
}

function timerRule(
  definition: ModdleElement,
  element: string,
  expressions: ExpressionReader,
): TimerRule | undefined {
  const hours = Number(written(definition, 'cqs:hours') ?? Number.NaN);
  if (hours > 0 && hours <= 10_000) return { hours };
  const duration = body(definition, 'timeDuration');
  const date = body(definition, 'timeDate');
  const cycle = body(definition, 'timeCycle');
  const computed = [duration, date].find((one) => one?.startsWith('='));
  if (computed !== undefined) {
    const worked = expressions.read(computed, element);
    return worked ? { worked } : undefined;
  }
  const after = duration === undefined ? undefined : parseDuration(duration);
  if (after) return { after };
  const cycles = cycle === undefined ? undefined : parseCycle(cycle);
  if (cycles) return { cycle: cycles };
  const on = new Date(date ?? Number.NaN);
  return /T\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(date ?? '') && !Number.isNaN(on.getTime())
    ? { on }
    : undefined;
}

function body(definition: ModdleElement, property: string): string | undefined {
  const expression = definition.get(property) as ModdleElement | undefined;
  const text = expression?.get('body');
  return typeof text === 'string' ? text.trim() : undefined;
}

/** Whether an event, when it comes, ends what it is attached to or the scope that it stands in. */
export function isInterrupting(event: ModdleElement): boolean {
  return event.get('cancelActivity') !== false && event.get('isInterrupting') !== false;
}
