import { FeelFunction } from './function.ts';
import { FeelRange } from './range.ts';
import { isContext, isList, kindOf, member } from './value.ts';
import type { FeelValue, Kind } from './value.ts';

/** The types that FEEL and item definitions can speak of. */
export type FeelType =
  | { readonly name: Exclude<Kind, 'list' | 'context' | 'function' | 'range'> | 'any' }
  | { readonly name: 'list'; readonly of: FeelType }
  | { readonly name: 'range'; readonly of: FeelType }
  | { readonly name: 'context'; readonly members: ReadonlyMap<string, FeelType> }
  | {
      readonly name: 'function';
      readonly parameters: readonly FeelType[] | undefined;
      readonly result: FeelType;
    }
  | {
      readonly name: 'limited';
      readonly base: FeelType;
      readonly allows: (value: FeelValue) => boolean;
    };

export const anyType: FeelType = { name: 'any' };

const plain: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['any', anyType],
  ['null', { name: 'null' }],
  ['number', { name: 'number' }],
  ['string', { name: 'string' }],
  ['boolean', { name: 'boolean' }],
  ['date', { name: 'date' }],
  ['time', { name: 'time' }],
  ['date and time', { name: 'date and time' }],
  ['datetime', { name: 'date and time' }],
  ['days and time duration', { name: 'days and time duration' }],
  ['daytimeduration', { name: 'days and time duration' }],
  ['years and months duration', { name: 'years and months duration' }],
  ['yearmonthduration', { name: 'years and months duration' }],
  ['list', { name: 'list', of: anyType }],
  ['range', { name: 'range', of: anyType }],
  ['context', { name: 'context', members: new Map() }],
  ['function', { name: 'function', parameters: undefined, result: anyType }],
]);

/** A built-in type by its FEEL name (any letter case, as older DMN versions wrote them). */
export function builtInType(name: string): FeelType | undefined {
  return plain.get(name) ?? plain.get(name.toLowerCase());
}

/**
 * Whether a value is of a type, as `instance of` asks: null is only of type null, and allowed values do not count
 * unless `withLimits` says so.
 */
export function isOfType(value: FeelValue, type: FeelType, withLimits = false): boolean {
  if (value === null) return type.name === 'null';
  const fits = (part: FeelValue, wanted: FeelType) => allowsNull(part, wanted, withLimits);
  if (type.name === 'any') return true;
  if (type.name === 'list') return isList(value) && value.every((item) => fits(item, type.of));
  if (type.name === 'range') {
    if (!(value instanceof FeelRange)) return false;
    return [value.start, value.end].every((end) => end === undefined || fits(end, type.of));
  }
  if (type.name === 'context') {
    if (!isContext(value)) return false;
    return [...type.members].every(
      ([name, wanted]) => Object.hasOwn(value, name) && fits(member(value, name), wanted),
    );
  }
  if (type.name === 'function') {
    return value instanceof FeelFunction && isFunctionOf(value, type.parameters, type.result);
  }
  if (type.name === 'limited') {
    return isOfType(value, type.base, withLimits) && (!withLimits || type.allows(value));
  }
  return kindOf(value) === type.name;
}

// Null is a member of every type once it is a part of a value (DMN 1.5, 10.3.2.9).
function allowsNull(value: FeelValue, type: FeelType, withLimits: boolean): boolean {
  return value === null || isOfType(value, type, withLimits);
}

function isFunctionOf(
  value: FeelFunction,
  parameters: readonly FeelType[] | undefined,
  result: FeelType,
): boolean {
  if (parameters === undefined) return true;
  if (parameters.length !== value.parameters.length) return false;
  // What a function does not declare about itself cannot contradict.
  return (
    value.parameters.every(
      ({ type }, index) => type === undefined || accepts(type, parameters[index] ?? anyType),
    ) &&
    (value.result === undefined || accepts(result, value.result))
  );
}

/** Whether every value of `narrow` is also one of `wide`. */
function accepts(wide: FeelType, narrow: FeelType): boolean {
  if (wide.name === 'any' || narrow.name === 'null') return true;
  if (narrow.name === 'limited' && wide.name !== 'limited') return accepts(wide, narrow.base);
  if (
    (wide.name === 'list' && narrow.name === 'list') ||
    (wide.name === 'range' && narrow.name === 'range')
  ) {
    return accepts(wide.of, narrow.of);
  }
  if (wide.name === 'context' && narrow.name === 'context') {
    return [...wide.members].every(([name, type]) => {
      const own = narrow.members.get(name);
      return own !== undefined && accepts(type, own);
    });
  }
  if (wide.name === 'function' && narrow.name === 'function') {
    if (wide.parameters === undefined) return true;
    return (
      wide.parameters.length === narrow.parameters?.length &&
      wide.parameters.every((type, index) =>
        accepts(narrow.parameters?.[index] ?? anyType, type),
      ) &&
      accepts(wide.result, narrow.result)
    );
  }
  return wide.name === narrow.name && wide.name !== 'limited';
}
