/** A SCIM resource as JSON (RFC 7643, 3). */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };
export type Resource = { readonly [name: string]: Json };

/** An attribute of a schema (RFC 7643, 7); names are compared without regard to case. */
export interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'complex' | 'dateTime' | 'reference';
  readonly description: string;
  readonly multiValued?: boolean;
  readonly required?: boolean;
  readonly caseExact?: boolean;
  readonly mutability?: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned?: 'always' | 'default' | 'never';
  readonly uniqueness?: 'none' | 'server';
  readonly subAttributes?: readonly Attribute[];
}

export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

/** Attributes of every resource (RFC 7643, 3.1). */
const shared: readonly Attribute[] = [
  {
    name: 'id',
    type: 'string',
    description: 'Id',
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
  },
  {
    name: 'externalId',
    type: 'string',
    description: 'Id in the client’s own system',
    caseExact: true,
  },
  {
    name: 'meta',
    type: 'complex',
    description: 'About the resource',
    mutability: 'readOnly',
    subAttributes: [
      { name: 'resourceType', type: 'string', description: 'Kind', caseExact: true },
      { name: 'created', type: 'dateTime', description: 'When it was made' },
      { name: 'lastModified', type: 'dateTime', description: 'When it was last changed' },
      { name: 'location', type: 'reference', description: 'Address', caseExact: true },
      { name: 'version', type: 'string', description: 'ETag', caseExact: true },
    ],
  },
  {
    name: 'schemas',
    type: 'string',
    description: 'Schemas',
    multiValued: true,
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
  },
];

const valued = (name: string, description: string): Attribute => ({
  name,
  type: 'complex',
  multiValued: true,
  description,
  subAttributes: [
    { name: 'value', type: 'string', description: 'The value' },
    { name: 'type', type: 'string', description: 'work' },
    { name: 'primary', type: 'boolean', description: 'Whether it is the one to use' },
  ],
});

/** Accounts of officials. */
export const userSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'Account of an official',
  attributes: [
    {
      name: 'userName',
      type: 'string',
      description: 'What is typed to sign in',
      required: true,
      uniqueness: 'server',
    },
    {
      name: 'name',
      type: 'complex',
      description: 'Name; formatted is the full name, family name first',
      subAttributes: [
        { name: 'formatted', type: 'string', description: 'Full name' },
        { name: 'familyName', type: 'string', description: 'Họ' },
        { name: 'middleName', type: 'string', description: 'Chữ đệm' },
        { name: 'givenName', type: 'string', description: 'Tên' },
      ],
    },
    { name: 'displayName', type: 'string', description: 'Full name' },
    { name: 'title', type: 'string', description: 'Title, as papers print it' },
    { name: 'active', type: 'boolean', description: 'Whether the account opens' },
    valued('emails', 'Mail addresses; one is kept'),
    valued('phoneNumbers', 'Telephone numbers; one is kept'),
    {
      name: 'groups',
      type: 'complex',
      multiValued: true,
      mutability: 'readOnly',
      description: 'Posts that the official holds',
      subAttributes: [
        { name: 'value', type: 'string', description: 'Id of the group', caseExact: true },
        { name: 'display', type: 'string', description: 'Its name' },
        { name: '$ref', type: 'reference', description: 'Its address', caseExact: true },
      ],
    },
  ],
};

/** Posts: a role in a unit, held by its members. */
export const groupSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'A role in a unit; its members hold that post',
  attributes: [
    {
      name: 'displayName',
      type: 'string',
      description: 'Unit and role',
      mutability: 'readOnly',
      uniqueness: 'server',
    },
    {
      name: 'members',
      type: 'complex',
      multiValued: true,
      description: 'Officials who hold the post',
      subAttributes: [
        {
          name: 'value',
          type: 'string',
          description: 'Id of the user',
          caseExact: true,
          mutability: 'immutable',
        },
        { name: 'display', type: 'string', description: 'Name', mutability: 'immutable' },
        { name: 'type', type: 'string', description: 'User', mutability: 'immutable' },
        {
          name: '$ref',
          type: 'reference',
          description: 'Address',
          caseExact: true,
          mutability: 'immutable',
        },
      ],
    },
  ],
};

const sameName = (name: string) => (one: Attribute) =>
  one.name.toLowerCase() === name.toLowerCase();

/** An attribute of a resource by its name, and the one inside of it; undefined when there is no such. */
export function findAttribute(
  schema: Schema,
  name: string,
  sub?: string,
): { readonly attribute: Attribute; readonly sub: Attribute | undefined } | undefined {
  const attribute = [...shared, ...schema.attributes].find(sameName(name));
  if (!attribute) return undefined;
  if (sub === undefined) return { attribute, sub: undefined };
  const inner = attribute.subAttributes?.find(sameName(sub));
  return inner && { attribute, sub: inner };
}

/** A resource with names as the schema writes them; what the schema does not know is left out. */
export function canonical(schema: Schema, given: Resource): Resource {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const found = findAttribute(schema, localName(schema, name));
      return found && value !== null
        ? [[found.attribute.name, canonicalValue(found.attribute, value)]]
        : [];
    }),
  );
}

/** A value with the names of its parts as the attribute writes them, booleans also from words (older clients send such). */
export function canonicalValue(attribute: Attribute, value: Json): Json {
  if (Array.isArray(value)) return value.map((one) => canonicalValue(attribute, one as Json));
  if (attribute.type === 'boolean' && typeof value === 'string' && /^(true|false)$/i.test(value))
    return value.toLowerCase() === 'true';
  if (attribute.type !== 'complex' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Resource).flatMap(([name, inner]) => {
      const sub = attribute.subAttributes?.find(sameName(name));
      return sub && inner !== null ? [[sub.name, canonicalValue(sub, inner)]] : [];
    }),
  );
}

/** The name without the URN of the schema in front. */
export function localName(schema: Schema, name: string): string {
  const prefix = `${schema.id}:`.toLowerCase();
  return name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
}
