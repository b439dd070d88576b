import { text } from '#/values/text.ts';

import { FeelFault } from './fault.ts';

/** Steps that one evaluation may take: an item visited, a function called, some characters handled. */
const STEPS = 300_000;
const CALL_DEPTH = 200;

// Evaluation is synchronous, so one counter serves all: it is set when the outermost evaluation begins, and
// there is no bound outside of evaluations.
let left = Infinity;
let running = false;
let depth = 0;

/** Runs one evaluation under a fresh budget; evaluations inside it share that budget. */
export function withBudget<Result>(run: () => Result): Result {
  if (running) return run();
  running = true;
  left = STEPS;
  depth = 0;
  try {
    return run();
  } catch (error) {
    // Only the stack of JavaScript itself ends this way: functions and values nested in each other.
    throw error instanceof RangeError ? tooDeep() : error;
  } finally {
    running = false;
    left = Infinity;
  }
}

/** Takes steps from the budget and ends the evaluation when it is used up. */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) {
    throw new FeelFault(
      text('Biểu thức cần quá nhiều bước tính.', 'The expression takes too many steps.'),
    );
  }
}

/** Runs the body of a function, one call deeper. */
export function deeper<Result>(run: () => Result): Result {
  spend(1);
  if (depth >= CALL_DEPTH) throw tooDeep();
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
  }
}

function tooDeep(): FeelFault {
  return new FeelFault(
    text('Hàm hoặc dữ liệu lồng nhau quá sâu.', 'Functions or data are nested too deeply.'),
  );
}
