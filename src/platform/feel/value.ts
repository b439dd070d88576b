import { FeelNumber } from './number.ts';

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'
  | 'list'
  | 'context';

/** The values of FEEL that JavaScript has no own kind for. */
export abstract class FeelObject {
  abstract readonly kind: Kind;

  /** How FEEL writes the value; moments and durations in their ISO form. */
  toString(): string {
    return this.kind;
  }
}

export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelObject
  | readonly FeelValue[]
  | FeelContext;

/** A FEEL context. Only own members count; a missing member is null. */
export interface FeelContext {
  readonly [name: string]: FeelValue;
}

/** A context under construction; it has no prototype, so no name is special. */
export function newContext(): Record<string, FeelValue> {
  return Object.create(null) as Record<string, FeelValue>;
}

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

export function isNumber(value: FeelValue): value is FeelNumber {
  return value instanceof FeelNumber;
}

export function isContext(value: FeelValue): value is FeelContext {
  return kindOf(value) === 'context';
}

/** The FEEL type of a value, by its name in DMN 1.5, table 42. */
export function kindOf(value: FeelValue): Kind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof FeelObject) return value.kind;
  if (value instanceof FeelNumber) return 'number';
  return Array.isArray(value) ? 'list' : 'context';
}

/** A member of a context, null when it has none of that name. */
export function member(context: FeelContext, name: string): FeelValue {
  return Object.hasOwn(context, name) ? (context[name] ?? null) : null;
}

/** Whether a condition holds: only true does, null and other values do not. */
export function isTrue(value: FeelValue): boolean {
  return value === true;
}

/** A list keeps its items; anything else is a list of itself (null too). */
export function asList(value: FeelValue): readonly FeelValue[] {
  return isList(value) ? value : [value];
}
