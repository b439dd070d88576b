import { badRequest } from './fault.ts';
import { matchesValue } from './filter/matches.ts';
import { parsePath, type Filter } from './filter/parse.ts';
import {
  canonical,
  canonicalValue,
  findAttribute,
  type Attribute,
  type Json,
  type Resource,
  type Schema,
} from './resource.ts';

/** One operation of a PATCH (RFC 7644, 3.5.2). */
export interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string | undefined;
  readonly value: Json | undefined;
}

/** Reads the body of a PATCH. Operations may be written in any case, as Microsoft Entra does. @throws ScimFault */
export function readOperations(body: Resource): Operation[] {
  const given = body['Operations'] ?? body['operations'];
  if (!Array.isArray(given) || given.length === 0 || given.length > 200)
    throw badRequest('invalidSyntax', 'Operations is a list of one operation or more.');
  return (given as readonly Json[]).map((one) => {
    const { op, path, value } = (one ?? {}) as Resource;
    const name = typeof op === 'string' ? op.toLowerCase() : '';
    if (name !== 'add' && name !== 'remove' && name !== 'replace')
      throw badRequest('invalidSyntax', 'op is add, remove or replace.');
    if (path !== undefined && typeof path !== 'string')
      throw badRequest('invalidPath', 'path is a text.');
    return { op: name, path, value };
  });
}

/** The resource after all operations, one after the other; nothing is changed when one fails. @throws ScimFault */
export function patched(
  schema: Schema,
  resource: Resource,
  operations: readonly Operation[],
): Resource {
  return operations.reduce((now, operation) => apply(schema, now, operation), resource);
}

function apply(schema: Schema, resource: Resource, { op, path, value }: Operation): Resource {
  if (path === undefined) {
    if (op === 'remove') throw badRequest('noTarget', 'remove needs a path.');
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw badRequest('invalidValue', 'Without a path the value is a resource.');
    return Object.entries(flattened(value as Resource)).reduce(
      (now, [name, one]) => apply(schema, now, { op, path: name, value: one }),
      resource,
    );
  }
  // Attributes of extensions are not kept, and asking to change them is no fault of clients that send all they know.
  if (/^urn:/i.test(path) && !path.toLowerCase().startsWith(`${schema.id.toLowerCase()}:`))
    return resource;
  const { name, sub, filter } = parsePath(path);
  const found = findAttribute(schema, name, sub);
  if (!found) throw badRequest('invalidPath', `There is no attribute ${path}.`);
  const { attribute } = found;
  if (attribute.mutability === 'readOnly') {
    if (op !== 'remove' && isSame(resource[attribute.name], value)) return resource;
    throw badRequest('mutability', `${attribute.name} cannot be changed.`);
  }
  if (filter && !attribute.multiValued)
    throw badRequest('invalidPath', `${attribute.name} is no list.`);
  const old = resource[attribute.name];
  const next = attribute.multiValued
    ? changedList(attribute, (old as readonly Json[] | undefined) ?? [], {
        op,
        sub: found.sub,
        filter,
        value,
      })
    : changedOne(attribute, old, op, found.sub, value);
  const { [attribute.name]: _old, ...others } = resource;
  return next === undefined || (Array.isArray(next) && next.length === 0)
    ? others
    : { ...others, [attribute.name]: next };
}

/** `{"name.familyName": …}` and URNs of extensions as clients send them without a path. */
function flattened(value: Resource): Resource {
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name.toLowerCase() !== 'schemas'),
  );
}

function changedOne(
  attribute: Attribute,
  old: Json | undefined,
  op: Operation['op'],
  sub: Attribute | undefined,
  value: Json | undefined,
): Json | undefined {
  if (sub === undefined) {
    if (op === 'remove') return undefined;
    const next = canonicalValue(attribute, needed(value));
    return attribute.type === 'complex'
      ? { ...(old as Resource | undefined), ...(next as Resource) }
      : next;
  }
  const { [sub.name]: _old, ...others } = (old as Resource | undefined) ?? {};
  return op === 'remove' ? others : { ...others, [sub.name]: canonicalValue(sub, needed(value)) };
}

interface ListChange {
  readonly op: Operation['op'];
  readonly sub: Attribute | undefined;
  readonly filter: Filter | undefined;
  readonly value: Json | undefined;
}

function changedList(
  attribute: Attribute,
  old: readonly Json[],
  change: ListChange,
): readonly Json[] {
  const { op, sub, filter, value } = change;
  if (filter === undefined && sub === undefined) {
    if (op === 'remove')
      return value === undefined ? [] : old.filter((one) => !isNamed(one, value));
    const given = canonicalValue(attribute, needed(value));
    const added = Array.isArray(given) ? (given as readonly Json[]) : [given];
    return op === 'replace' ? added : joined(old, added);
  }
  const isMeant = (one: Json) => filter === undefined || matchesValue(attribute, filter, one);
  const met = old.some(isMeant);
  if (op === 'remove') {
    if (!met) throw badRequest('noTarget', `No value of ${attribute.name} is meant.`);
    return sub === undefined
      ? old.filter((one) => !isMeant(one))
      : old.map((one) => (isMeant(one) ? without(one as Resource, sub.name) : one));
  }
  const next = canonicalValue(sub ?? attribute, needed(value));
  const put = (one: Resource): Json =>
    sub === undefined ? { ...one, ...(next as Resource) } : { ...one, [sub.name]: next };
  if (met) return old.map((one) => (isMeant(one) ? put(one as Resource) : one));
  if (op === 'replace') throw badRequest('noTarget', `No value of ${attribute.name} is meant.`);
  // What the filter says of it is true of the new one.
  return [...old, put(filter === undefined ? {} : saidBy(filter))];
}

/** The parts that a filter says of a value by `eq`. */
function saidBy(filter: Filter): Resource {
  if (filter.kind === 'and') return Object.assign({}, ...filter.parts.map(saidBy)) as Resource;
  return filter.kind === 'compare' && filter.operator === 'eq'
    ? { [filter.place.name]: filter.value }
    : {};
}

/** Values that are there already are not added again (RFC 7644, 3.5.2.1). */
function joined(old: readonly Json[], added: readonly Json[]): Json[] {
  const isPrimary = added.some((one) => (one as Resource | null)?.['primary'] === true);
  const kept = isPrimary ? old.map((one) => ({ ...(one as Resource), primary: false })) : old;
  return [...kept, ...added.filter((one) => !old.some((known) => isNamed(known, one)))];
}

/** Whether a value is one of those that are named, each by its `value`. */
function isNamed(one: Json, named: Json): boolean {
  const list = Array.isArray(named) ? (named as readonly Json[]) : [named];
  const nameOf = (value: Json) =>
    typeof value === 'object' && value !== null ? (value as Resource)['value'] : value;
  return list.some((each) => nameOf(each) === nameOf(one));
}

function without(one: Resource, name: string): Resource {
  const { [name]: _gone, ...rest } = one;
  return rest;
}

function needed(value: Json | undefined): Json {
  if (value === undefined || value === null)
    throw badRequest('invalidValue', 'A value is missing.');
  return value;
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A whole resource in place of another (PUT): read-only attributes stay as they were. */
export function replaced(schema: Schema, old: Resource, given: Resource): Resource {
  const isFixed = (name: string) =>
    findAttribute(schema, name)?.attribute.mutability === 'readOnly';
  const kept = Object.entries(old).filter(([name]) => isFixed(name));
  const next = Object.entries(canonical(schema, given)).filter(([name]) => !isFixed(name));
  return Object.fromEntries([...kept, ...next]);
}
