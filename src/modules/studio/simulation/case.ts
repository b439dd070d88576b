import type { ImaginedRun } from '#/modules/process/index.ts';
import type { StepSetting } from './setting.ts';
import type { Task } from './pool.ts';

/** One case on its way. */
export interface Case {
  readonly no: number;
  readonly run: ImaginedRun;
  readonly filedAt: number;
  /** Whether it came after the office had filled up: only such cases are measured. */
  readonly isMeasured: boolean;
  acceptedAt: number | null;
  resultAt: number | null;
  waited: number;
  /** Work that is open, by its token. */
  readonly tasks: Map<number, CaseTask>;
  /** Tokens of timers and of news that are awaited. */
  readonly awaited: Set<number>;
  /** How often each step was begun. */
  readonly visits: Map<string, number>;
}

/** Work on a case. */
export interface CaseTask extends Task {
  readonly of: Case;
  readonly token: number;
  readonly setting: StepSetting;
  /** The chance that decides its outcome. */
  readonly fate: number;
}

/** Work that has nothing to do with the procedure. */
export interface OtherTask extends Task {
  readonly of: null;
  readonly pool: string;
}
