/** How long something took, in working hours. */
export interface Spread {
  readonly counted: number;
  readonly mean: number;
  /** Half of them took no longer. */
  readonly median: number;
  /** Nine of ten took no longer. */
  readonly p90: number;
}

/** How many waited in a line: on average over time, and at its longest. */
export interface Line {
  readonly mean: number;
  readonly most: number;
}

export interface StepOutcome {
  readonly id: string;
  /** From the moment the step is there until somebody begins it. */
  readonly wait: Spread;
  readonly line: Line;
}

export interface PoolOutcome {
  readonly id: string;
  readonly people: number;
  /** Share of the working time that these people are at work, with everything that they do. */
  readonly busy: number;
  readonly line: Line;
}

/** What came of one play. */
export interface Outcome {
  readonly arrived: number;
  readonly ended: number;
  /** Still in the office at the end. */
  readonly inside: number;
  /** From filing to the result. */
  readonly whole: Spread;
  /** Waiting of a case in all its lines together. */
  readonly wait: Spread;
  /** Cases with a result whose deadline ran, and those of them that were on time. */
  readonly judged: number;
  readonly onTime: number;
  readonly steps: readonly StepOutcome[];
  readonly pools: readonly PoolOutcome[];
  /** Whether it was broken off because too much happened. */
  readonly isCut: boolean;
}

/** What one more person in a pool would change. */
export interface OneMore {
  readonly pool: string;
  readonly whole: Spread;
  readonly wait: Spread;
  readonly judged: number;
  readonly onTime: number;
}

export interface SimulationResult {
  readonly base: Outcome;
  /** That first by which people have their results soonest. */
  readonly oneMore: readonly OneMore[];
}
