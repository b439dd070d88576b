import { partsOf, type Day } from '#/values/day.ts';

/**
 * A day as letters carry it beside the place: `ngày 05 tháng 02 năm 2026`. Days below 10 and the months 1 and 2 have a
 * zero before them, so that nothing can be added (Decree 30/2020, appendix I, part II, 4).
 */
export function letterDate(on: Day): string {
  const { year, month, day } = partsOf(on);
  const padded = (value: number, below: number) => (value < below ? `0${value}` : String(value));
  return `ngày ${padded(day, 10)} tháng ${padded(month, 3)} năm ${year}`;
}
