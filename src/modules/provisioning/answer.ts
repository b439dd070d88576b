import { createHash } from 'node:crypto';
import { badRequest } from './fault.ts';
import { matches } from './filter/matches.ts';
import { parseFilter, parsePath } from './filter/parse.ts';
import { findAttribute, localName, type Json, type Resource, type Schema } from './resource.ts';

/** What a client asks of a list, and of how resources are shown (RFC 7644, 3.4.2 and 3.9). */
export interface Query {
  readonly filter: string | undefined;
  readonly sortBy: string | undefined;
  readonly isDescending: boolean;
  readonly startIndex: number;
  readonly count: number;
  readonly attributes: readonly string[];
  readonly excluded: readonly string[];
}

/** Most resources of one answer. */
export const mostAtOnce = 200;

/** Reads the query of an address, or the body of a search. */
export function readQuery(given: Readonly<Record<string, unknown>>): Query {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const names = (name: string) => {
    const value = given[name];
    const list: unknown[] = Array.isArray(value) ? value : (text(name)?.split(',') ?? []);
    return list.filter((one) => typeof one === 'string').map((one) => one.trim());
  };
  const number = (name: string, least: number, otherwise: number) => {
    const value = Number(given[name] ?? otherwise);
    return Number.isInteger(value) ? Math.max(least, value) : otherwise;
  };
  return {
    filter: text('filter'),
    sortBy: text('sortBy'),
    isDescending: text('sortOrder')?.toLowerCase() === 'descending',
    startIndex: number('startIndex', 1, 1),
    count: Math.min(mostAtOnce, number('count', 0, mostAtOnce)),
    attributes: names('attributes'),
    excluded: names('excludedAttributes'),
  };
}

/** One page of those that fit. */
export function listResponse(schema: Schema, all: readonly Resource[], query: Query): Resource {
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  const fitting = filter ? all.filter((one) => matches(schema, filter, one)) : all;
  const sorted = query.sortBy === undefined ? fitting : sortedBy(schema, fitting, query);
  const from = query.startIndex - 1;
  const page = sorted.slice(from, from + query.count);
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: fitting.length,
    startIndex: query.startIndex,
    itemsPerPage: page.length,
    Resources: page.map((one) => shownOf(schema, withVersion(one), query)),
  };
}

function sortedBy(schema: Schema, all: readonly Resource[], { sortBy, isDescending }: Query) {
  const { name, sub } = parsePath(sortBy!);
  const found = findAttribute(schema, name, sub);
  if (!found) throw badRequest('invalidPath', `There is no attribute ${sortBy}.`);
  const keyOf = (one: Resource): string => {
    const value = one[found.attribute.name];
    const first = (Array.isArray(value) ? (value[0] as Json) : value) as Json | undefined;
    const inner = sub ?? (typeof first === 'object' && first !== null ? 'value' : undefined);
    const key =
      inner === undefined ? first : (first as Resource | undefined)?.[found.sub?.name ?? inner];
    return typeof key === 'string' ? key : JSON.stringify(key ?? '');
  };
  const { compare } = new Intl.Collator('vi', { sensitivity: 'base' });
  const order = isDescending ? -1 : 1;
  return all.toSorted((one, other) => order * compare(keyOf(one), keyOf(other)));
}

/** The resource with its version: it tells whether anything of it is other than before (RFC 7644, 3.14). */
export function withVersion(resource: Resource): Resource {
  const { meta, ...rest } = resource;
  const digest = createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 20);
  return { ...rest, meta: { ...(meta as Resource), version: `W/"${digest}"` } };
}

/** The version of a resource. */
export function versionOf(resource: Resource): string {
  return String((resource['meta'] as Record<string, string>)['version']);
}

/** Only what was asked for, or all but what was not wanted; id and schemas always. */
export function shownOf(
  schema: Schema,
  resource: Resource,
  { attributes, excluded }: Pick<Query, 'attributes' | 'excluded'>,
): Resource {
  if (attributes.length === 0 && excluded.length === 0) return resource;
  const isIn = (names: readonly string[], name: string) =>
    names.some((one) => localName(schema, one).split('.')[0]!.toLowerCase() === name.toLowerCase());
  const always = new Set(['id', 'schemas']);
  const wanted = (name: string) =>
    always.has(name) ||
    (attributes.length > 0 ? isIn(attributes, name) : !isWhole(schema, excluded, name));
  return Object.fromEntries(
    Object.entries(resource)
      .filter(([name]) => wanted(name))
      .map(([name, value]) => [name, partsOf(schema, name, value, attributes, excluded)]),
  );
}

function isWhole(schema: Schema, names: readonly string[], name: string): boolean {
  return names.some((one) => localName(schema, one).toLowerCase() === name.toLowerCase());
}

/** `name.familyName` asks for a part; `emails.type` may be left out alone. */
function partsOf(
  schema: Schema,
  name: string,
  value: Json,
  attributes: readonly string[],
  excluded: readonly string[],
): Json {
  const partsIn = (names: readonly string[]) =>
    names
      .map((one) => localName(schema, one).toLowerCase().split('.'))
      .filter(([head, part]) => head === name.toLowerCase() && part !== undefined)
      .map(([, part]) => part!);
  const [only, but] = [partsIn(attributes), partsIn(excluded)];
  if ((only.length === 0 && but.length === 0) || isWhole(schema, attributes, name)) return value;
  const cut = (one: Json): Json =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(
          Object.entries(one as Resource).filter(([part]) =>
            only.length > 0 ? only.includes(part.toLowerCase()) : !but.includes(part.toLowerCase()),
          ),
        )
      : one;
  return Array.isArray(value) ? (value as readonly Json[]).map(cut) : cut(value);
}
