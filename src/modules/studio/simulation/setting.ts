import type { Vars } from '#/modules/process/index.ts';

/** How much the work of one step differs from case to case. */
export const variations = ['fixed', 'some', 'strong'] as const;

export type Variation = (typeof variations)[number];

/** Everything that a simulation is told. With the same setting it always comes to the same. */
export interface Setting {
  readonly seed: number;
  /** Working days that are played. */
  readonly days: number;
  readonly perDay: number;
  readonly variation: Variation;
  readonly pools: readonly PoolSetting[];
  readonly steps: readonly StepSetting[];
  /** Working hours until an answer from outside comes, where the process waits for one. */
  readonly newsHours: number;
  /** What conditions may look at, as in the first example of the draft. */
  readonly vars: Vars;
}

/** The people of one role in one kind of unit. */
export interface PoolSetting {
  readonly id: string;
  readonly role: string;
  readonly unit: string | null;
  readonly people: number;
  /** Of 100 hours of these people, how many go to other work. */
  readonly otherWork: number;
}

export interface StepSetting {
  readonly id: string;
  readonly pool: string;
  readonly kind: string | null;
  /** Hours of real work, on average. */
  readonly hours: number;
  /** How often each outcome comes, in percent; together 100. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Bounds of what is played, so that it ends in time and fits into memory. */
export const limits = {
  days: 250,
  perDay: 500,
  cases: 20_000,
  people: 200,
  leastHours: 0.01,
  mostHours: 400,
  otherWork: 95,
  events: 1_000_000,
} as const;
