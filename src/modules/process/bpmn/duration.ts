/** A length of calendar time (ISO 8601, section 5.5.2.2): months and days move the date, the rest is exact. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

/** How often a timer fires: `times` null means until its host is gone. */
export interface Cycle {
  readonly times: number | null;
  readonly every: Duration;
}

const shape =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** Reads `P1Y2M3W4DT5H6M7S`; undefined when the text is no duration or an empty one. */
export function parseDuration(written: string): Duration | undefined {
  const found = shape.exec(written);
  if (!found || written.endsWith('T')) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const duration = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
  return written === 'P' ? undefined : duration;
}

/** Reads `R3/PT10M` (three times) or `R/P1D` (without end). */
export function parseCycle(written: string): Cycle | undefined {
  const found = /^R(\d{0,4})\/(.+)$/.exec(written);
  const every = found ? parseDuration(found[2]!) : undefined;
  if (!every || every.months + every.days + every.milliseconds === 0) return undefined;
  return { times: found![1] === '' ? null : Number(found![1]), every };
}

const hanoi = 7 * 3_600_000;

/** The instant that lies a duration after another, counted on the calendar of Vietnam (UTC+7, no summer time). */
export function after(start: Date, { months, days, milliseconds }: Duration): Date {
  const local = new Date(start.getTime() + hanoi);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last) + days);
  return new Date(local.getTime() - hanoi + milliseconds);
}
