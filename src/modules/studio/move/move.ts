import type { ElementMap } from '#/modules/process/index.ts';

/** Name of the job that carries moves out. */
export const moveJobName = 'studio.move-cases';

/** The move of running dossiers to a version of their process. */
export interface Move {
  readonly id: string;
  readonly slug: string;
  readonly versionId: string;
  readonly versionNo: number;
  readonly definitionId: string;
  readonly map: ElementMap;
  /** Law or decision by which they are moved. */
  readonly reason: string;
  /** Person who proposed it. */
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly state: 'PROPOSED' | 'DROPPED' | 'RUNNING' | 'DONE';
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
  /** The last case that was tried. */
  readonly lastId: string | null;
  readonly endedAt: Date | null;
}
