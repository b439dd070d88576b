import type { ModdleElement } from 'bpmn-moddle';
import { fault } from './fault.ts';
import type { Multi, Node, NodeKind } from './graph.ts';
import { readStep } from './read-step.ts';
import { isInterrupting, readMessage, readTrigger } from './read-trigger.ts';
import { nameOf, type Reading, written } from './reading.ts';

/** A node while the graph is being built: the compiler still ties it to its neighbours. */
export type Draft = { -readonly [Key in keyof Node]: Node[Key] };

/** Every element of BPMN that the engine runs. What is not here is refused, never skipped. */
const kinds: Readonly<Record<string, NodeKind>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:IntermediateThrowEvent': 'throw',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:Task': 'pass',
  'bpmn:ManualTask': 'pass',
  'bpmn:UserTask': 'user',
  'bpmn:ServiceTask': 'job',
  'bpmn:SendTask': 'job',
  'bpmn:BusinessRuleTask': 'job',
  'bpmn:ReceiveTask': 'catch',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:EventBasedGateway': 'event-gateway',
  'bpmn:SubProcess': 'sub-process',
  'bpmn:CallActivity': 'sub-process',
};

/** One flow node without its neighbours; undefined, with a fault, when the engine cannot run it. */
export function readNode(
  element: ModdleElement,
  { id, no, parent }: Pick<Node, 'id' | 'no' | 'parent'>,
  reading: Reading,
): Draft | undefined {
  const kind =
    element.get('triggeredByEvent') === true ? 'event-sub-process' : kinds[element.$type];
  if (kind === undefined || !isPlain(element)) {
    reading.faults.push(
      fault(
        id,
        `Phần tử ${element.$type} (hoặc cách dùng này của nó) chưa được hỗ trợ`,
        `The element ${element.$type} (or this use of it) is not supported`,
      ),
    );
    return undefined;
  }
  return {
    no,
    id,
    kind,
    name: nameOf(element),
    parent,
    out: [],
    in: [],
    trigger: triggerOf(element, reading),
    boundary: [],
    host: null,
    linked: [],
    interrupting: isInterrupting(element),
    isUndo: element.get('isForCompensation') === true,
    multi: multiOf(element, reading),
    step: kind === 'user' ? readStep(element, reading.faults) : null,
    job: kind === 'job' ? jobOf(element, reading) : null,
  };
}

/** Whether the element uses nothing that would change its meaning and that the engine does not do. */
function isPlain(element: ModdleElement): boolean {
  const loop = element.get('loopCharacteristics') as ModdleElement | undefined;
  return (
    element.get('instantiate') !== true &&
    (element.get('startQuantity') ?? 1) === 1 &&
    (element.get('completionQuantity') ?? 1) === 1 &&
    (element.get('eventGatewayType') ?? 'Exclusive') === 'Exclusive' &&
    (loop === undefined || loop.$type === 'bpmn:MultiInstanceLoopCharacteristics')
  );
}

function triggerOf(element: ModdleElement, reading: Reading): Node['trigger'] {
  if (element.$type === 'bpmn:ReceiveTask') return readMessage(element, element, reading);
  return element.$type.endsWith('Event') ? readTrigger(element, reading) : null;
}

function jobOf(element: ModdleElement, { faults }: Reading): string | null {
  const job = written(element, 'cqs:job');
  if (job !== null && /^[a-z][a-z0-9.-]*$/.test(job)) return job;
  faults.push(
    fault(
      element.id ?? null,
      'Việc tự động phải nêu tên công việc (cqs:job), chữ thường không dấu',
      'Automatic work must name its job (cqs:job) in lower-case letters',
    ),
  );
  return null;
}

function multiOf(element: ModdleElement, { faults, expressions }: Reading): Multi | null {
  const loop = element.get('loopCharacteristics') as ModdleElement | undefined;
  if (!loop) return null;
  const id = element.id ?? '';
  const multi = {
    sequential: loop.get('isSequential') === true,
    count: expressions.read(bodyOf(loop, 'loopCardinality'), id),
    each: expressions.read(loop.get('cqs:each'), id),
    as: written(loop, 'cqs:as'),
    collect: written(loop, 'cqs:collect'),
    until: expressions.read(bodyOf(loop, 'completionCondition'), id),
  };
  if ((multi.count === null) === (multi.each === null)) {
    faults.push(
      fault(
        id,
        'Bước làm nhiều lần phải nêu số lần (loopCardinality) hoặc danh sách (cqs:each)',
        'A multi-instance step needs either a number (loopCardinality) or a list (cqs:each)',
      ),
    );
  }
  return multi;
}

function bodyOf(loop: ModdleElement, property: string): unknown {
  return (loop.get(property) as ModdleElement | undefined)?.get('body');
}
