import type { FeelValue } from './value.ts';

/** The three-valued logic of FEEL (DMN 1.5, table 50): what is neither true nor false counts as null. */

export function and(left: FeelValue, right: FeelValue): boolean | null {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : null;
}

export function or(left: FeelValue, right: FeelValue): boolean | null {
  if (left === true || right === true) return true;
  return left === false && right === false ? false : null;
}

export function not(value: FeelValue): boolean | null {
  return typeof value === 'boolean' ? !value : null;
}
