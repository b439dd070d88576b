import type { Allowance } from '#/values/deadline.ts';
import type { Day } from '#/values/day.ts';
import type { SimulationResult } from './result.ts';
import type { Setting } from './setting.ts';

/** Whose calendar holds, from which day it is played, and how long the law gives. */
export interface PlayedOffice {
  readonly unitId: string;
  readonly from: Day;
  readonly deadline: Allowance | null;
}

/** The process of a draft played with imagined cases. */
export interface Simulation {
  readonly id: string;
  readonly draftId: string;
  readonly revision: number;
  readonly setting: Setting;
  readonly office: PlayedOffice;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly done: number;
  readonly total: number;
  readonly result: SimulationResult | null;
  readonly fault: string | null;
}

/** Name of the job that plays simulations. */
export const simulationJobName = 'studio.simulate';
