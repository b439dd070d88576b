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

/** Whether a value is of a type, as `instance of` asks. Null is only of type null. */
export function isOfType(value: FeelValue, type: FeelType): boolean {
  if (value === null) return type.name === 'null';
  switch (type.name) {
    case 'any':
      return true;
    case 'list':
      return isList(value) && value.every((item) => allowsNull(item, type.of));
    case 'range':
      return (
        value instanceof FeelRange &&
        [value.start, value.end].every((end) => end === undefined || allowsNull(end, type.of))
      );
    case 'context':
      return (
        isContext(value) &&
        [...type.members].every(
          ([name, wanted]) => Object.hasOwn(value, name) && allowsNull(member(value, name), wanted),
        )
      );
    case 'function':
      return value instanceof FeelFunction && isFunctionOf(value, type.parameters, type.result);
    case 'limited':
      return isOfType(value, type.base) && type.allows(value);
    default:
      return kindOf(value) === type.name;
  }
}

// Null is a member of every type once it is a part of a value (DMN 1.5, 10.3.2.9).
function allowsNull(value: FeelValue, type: FeelType): boolean {
  return value === null || isOfType(value, type);
}

function isFunctionOf(
  value: FeelFunction,
  parameters: readonly FeelType[] | undefined,
  result: FeelType,
): boolean {
  if (parameters === undefined) return true;
  if (parameters.length !== value.parameters.length) return false;
  return (
    value.parameters.every((parameter, index) =>
      accepts(parameter.type ?? anyType, parameters[index] ?? anyType),
    ) && accepts(result, value.result ?? anyType)
  );
}

/** Whether every value of `narrow` is also one of `wide`. */
export function accepts(wide: FeelType, narrow: FeelType): boolean {
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
