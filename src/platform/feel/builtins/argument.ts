import { FeelFunction } from '../function.ts';
import { FeelNumber, safeInteger } from '../number.ts';
import { FeelRange } from '../range.ts';
import { FeelDuration, FeelPeriod } from '../temporal/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/moment.ts';
import { isContext, isList } from '../value.ts';
import type { FeelContext, FeelValue } from '../value.ts';

/** A parameter of a built-in function. `read` gives undefined when the argument does not fit. */
export interface Argument<Value> {
  readonly name: string;
  readonly optional: boolean;
  readonly rest: boolean;
  readonly read: (arg: FeelValue, convert: boolean) => Value | undefined;
  /** What a call by names takes when the argument is not given; undefined when it must be. */
  readonly missing?: Value | undefined;
}

/** A parameter that takes one value; when conversion is allowed, also the item of a list of one. */
function single<Value>(pick: (arg: FeelValue) => Value | undefined) {
  return (name: string): Argument<Value> => ({
    name,
    optional: false,
    rest: false,
    read(arg, convert) {
      const value = pick(arg);
      if (value !== undefined || !convert || !isList(arg) || arg.length !== 1) return value;
      return pick(arg[0] ?? null);
    },
  });
}

function instance<Value extends FeelValue>(kind: abstract new (...args: never[]) => Value) {
  return single((arg) => (arg instanceof kind ? (arg as Value) : undefined));
}

export const stringArg = single((arg) => (typeof arg === 'string' ? arg : undefined));
export const booleanArg = single((arg) => (typeof arg === 'boolean' ? arg : undefined));
export const numberArg = single((arg) => (arg instanceof FeelNumber ? arg : undefined));
/** A whole number that fits JavaScript; a fraction does not fit. */
export const integerArg = single((arg) =>
  arg instanceof FeelNumber && arg.isInteger() ? safeInteger(arg) : undefined,
);
/** A number whose fraction does not matter, as XPath rounds positions. */
export const wholeArg = single((arg) => (arg instanceof FeelNumber ? safeInteger(arg) : undefined));
export const contextArg = single((arg): FeelContext | undefined =>
  isContext(arg) ? arg : undefined,
);
export const rangeArg = instance(FeelRange);
export const functionArg = instance(FeelFunction);
export const dateArg = instance(FeelDate);
export const timeArg = instance(FeelTime);
export const dateTimeArg = instance(FeelDateTime);
export const durationArg = instance(FeelDuration);
export const periodArg = instance(FeelPeriod);
/** A value that is no range: a point on some scale. */
export const pointArg = single((arg) =>
  arg === null || arg instanceof FeelRange || isList(arg) || isContext(arg) ? undefined : arg,
);

/** Takes any value, null too. */
export function anyArg(name: string): Argument<FeelValue> {
  return { name, optional: false, rest: false, read: (arg) => arg, missing: null };
}

/** A list; when conversion is allowed, also a single value as a list of one. */
export function listArg(name: string): Argument<readonly FeelValue[]> {
  return {
    name,
    optional: false,
    rest: false,
    read: (arg, convert) => (isList(arg) ? arg : convert && arg !== null ? [arg] : undefined),
  };
}

/** May be left out or null; the function then sees undefined. */
export function optional<Value>(argument: Argument<Value>): Argument<Value | undefined> {
  return { ...argument, optional: true };
}

/** Takes all remaining arguments, at least one. */
export function rest<Value>(argument: Argument<Value>): Argument<readonly Value[]> {
  return { ...argument, missing: undefined, rest: true, read: argument.read as never };
}
