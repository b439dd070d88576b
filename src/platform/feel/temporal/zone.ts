import { civilOf } from './civil.ts';

/** A fixed offset in seconds, or a zone of the IANA database whose offset depends on the day. */
export interface Zone {
  readonly id: string | undefined;
  /** The offset east of UTC, in seconds, at a local wall-clock time. */
  offsetAt(day: number, nanos: number): number;
}

/** Viet Nam has kept UTC+7 without summer time since 1975. */
export const VIETNAM_OFFSET = 7 * 3600;

/** The offset of a time that may have no zone: then it is the wall clock of Viet Nam. */
export function offsetOf(zone: Zone | null, day: number, nanos: number): number {
  return zone === null ? VIETNAM_OFFSET : zone.offsetAt(day, nanos);
}

export const utc: Zone = offsetZone(0);

export function offsetZone(seconds: number): Zone {
  return { id: undefined, offsetAt: () => seconds };
}

const known = new Map<string, Zone | undefined>();

/** The zone of that IANA name, or undefined when there is none. */
export function namedZone(id: string): Zone | undefined {
  if (id.length > 64 || !/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(id)) return undefined;
  if (known.has(id)) return known.get(id);
  const zone = makeZone(id);
  if (known.size < 1000) known.set(id, zone);
  return zone;
}

function makeZone(id: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  return {
    id,
    offsetAt(day, nanos) {
      const local =
        Date.UTC(2000, 0, 1) + (within(day) - 10_957) * 86_400_000 + Math.floor(nanos / 1e6);
      // The offset at the wall-clock time read as UTC, then once more at the instant that this offset gives.
      const guess = offsetAtInstant(format, local);
      return offsetAtInstant(format, local - guess * 1000);
    },
  };
}

// Zone rules are known for historical years only; beyond ±8000 the rule of the same day 400 years nearer holds.
function within(day: number): number {
  const { year } = civilOf(day);
  if (year >= 1 && year <= 8000) return day;
  return day - Math.floor((year - 2000) / 400) * 146_097;
}

function offsetAtInstant(format: Intl.DateTimeFormat, instant: number): number {
  const part: Record<string, number> = {};
  let before = false;
  for (const { type, value } of format.formatToParts(instant)) {
    if (type === 'era') before = value.startsWith('B');
    else part[type] = Number(value);
  }
  const year = before ? 1 - (part['year'] ?? 0) : (part['year'] ?? 0);
  const wall = new Date(0);
  wall.setUTCFullYear(year, (part['month'] ?? 1) - 1, part['day'] ?? 1);
  wall.setUTCHours(part['hour'] ?? 0, part['minute'] ?? 0, part['second'] ?? 0);
  return Math.round((wall.getTime() - Math.floor(instant / 1000) * 1000) / 1000);
}

/** How a zone is written after a time: Z, +07:00 or @Asia/Ho_Chi_Minh. */
export function formatZone(zone: Zone): string {
  if (zone.id !== undefined) return `@${zone.id}`;
  const offset = zone.offsetAt(0, 0);
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(size / 3600)}:${two((size / 60) % 60)}${seconds}`;
}
