import type { Agenda } from './agenda.ts';
import type { Case, CaseTask, OtherTask } from './case.ts';

/** Work of any kind. */
export type AnyTask = CaseTask | OtherTask;

/** What happens at a minute of a play. */
export type PlayEvent =
  | { readonly type: 'arrival' }
  | { readonly type: 'other'; readonly pool: string; readonly no: number }
  | { readonly type: 'done'; readonly task: AnyTask }
  | { readonly type: 'fire'; readonly of: Case; readonly token: number };

/** The time of a play and what is still to happen in it. */
export interface Timeline {
  readonly agenda: Agenda<PlayEvent>;
  now: number;
  /** How much has happened; a play ends when it is more than `most`. */
  events: number;
  readonly most: number;
}

/** What the chances of a play are about; a number, so that they are drawn quickly. */
export const about = { arrival: 1, work: 2, outcome: 3, otherArrival: 4, otherWork: 5 } as const;
