import { Decimal } from 'decimal.js';

import { spend } from '../budget.ts';
import { negate } from '../arithmetic.ts';
import type { FeelFunction } from '../function.ts';
import { FeelNumber, finite } from '../number.ts';
import { FeelDuration } from '../temporal/duration.ts';
import { FeelPeriod } from '../temporal/duration.ts';
import { durationArg, numberArg, periodArg, wholeArg } from './argument.ts';
import { builtIn, form } from './define.ts';

// Scales of IEEE 754 decimal128 (DMN 1.5, table 76).
const LEAST_SCALE = -6111;
const GREATEST_SCALE = 6176;

export const numberFunctions: Readonly<Record<string, FeelFunction>> = {
  decimal: rounding(Decimal.ROUND_HALF_EVEN, false),
  floor: rounding(Decimal.ROUND_FLOOR, true),
  ceiling: rounding(Decimal.ROUND_CEIL, true),
  'round up': rounding(Decimal.ROUND_UP, false),
  'round down': rounding(Decimal.ROUND_DOWN, false),
  'round half up': rounding(Decimal.ROUND_HALF_UP, false),
  'round half down': rounding(Decimal.ROUND_HALF_DOWN, false),
  abs: builtIn(
    form([numberArg('n')], (n) => n.abs()),
    form([durationArg('n')], (n) => (n.nanos < 0n ? negate(n) : n) as FeelDuration),
    form([periodArg('n')], (n) => (n.months < 0 ? negate(n) : n) as FeelPeriod),
  ),
  modulo: builtIn(
    form([numberArg('dividend'), numberArg('divisor')], (dividend, divisor) =>
      divisor.isZero()
        ? null
        : finite(dividend.minus(divisor.times(dividend.div(divisor).floor()))),
    ),
  ),
  sqrt: builtIn(
    form([numberArg('number')], (n) => (n.isNegative() && !n.isZero() ? null : n.sqrt())),
  ),
  log: builtIn(
    form([numberArg('number')], (n) => {
      spend(100);
      return n.lte(0) ? null : finite(n.ln());
    }),
  ),
  exp: builtIn(
    form([numberArg('number')], (n) => {
      spend(100);
      return finite(n.exp());
    }),
  ),
  odd: builtIn(form([numberArg('number')], (n) => (n.isInteger() ? !n.mod(2).isZero() : null))),
  even: builtIn(form([numberArg('number')], (n) => (n.isInteger() ? n.mod(2).isZero() : null))),
};

/** Rounds to so many decimal places, which may be negative: to tens, hundreds and so on. */
function rounding(mode: Decimal.Rounding, scaleOptional: boolean): FeelFunction {
  const round = (n: FeelNumber, scale = 0) => {
    if (scale > GREATEST_SCALE || scale < LEAST_SCALE) return null;
    if (scale >= 0) return n.toDecimalPlaces(scale, mode);
    const unit = new FeelNumber(10).pow(-scale);
    return finite(n.div(unit).toDecimalPlaces(0, mode).times(unit));
  };
  const scaled = form([numberArg('n'), wholeArg('scale')], round);
  return scaleOptional
    ? builtIn(
        form([numberArg('n')], (n) => round(n)),
        scaled,
      )
    : builtIn(scaled);
}
