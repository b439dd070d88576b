import { type Fault, fault } from './fault.ts';
import type { CompiledProcess, Flow, Node } from './graph.ts';

/** What is wrong with the shape of a process, before any run of it. */
export function checkGraph(compiled: CompiledProcess): readonly Fault[] {
  const containers = [null, ...compiled.nodes.filter(isContainer)];
  return [
    ...containers.flatMap((container) => checkStart(compiled, container)),
    ...compiled.nodes.flatMap((node) => [
      ...checkWays(node),
      ...node.out.flatMap(checkFlow),
      ...checkBoundary(node),
      ...checkError(node),
      ...checkUndo(compiled, node),
      ...checkEventGateway(node),
      ...checkLink(node),
    ]),
  ];
}

function checkStart(compiled: CompiledProcess, container: Node | null): readonly Fault[] {
  const starts = compiled.nodes.filter(
    (node) => node.kind === 'start' && node.parent === container,
  );
  return starts.length === 1
    ? []
    : [
        fault(
          container?.id ?? compiled.id,
          `Phải có đúng một điểm bắt đầu, hiện có ${starts.length}`,
          `There must be exactly one start event, there are ${starts.length}`,
        ),
      ];
}

function isContainer({ kind }: Node): boolean {
  return kind === 'sub-process' || kind === 'event-sub-process';
}

function checkWays(node: Node): readonly Fault[] {
  const isApart = node.kind === 'event-sub-process' || node.isUndo;
  const isEntry = isApart || node.kind === 'start' || node.kind === 'boundary' || isLinkCatch(node);
  const isExit = isApart || node.kind === 'end' || isLinkThrow(node) || isUndoEvent(node);
  const faults: Fault[] = [];
  if (isEntry && node.in.length > 0) {
    faults.push(
      fault(
        node.id,
        'Không được có đường đi vào phần tử này',
        'No flow may lead into this element',
      ),
    );
  }
  if (!isEntry && node.in.length === 0) {
    faults.push(
      fault(node.id, 'Không có đường nào dẫn tới phần tử này', 'No flow leads to this element'),
    );
  }
  if (isExit && node.out.length > 0) {
    faults.push(
      fault(node.id, 'Không được có đường đi ra từ phần tử này', 'No flow may leave this element'),
    );
  }
  if (!isExit && node.out.length === 0) {
    faults.push(
      fault(
        node.id,
        'Không có đường đi ra: hãy nối tới bước sau hoặc tới điểm kết thúc',
        'No flow leaves this element: lead it to the next step or to an end event',
      ),
    );
  }
  return faults;
}

/** The nodes whose outgoing flows may carry conditions (BPMN 2.0.2, section 8.3.13). */
const deciding = new Set(['exclusive', 'inclusive', 'pass', 'user', 'job', 'sub-process']);

function checkFlow(flow: Flow): readonly Fault[] {
  const faults: Fault[] = [];
  if (flow.from.parent !== flow.to.parent) {
    faults.push(
      fault(
        flow.id,
        'Đường nối không được vượt qua ranh giới quy trình con',
        'A flow must not cross the border of a sub-process',
      ),
    );
  }
  if (flow.condition && !deciding.has(flow.from.kind)) {
    faults.push(
      fault(
        flow.id,
        'Điều kiện không được đặt trên đường nối này',
        'This flow must not have a condition',
      ),
    );
  }
  if (flow.condition && flow.isDefault) {
    faults.push(
      fault(
        flow.id,
        'Đường mặc định không được có điều kiện',
        'The default flow must not have a condition',
      ),
    );
  }
  if (
    flow.from.kind === 'exclusive' &&
    flow.from.out.length > 1 &&
    !flow.condition &&
    !flow.isDefault
  ) {
    faults.push(
      fault(
        flow.id,
        'Đường ra của cổng chọn một phải có điều kiện hoặc là đường mặc định',
        'A flow out of an exclusive gateway needs a condition or must be the default',
      ),
    );
  }
  return faults;
}

const hosts = new Set(['user', 'job', 'sub-process', 'catch']);

function checkBoundary(node: Node): readonly Fault[] {
  if (node.kind !== 'boundary') return [];
  if (!node.host || !hosts.has(node.host.kind) || node.host.parent !== node.parent) {
    return [
      fault(
        node.id,
        'Sự kiện biên phải gắn vào một bước hoặc quy trình con mà người hay máy phải chờ',
        'A boundary event must be attached to a step or sub-process that waits',
      ),
    ];
  }
  return [];
}

function checkError(node: Node): readonly Fault[] {
  return node.trigger?.type === 'error' && !node.interrupting
    ? [fault(node.id, 'Sự kiện lỗi luôn ngắt bước', 'An error event always interrupts')]
    : [];
}

function isUndoEvent({ kind, trigger }: Node): boolean {
  return kind === 'boundary' && trigger?.type === 'compensation';
}

const undoing = new Set(['user', 'job', 'sub-process']);

function checkUndo({ nodes }: CompiledProcess, node: Node): readonly Fault[] {
  const isWrongEvent =
    isUndoEvent(node) &&
    (node.linked.length !== 1 || !node.linked[0]!.isUndo || node.linked[0]!.parent !== node.parent);
  const isWrongUndo =
    node.isUndo &&
    (!undoing.has(node.kind) ||
      node.multi !== null ||
      node.boundary.length > 0 ||
      !nodes.some((event) => isUndoEvent(event) && event.linked.includes(node)));
  return isWrongEvent || isWrongUndo
    ? [
        fault(
          node.id,
          'Việc hoàn tác phải gồm một sự kiện biên và đúng một bước hoàn tác đơn giản được nối với nó',
          'Undoing needs a boundary event and exactly one simple activity for it that is associated with it',
        ),
      ]
    : [];
}

function checkEventGateway(node: Node): readonly Fault[] {
  if (node.kind !== 'event-gateway') return [];
  return node.out
    .filter(
      ({ to }) =>
        to.kind !== 'catch' || to.in.length !== 1 || to.multi !== null || to.boundary.length > 0,
    )
    .map(({ to }) =>
      fault(
        to.id,
        'Sau cổng sự kiện phải là sự kiện chờ, chỉ tới được từ cổng đó',
        'After an event gateway there must be a catching event that is reached only from it',
      ),
    );
}

function checkLink(node: Node): readonly Fault[] {
  if (!isLinkThrow(node) && !isLinkCatch(node)) return [];
  const good = isLinkCatch(node) ? node.linked.length > 0 : node.linked.length === 1;
  return good
    ? []
    : [
        fault(
          node.id,
          'Liên kết không có đúng một đầu kia',
          'The link has not exactly one other end',
        ),
      ];
}

function isLinkThrow(node: Node): boolean {
  return node.kind === 'throw' && node.trigger?.type === 'link';
}

function isLinkCatch(node: Node): boolean {
  return node.kind === 'catch' && node.trigger?.type === 'link';
}
