import { day, dayNumber, dayOfNumber, partsOf, type Day } from './day.ts';
import { moonNear, newMoonDay, sunSector } from './moon.ts';

/** A day of the Vietnamese lunar calendar, reckoned at UTC+7; `leap` marks the repeated month of a year of thirteen. */
export interface LunarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** The lunar day of a calendar day. */
export function lunarOf(of: Day): LunarDay {
  const jd = julian(of);
  const { year } = partsOf(of);
  const month = [...monthsUpTo(year), ...monthsUpTo(year + 1)].findLast(
    ({ start }) => start <= jd,
  )!;
  return { year: month.year, month: month.month, day: jd - month.start + 1, leap: month.leap };
}

/** The calendar day of a lunar day, undefined when that year has no such leap month or the month is too short. */
export function solarOf(lunar: LunarDay): Day | undefined {
  const months = [...monthsUpTo(lunar.year), ...monthsUpTo(lunar.year + 1)];
  const at = months.findIndex(
    ({ year, month, leap }) => year === lunar.year && month === lunar.month && leap === lunar.leap,
  );
  const start = months[at]?.start;
  if (start === undefined || lunar.day < 1) return undefined;
  const length = (months[at + 1]?.start ?? monthEleven(lunar.year + 1)) - start;
  return lunar.day > length ? undefined : dayOfNumber(start + lunar.day - 1 - julianOfEpoch);
}

/** The first day of the lunar year (mùng 1 Tết) that begins in a calendar year. */
export function tetOn(year: number): Day {
  return solarOf({ year, month: 1, day: 1, leap: false })!;
}

/** The commemoration of the Hùng Kings (Giỗ Tổ Hùng Vương), the tenth day of the third month. */
export function hungKingsOn(year: number): Day {
  return solarOf({ year, month: 3, day: 10, leap: false })!;
}

interface LunarMonth {
  readonly start: number;
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
}

/** The months from the eleventh of lunar year `year - 1`, which holds the winter solstice, up to the next eleventh. */
function monthsUpTo(year: number): LunarMonth[] {
  const first = monthEleven(year - 1);
  const next = monthEleven(year);
  const k = Math.round((first - 2415021) / 29.530588853);
  const starts = Array.from({ length: next - first > 365 ? 13 : 12 }, (_, i) =>
    i === 0 ? first : newMoonDay(k + i),
  );
  const leapAt = starts.length === 13 ? leapIndex(starts) : Infinity;
  return starts.map((start, i) => {
    const ordinal = i < leapAt ? i : i - 1;
    return {
      start,
      year: ordinal < 2 ? year - 1 : year,
      month: ((ordinal + 10) % 12) + 1,
      leap: i === leapAt,
    };
  });
}

/** The leap month is the first in which the sun enters no new sector. */
function leapIndex(starts: readonly number[]): number {
  return starts.findIndex(
    (start, i) => i > 0 && sunSector(start) === sunSector(starts[i + 1] ?? start + 30),
  );
}

/** The first day of the month that holds the winter solstice of a calendar year. */
function monthEleven(year: number): number {
  const k = moonNear(julian(day(year, 12, 31)));
  const start = newMoonDay(k);
  return sunSector(start) >= 9 ? newMoonDay(k - 1) : start;
}

const julianOfEpoch = 2440588;

function julian(of: Day): number {
  return dayNumber(of) + julianOfEpoch;
}
