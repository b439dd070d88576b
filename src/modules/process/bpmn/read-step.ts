import type { ModdleElement } from 'bpmn-moddle';
import type { Allowance, DeadlineUnit } from '#/values/deadline.ts';
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
  const step = {
    kind,
    role,
    unit,
    hours: hoursOf(task, 'cqs:hours', faults),
    hoursExtended: hoursOf(task, 'cqs:hoursExtended', faults),
    due: allowanceOf(task, faults),
    atDue: written(task, 'cqs:atDue'),
    state: written(task, 'cqs:state'),
    outcomes: outcomesOf(task, allowed, faults),
    form: written(task, 'cqs:form'),
    legalBasis: written(task, 'cqs:legalBasis'),
  };
  checkEffect(id, step, faults);
  return step;
}

const units: Readonly<Record<string, true>> = {
  WORKING_DAY: true,
  DAY: true,
  WORKING_HOUR: true,
  HOUR: true,
  MONTH: true,
} satisfies Readonly<Record<DeadlineUnit, true>>;

/** A time of the law, written as a number and a unit: "12 DAY". */
function allowanceOf(task: ModdleElement, faults: Fault[]): Allowance | null {
  const value = written(task, 'cqs:due');
  if (value === null) return null;
  const [, qty, unit = ''] = /^([1-9]\d{0,3}) ([A-Z_]+)$/.exec(value) ?? [];
  if (qty !== undefined && Object.hasOwn(units, unit)) {
    return { qty: Number(qty), unit: unit as DeadlineUnit };
  }
  faults.push(
    fault(
      task.id ?? null,
      `Thời hạn của bước phải là số và đơn vị (ví dụ “12 DAY”), không phải “${value}”`,
      `The time of a step must be a number and a unit (such as "12 DAY"), not "${value}"`,
    ),
  );
  return null;
}

/** What the law makes of silence has to be one of the step's outcomes, at a time, with the law that says so. */
function checkEffect(id: string | null, step: Step, faults: Fault[]): void {
  const { atDue, outcomes, hours, due, legalBasis } = step;
  if (atDue === null) return;
  if (!outcomes.includes(atDue)) {
    faults.push(
      fault(
        id,
        `Kết quả khi hết hạn “${atDue}” không phải là kết quả của bước này`,
        `The outcome at the due time "${atDue}" is no outcome of this step`,
      ),
    );
  }
  if (hours === null && due === null) {
    faults.push(
      fault(
        id,
        'Bước có kết quả khi hết hạn phải có thời hạn (cqs:hours hoặc cqs:due)',
        'A step with an outcome at its due time needs a time (cqs:hours or cqs:due)',
      ),
    );
  }
  if (legalBasis === null) {
    faults.push(
      fault(
        id,
        'Bước có kết quả khi hết hạn phải nêu căn cứ pháp lý (cqs:legalBasis)',
        'A step with an outcome at its due time must name the law (cqs:legalBasis)',
      ),
    );
  }
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
