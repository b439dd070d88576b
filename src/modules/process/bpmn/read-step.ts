import type { ModdleElement } from 'bpmn-moddle';
import { type Fault, fault } from './fault.ts';
import type { Step } from './graph.ts';
import { words, written } from './reading.ts';
import { stepKinds, unitKinds } from './step-kinds.ts';

/** The facts that a procedure adds to a user task, checked against the words that the platform knows. */
export function readStep(task: ModdleElement, faults: Fault[]): Step {
  const id = task.id ?? null;
  const kind = written(task, 'cqs:kind');
  const allowed = kind === null ? undefined : stepKinds[kind];
  if (kind !== null && !allowed) {
    faults.push(
      fault(id, `Loại bước không có: “${kind}”`, `There is no such kind of step: "${kind}"`),
    );
  }
  const unit = written(task, 'cqs:unit');
  if (unit !== null && !unitKinds.includes(unit)) {
    faults.push(
      fault(id, `Loại đơn vị không có: “${unit}”`, `There is no such kind of unit: "${unit}"`),
    );
  }
  const role = written(task, 'cqs:role');
  if (role !== null && !/^[A-Z][A-Z0-9_]*$/.test(role)) {
    faults.push(fault(id, `Mã vai trò sai: “${role}”`, `Not a role code: "${role}"`));
  }
  return {
    kind,
    role,
    unit,
    hours: hoursOf(task, 'cqs:hours', faults),
    hoursExtended: hoursOf(task, 'cqs:hoursExtended', faults),
    state: written(task, 'cqs:state'),
    outcomes: outcomesOf(task, allowed, faults),
    form: written(task, 'cqs:form'),
    legalBasis: written(task, 'cqs:legalBasis'),
  };
}

function hoursOf(task: ModdleElement, property: string, faults: Fault[]): number | null {
  const value = written(task, property);
  if (value === null) return null;
  const hours = Number(value);
  if (hours > 0 && hours <= 10_000) return hours;
  faults.push(
    fault(
      task.id ?? null,
      `Số giờ làm việc phải là số dương, không phải “${value}”`,
      `Working hours must be a positive number, not "${value}"`,
    ),
  );
  return null;
}

function outcomesOf(
  task: ModdleElement,
  allowed: readonly string[] | undefined,
  faults: Fault[],
): readonly string[] {
  const chosen = words(task, 'cqs:outcomes');
  const wrong = chosen.filter((word) =>
    allowed ? !allowed.includes(word) : !/^[a-z][a-z-]*$/.test(word),
  );
  if (wrong.length > 0) {
    faults.push(
      fault(
        task.id ?? null,
        `Kết quả không dùng được ở loại bước này: ${wrong.join(', ')}`,
        `Outcomes that this kind of step cannot have: ${wrong.join(', ')}`,
      ),
    );
  }
  return chosen.length > 0 ? [...new Set(chosen)] : (allowed ?? ['done']);
}
