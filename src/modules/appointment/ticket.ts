import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';

export type TicketState = 'WAITING' | 'CALLED' | 'DONE' | 'SKIPPED' | 'LEFT';

/** A number in the hall. It names nobody. */
export interface Ticket {
  readonly id: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly on: Day;
  readonly number: number;
  readonly letter: string;
  readonly priorityCode: string | null;
  readonly appointmentId: string | null;
  readonly turnAt: Date;
  readonly state: TicketState;
  readonly deskId: string | null;
  readonly takenAt: Date;
  readonly calls: number;
}

/** Whose turn comes earlier. */
export interface Priority {
  readonly code: string;
  readonly name: Text;
  readonly aheadMinutes: number;
  /** Given by itself from this age on. */
  readonly fromAge: number | null;
  readonly source: string;
}

/** As it stands on the paper and on the board: A012. */
export function ticketNumber({ letter, number }: Pick<Ticket, 'letter' | 'number'>): string {
  return `${letter}${String(number).padStart(3, '0')}`;
}
