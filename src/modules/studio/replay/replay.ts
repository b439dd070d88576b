/** The rules of a draft run over dossiers that were filed. */
export interface Replay {
  readonly id: string;
  readonly draftId: string;
  readonly revision: number;
  readonly baseVersionId: string;
  readonly procedureId: string;
  readonly since: Date;
  readonly until: Date;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly total: number;
  readonly looked: number;
  readonly changed: number;
  readonly fees: number;
  readonly deadline: number;
  readonly papers: number;
  readonly eligibility: number;
  readonly broken: number;
  /** All fees by the published version and by the draft, in đồng. */
  readonly sumWas: number;
  readonly sumNow: number;
  /** Where it goes on. */
  readonly lastAt: Date | null;
  readonly lastId: string | null;
  readonly endedAt: Date | null;
  readonly fault: string | null;
}

/** Name of the job that runs replays. */
export const replayJobName = 'studio.replay';
