/** Which rules of which decision table matched, for people: rules are counted from 1. */
export interface Matched {
  readonly decision: string;
  readonly matched: number[];
}

// Evaluation is synchronous, so one current log serves all tables, however deep in functions they are.
let current: Matched[] | undefined;

/** Runs an evaluation and gives its result with the log of all tables that it went through. */
export function withLog<Result>(run: () => Result): { value: Result; log: Matched[] } {
  const outer = current;
  const log: Matched[] = [];
  current = log;
  try {
    return { value: run(), log };
  } finally {
    current = outer;
  }
}

export function noteMatches(decision: string, matched: number[]): void {
  current?.push({ decision, matched });
}
