import { FeelObject } from '../value.ts';
import { civilOf, dayNumber } from './civil.ts';
import { formatZone, offsetOf } from './zone.ts';
import type { Zone } from './zone.ts';

export const DAY_NANOS = 86_400_000_000_000;

/** A calendar day. */
export class FeelDate extends FeelObject {
  override readonly kind = 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Days since 1970-01-01. */
  readonly number: number;

  constructor(year: number, month: number, day: number) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
    this.number = dayNumber(year, month, day);
  }

  static ofNumber(days: number): FeelDate {
    const { year, month, day } = civilOf(days);
    return new FeelDate(year, month, day);
  }

  override toString(): string {
    const size = String(Math.abs(this.year)).padStart(4, '0');
    const two = (n: number) => String(n).padStart(2, '0');
    return `${this.year < 0 ? '-' : ''}${size}-${two(this.month)}-${two(this.day)}`;
  }
}

/** A time of day: nanoseconds since midnight, with or without a zone. */
export class FeelTime extends FeelObject {
  override readonly kind = 'time';
  readonly nanos: number;
  readonly zone: Zone | null;

  constructor(nanos: number, zone: Zone | null) {
    super();
    this.nanos = nanos;
    this.zone = zone;
  }

  get hour(): number {
    return Math.floor(this.nanos / 3_600_000_000_000);
  }

  get minute(): number {
    return Math.floor(this.nanos / 60_000_000_000) % 60;
  }

  get second(): number {
    return Math.floor(this.nanos / 1_000_000_000) % 60;
  }

  override toString(): string {
    const two = (n: number) => String(n).padStart(2, '0');
    const rest = this.nanos % 1_000_000_000;
    const fraction = rest === 0 ? '' : `.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
    const zone = this.zone === null ? '' : formatZone(this.zone);
    return `${two(this.hour)}:${two(this.minute)}:${two(this.second)}${fraction}${zone}`;
  }
}

/** A day and a time of day. Without a zone it is compared as the wall clock of Viet Nam. */
export class FeelDateTime extends FeelObject {
  override readonly kind = 'date and time';
  readonly date: FeelDate;
  readonly time: FeelTime;
  /** The instant as UTC day and nanosecond of that day. */
  readonly utcDay: number;
  readonly utcNanos: number;

  constructor(date: FeelDate, time: FeelTime) {
    super();
    this.date = date;
    this.time = time;
    const offset = offsetOf(time.zone, date.number, time.nanos);
    const nanos = time.nanos - offset * 1_000_000_000;
    const carry = Math.floor(nanos / DAY_NANOS);
    this.utcDay = date.number + carry;
    this.utcNanos = nanos - carry * DAY_NANOS;
  }

  override toString(): string {
    return `${this.date.toString()}T${this.time.toString()}`;
  }
}
