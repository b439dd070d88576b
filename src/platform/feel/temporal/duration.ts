import { FeelObject } from '../value.ts';

/** A length of time in nanoseconds: days, hours, minutes and seconds. */
export class FeelDuration extends FeelObject {
  override readonly kind = 'days and time duration';
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }

  override toString(): string {
    if (this.nanos === 0n) return 'PT0S';
    const size = this.nanos < 0n ? -this.nanos : this.nanos;
    const days = size / 86_400_000_000_000n;
    const hours = (size / 3_600_000_000_000n) % 24n;
    const minutes = (size / 60_000_000_000n) % 60n;
    const seconds = (size / 1_000_000_000n) % 60n;
    const rest = size % 1_000_000_000n;
    const fraction = rest === 0n ? '' : `.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
    const time = `${hours > 0n ? `${hours}H` : ''}${minutes > 0n ? `${minutes}M` : ''}${
      seconds > 0n || rest > 0n ? `${seconds}${fraction}S` : ''
    }`;
    return `${this.nanos < 0n ? '-' : ''}P${days > 0n ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
  }
}

/** About three thousand times the years that dates can have. */
const BOUND = 10n ** 30n;

/** A duration of so many nanoseconds, or null when that is beyond all bounds. */
export function durationOf(nanos: bigint): FeelDuration | null {
  return nanos > -BOUND && nanos < BOUND ? new FeelDuration(nanos) : null;
}

/** A period of so many months, or null when that is no safe integer. */
export function periodOf(months: number): FeelPeriod | null {
  return Number.isSafeInteger(months) ? new FeelPeriod(months === 0 ? 0 : months) : null;
}

/** A length of time in calendar months. */
export class FeelPeriod extends FeelObject {
  override readonly kind = 'years and months duration';
  readonly months: number;

  constructor(months: number) {
    super();
    this.months = months;
  }

  override toString(): string {
    if (this.months === 0) return 'P0M';
    const size = Math.abs(this.months);
    const years = Math.floor(size / 12);
    const months = size % 12;
    return `${this.months < 0 ? '-' : ''}P${years > 0 ? `${years}Y` : ''}${months > 0 ? `${months}M` : ''}`;
  }
}
