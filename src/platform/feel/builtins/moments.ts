import { spend } from '../budget.ts';
import type { FeelFunction } from '../function.ts';
import { evaluationInstant } from '../instant.ts';
import { FeelNumber } from '../number.ts';
import { monthsBetween } from '../temporal/arithmetic.ts';
import { dayNumber, weekdayOf } from '../temporal/civil.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/moment.ts';
import {
  dateOf,
  readDate,
  readDateTime,
  readDuration,
  readTime,
  timeOf,
} from '../temporal/read.ts';
import { offsetZone, utc } from '../temporal/zone.ts';
import type { FeelValue } from '../value.ts';
import {
  dateArg,
  dateTimeArg,
  durationArg,
  integerArg,
  numberArg,
  optional,
  stringArg,
  timeArg,
} from './argument.ts';
import type { Argument } from './argument.ts';
import { builtIn, form } from './define.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date, or the date of a date and time. */
function dayArg(name: string): Argument<FeelDate> {
  const [date, dateTime] = [dateArg(name), dateTimeArg(name)];
  return {
    ...date,
    read: (arg, convert) => date.read(arg, convert) ?? dateTime.read(arg, convert)?.date,
  };
}

export const momentFunctions: Readonly<Record<string, FeelFunction>> = {
  date: builtIn(
    form([stringArg('from')], readDate),
    form([dayArg('from')], (from) => from),
    form([integerArg('year'), integerArg('month'), integerArg('day')], dateOf),
  ),
  time: builtIn(
    form([stringArg('from')], readTime),
    form([timeArg('from')], (from) => from),
    form([dateTimeArg('from')], (from) => from.time),
    form([dateArg('from')], () => new FeelTime(0, utc)),
    form(
      [
        integerArg('hour'),
        integerArg('minute'),
        numberArg('second'),
        optional(durationArg('offset')),
      ],
      (hour, minute, second, offset) => {
        const whole = second.floor();
        const fraction = second.minus(whole).times(1_000_000_000).trunc().toNumber();
        const zone =
          offset === undefined ? null : offsetZone(Number(offset.nanos / 1_000_000_000n));
        return timeOf(hour, minute, whole.toNumber(), fraction, zone);
      },
    ),
  ),
  'date and time': builtIn(
    form([stringArg('from')], readDateTime),
    form([dateTimeArg('from')], (from) => from),
    form([dateArg('from')], (from) => new FeelDateTime(from, new FeelTime(0, utc))),
    form([dayArg('date'), timeArg('time')], (date, time) => new FeelDateTime(date, time)),
  ),
  duration: builtIn(form([stringArg('from')], readDuration)),
  'years and months duration': builtIn(form([dayArg('from'), dayArg('to')], monthsBetween)),
  'day of year': builtIn(
    form([dayArg('date')], (date) => new FeelNumber(date.number - dayNumber(date.year, 1, 1) + 1)),
  ),
  'day of week': builtIn(
    form([dayArg('date')], (date) => weekdays[weekdayOf(date.number) - 1] ?? null),
  ),
  'month of year': builtIn(form([dayArg('date')], (date) => months[date.month - 1] ?? null)),
  'week of year': builtIn(form([dayArg('date')], weekOfYear)),
  now: builtIn(form([], () => evaluationInstant())),
  today: builtIn(form([], () => evaluationInstant().date)),
};

/** ISO 8601: the week belongs to the year that has its Thursday. */
function weekOfYear(date: FeelDate): FeelValue {
  spend(1);
  const thursday = date.number - weekdayOf(date.number) + 4;
  const { year } = FeelDate.ofNumber(thursday);
  return new FeelNumber(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1);
}
