import type { Channel, Deadline, State } from '../dossier.ts';
import type { BadgeEvent } from '../store/index.ts';

/** The open step that a row stands for, as the database knows it. */
export interface RowStep {
  readonly taskId: string;
  readonly definitionId: string;
  readonly node: number;
  readonly role: string;
  readonly unitId: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  /** The holder is away: the step is free for all of its post. */
  readonly isHolderAway: boolean;
  readonly dueAt: Date | null;
}

/** One line of a list: a dossier, and where the list is of work, one of its open steps. */
export interface DeskRow {
  readonly id: string;
  readonly code: string;
  readonly abstract: string;
  readonly ownerName: string;
  readonly state: State;
  readonly channel: Channel;
  readonly submittedAt: Date;
  readonly acceptDueAt: Date;
  readonly dueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly endedAt: Date | null;
  readonly deadline: Deadline;
  /** What has happened since somebody looked, first things first. */
  readonly news: readonly BadgeEvent[];
  readonly step: RowStep | null;
}
