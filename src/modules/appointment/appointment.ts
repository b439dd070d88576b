import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';

export type AppointmentState =
  | 'BOOKED'
  | 'ARRIVED'
  | 'MISSED'
  | 'CANCELLED'
  | 'WITHDRAWN'
  | 'MOVED';

/** A time at a desk that is kept for somebody. */
export interface Appointment {
  readonly id: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly deskId: string;
  readonly on: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What is said or typed on arrival. */
  readonly code: string;
  /** Null for people without an account. */
  readonly personId: string | null;
  readonly procedureSlug: string | null;
  readonly dossierCode: string | null;
  readonly state: AppointmentState;
  readonly movedTo: string | null;
}

/** How people without an account are reached. */
export interface Guest {
  readonly name: string;
  readonly phone: string;
}

/** What people come to a unit for. */
export interface Service {
  readonly id: string;
  readonly unitId: string;
  readonly name: Text;
  readonly purpose: 'FILE' | 'COLLECT' | 'ASK';
  readonly letter: string;
}

/** How appointments are given on a day. */
export interface BookingRule {
  readonly aheadDays: number;
  readonly noticeMinutes: number;
  readonly graceMinutes: number;
  readonly remindMinutes: number;
  readonly mostOpen: number;
  readonly keepDays: number;
}

/** A desk that serves a service, from one day on and up to another. */
export interface Offer {
  readonly id: string;
  readonly deskId: string;
  readonly serviceId: string;
  readonly minutes: number;
  /** 1 for Monday. */
  readonly weekdays: readonly number[];
  readonly isBookable: boolean;
  readonly validFrom: Day;
  /** First day without it. */
  readonly validTo: Day | null;
}
