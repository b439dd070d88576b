import { badRequest } from '../fault.ts';
import {
  findAttribute,
  type Attribute,
  type Json,
  type Resource,
  type Schema,
} from '../resource.ts';
import type { Filter, Operator, Place } from './parse.ts';

/** Whether a resource fits a filter. @throws ScimFault when the filter names what the schema does not have. */
export function matches(schema: Schema, filter: Filter, resource: Resource): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(schema, part, resource));
    case 'or':
      return filter.parts.some((part) => matches(schema, part, resource));
    case 'not':
      return !matches(schema, filter.of, resource);
    case 'within': {
      const attribute = attributeOf(schema, { name: filter.name, sub: undefined });
      return listOf(resource[attribute.name]).some((value) =>
        matchesValue(attribute, filter.filter, value),
      );
    }
    case 'compare': {
      const { attribute, sub } = known(schema, filter.place);
      const values = listOf(resource[attribute.name]);
      const inner = sub ?? attribute.subAttributes?.find(({ name }) => name === 'value');
      const seen = inner
        ? values.flatMap((value) => listOf((value as Resource | undefined)?.[inner.name]))
        : values;
      return compare(inner ?? attribute, filter.operator, seen, filter.value);
    }
  }
}

/** Whether one value of a complex attribute fits a filter over its parts. */
export function matchesValue(attribute: Attribute, filter: Filter, value: Json): boolean {
  const inside: Schema = {
    id: '',
    name: attribute.name,
    description: '',
    attributes: attribute.subAttributes ?? [],
  };
  return matches(
    inside,
    filter,
    typeof value === 'object' && value !== null ? (value as Resource) : { value },
  );
}

function attributeOf(schema: Schema, place: Place): Attribute {
  return known(schema, place).attribute;
}

function known(schema: Schema, { name, sub }: Place) {
  const found = findAttribute(schema, name, sub);
  if (!found)
    throw badRequest('invalidFilter', `There is no attribute ${name}${sub ? `.${sub}` : ''}.`);
  return found;
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

type Literal = string | number | boolean | null;

function compare(
  attribute: Attribute,
  operator: Operator,
  values: readonly Json[],
  wanted: Literal,
): boolean {
  if (operator === 'pr') return values.some((value) => value !== '');
  if (operator === 'ne') return !compare(attribute, 'eq', values, wanted);
  if (operator === 'eq' && wanted === null) return values.length === 0;
  if (attribute.type === 'boolean' && operator !== 'eq')
    throw badRequest('invalidFilter', `${attribute.name} is yes or no and has no order.`);
  const one = comparable(attribute, wanted);
  return values.some((value) => test(operator, comparable(attribute, value), one));
}

function test(operator: Operator, value: Literal, wanted: Literal): boolean {
  if (operator === 'eq') return value === wanted;
  if (value === null || wanted === null || typeof value !== typeof wanted) return false;
  return tests[operator]?.(value, wanted) ?? false;
}

type Test = (value: string | number | boolean, wanted: string | number | boolean) => boolean;

const tests: Partial<Record<Operator, Test>> = {
  co: (value, wanted) => String(value).includes(String(wanted)),
  sw: (value, wanted) => String(value).startsWith(String(wanted)),
  ew: (value, wanted) => String(value).endsWith(String(wanted)),
  gt: (value, wanted) => value > wanted,
  ge: (value, wanted) => value >= wanted,
  lt: (value, wanted) => value < wanted,
  le: (value, wanted) => value <= wanted,
};

/** Instants as numbers; text without regard to case where the schema says so, and in one form of its marks. */
function comparable(attribute: Attribute, value: Json): Literal {
  if (typeof value === 'string') {
    if (attribute.type === 'dateTime') {
      const instant = Date.parse(value);
      if (Number.isNaN(instant)) throw badRequest('invalidFilter', `“${value}” is no instant.`);
      return instant;
    }
    const text = value.normalize('NFC');
    return attribute.caseExact === true ? text : text.toLowerCase();
  }
  return typeof value === 'object' ? null : (value as Literal);
}
