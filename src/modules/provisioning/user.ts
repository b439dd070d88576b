import { parseEmail } from '#/values/email.ts';
import { parsePhone } from '#/values/phone.ts';
import { badRequest } from './fault.ts';
import { userSchema, type Json, type Resource } from './resource.ts';
import type { UserRow } from './store.ts';

/** A post as a user or a group shows it. */
export interface Shown {
  readonly id: string;
  readonly display: string;
}

/** What SCIM says of an official. */
export interface UserFacts {
  readonly userName: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly isActive: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly externalId: string | null;
}

/** An account as a SCIM user. */
export function userOf(row: UserRow, groups: readonly Shown[], base: string): Resource {
  return {
    schemas: [userSchema.id],
    id: row.id,
    ...(row.externalId !== null && { externalId: row.externalId }),
    userName: row.userName,
    name: nameOf(row.fullName),
    displayName: row.fullName,
    ...(row.title !== null && { title: row.title }),
    active: row.isOpen,
    ...(row.email !== null && { emails: [{ value: row.email, type: 'work', primary: true }] }),
    ...(row.phone !== null && {
      phoneNumbers: [{ value: row.phone, type: 'work', primary: true }],
    }),
    ...(groups.length > 0 && {
      groups: groups.map(({ id, display }) => ({
        value: id,
        display,
        $ref: `${base}/Groups/${id}`,
      })),
    }),
    meta: {
      resourceType: 'User',
      created: row.createdAt.toISOString(),
      lastModified: row.changedAt.toISOString(),
      location: `${base}/Users/${row.id}`,
    },
  };
}

/** Vietnamese names begin with the family name and end with the given name. */
function nameOf(fullName: string): Resource {
  const words = fullName.split(' ');
  const [familyName = '', givenName = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const middleName = words.slice(1, -1).join(' ');
  return {
    formatted: fullName,
    familyName,
    ...(middleName !== '' && { middleName }),
    ...(givenName !== '' && { givenName }),
  };
}

/** What a client says of a user; `before` is what it changes. @throws ScimFault */
export function readUser(resource: Resource, before?: Resource): UserFacts {
  const userName = textOf(resource['userName'])?.toLowerCase();
  if (userName === undefined || !/^[\p{L}\p{N}._@-]{1,100}$/u.test(userName))
    throw badRequest('invalidValue', 'userName: letters, digits and . _ @ - only, at most 100.');
  const fullName = fullNameOf(resource, before) ?? userName;
  if (fullName.length > 120) throw badRequest('invalidValue', 'The name is too long.');
  const { active } = resource;
  if (active !== undefined && typeof active !== 'boolean')
    throw badRequest('invalidValue', 'active is true or false.');
  return {
    userName,
    fullName,
    title: textOf(resource['title'])?.slice(0, 120) ?? null,
    isActive: active ?? true,
    email: checked(chosen(resource['emails']), parseEmail, 'emails'),
    phone: checked(chosen(resource['phoneNumbers']), parsePhone, 'phoneNumbers'),
    externalId: textOf(resource['externalId'])?.slice(0, 200) ?? null,
  };
}

/** The part of the name that was changed counts: clients change whichever they know. */
function fullNameOf(resource: Resource, before: Resource | undefined): string | undefined {
  const name = (resource['name'] ?? {}) as Resource;
  const old = (before?.['name'] ?? {}) as Resource;
  const parts = ['familyName', 'middleName', 'givenName'].map((part) => textOf(name[part]) ?? '');
  const byParts = parts.filter((part) => part !== '').join(' ');
  const isChanged = (key: string) => name[key] !== undefined && name[key] !== old[key];
  if (isChanged('formatted')) return textOf(name['formatted']);
  if (before !== undefined && ['familyName', 'middleName', 'givenName'].some(isChanged))
    return byParts;
  const display = textOf(resource['displayName']);
  if (before !== undefined && display !== undefined && display !== before['displayName'])
    return display;
  return textOf(name['formatted']) ?? (byParts === '' ? display : byParts);
}

function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw badRequest('invalidValue', 'A text is expected.');
  const text = value.normalize('NFC').trim();
  return text === '' ? undefined : text;
}

/** The primary value of a list, or its first. */
function chosen(list: Json | undefined): string | undefined {
  const values = (Array.isArray(list) ? list : list === undefined ? [] : [list]) as readonly Json[];
  const primary = values.find((one) => (one as Resource | null)?.['primary'] === true) ?? values[0];
  return textOf(
    typeof primary === 'string' ? primary : (primary as Resource | undefined)?.['value'],
  );
}

function checked(
  value: string | undefined,
  parse: (typed: string) => { readonly value: string } | { readonly wrong: unknown },
  name: string,
): string | null {
  if (value === undefined) return null;
  const parsed = parse(value);
  if ('wrong' in parsed) throw badRequest('invalidValue', `${name}: ${value} is none.`);
  return parsed.value;
}
