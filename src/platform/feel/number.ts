import { Decimal } from 'decimal.js';

/**
 * Numbers of FEEL: 34 significant digits, half-even rounding, as IEEE 754 decimal128 (DMN 1.5, 10.3.2.3.1).
 * The exponent bounds are those of decimal128; what leaves them is no number any more and becomes null.
 */
export const FeelNumber = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  minE: -6176,
  maxE: 6144,
  toExpNeg: -7,
  toExpPos: 40,
});
export type FeelNumber = Decimal;

export const zero = new FeelNumber(0);
export const one = new FeelNumber(1);

/** A number from its written form or from a small exact integer; longer mantissas are rounded to 34 digits. */
export function number(written: string | number): FeelNumber {
  const exact = new FeelNumber(written);
  return exact.precision() > 34 ? exact.toSignificantDigits(34) : exact;
}

/** Only finite results are numbers; overflow, 0/0 and the like are null. */
export function finite(result: FeelNumber): FeelNumber | null {
  return result.isFinite() ? result : null;
}

/** The whole part as a JavaScript number when it is a safe integer, else undefined: for positions and counts. */
export function safeInteger(value: FeelNumber): number | undefined {
  const whole = value.trunc().toNumber();
  return Number.isSafeInteger(whole) ? whole : undefined;
}

/** How FEEL writes a number: without exponent and without trailing zeros. */
export function formatNumber(value: FeelNumber): string {
  return value.isZero() ? '0' : value.toFixed();
}
