import type { FeelValue } from '../value.ts';
import { readDate, readDateTime, readDuration, readTime } from './read.ts';

/** The value of an at-literal: a date, time, date and time or duration; null when it is none. */
export function readTemporal(written: string): FeelValue {
  return readDate(written) ?? readTime(written) ?? readDateTime(written) ?? readDuration(written);
}
