import type { Route } from '#/platform/http/index.ts';
import { mostAtOnce } from './answer.ts';
import { ScimFault } from './fault.ts';
import {
  groupSchema,
  userSchema,
  type Attribute,
  type Json,
  type Resource,
  type Schema,
} from './resource.ts';
import type { scimServer } from './serve.ts';

/** What the service can do, which resources it has and how they look (RFC 7644, 4). */
export function discoveryRoutes(base: string, scim: ReturnType<typeof scimServer>): Route[] {
  const types = [typeOf(userSchema, '/Users'), typeOf(groupSchema, '/Groups')];
  const schemas = [userSchema, groupSchema].map((schema) => described(schema, base));
  const one = (all: readonly Resource[], id: string | undefined): Resource => {
    const found = all.find((each) => each['id'] === id);
    if (!found) throw new ScimFault(404, 'There is nothing by this id.');
    return found;
  };
  function typeOf(schema: Schema, endpoint: string): Resource {
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: schema.name,
      name: schema.name,
      endpoint,
      description: schema.description,
      schema: schema.id,
      meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${schema.name}` },
    };
  }
  return [
    scim('GET', '/ServiceProviderConfig', async () => ({ status: 200, body: configuration(base) })),
    scim('GET', '/ResourceTypes', async () => ({ status: 200, body: listed(types) })),
    scim('GET', '/ResourceTypes/:id', async (_tx, { params }) => ({
      status: 200,
      body: one(types, params['id']),
    })),
    scim('GET', '/Schemas', async () => ({ status: 200, body: listed(schemas) })),
    scim('GET', '/Schemas/:id', async (_tx, { params }) => ({
      status: 200,
      body: one(schemas, params['id']),
    })),
  ];
}

function listed(all: readonly Resource[]): Resource {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: all.length,
    startIndex: 1,
    itemsPerPage: all.length,
    Resources: all,
  };
}

function configuration(base: string): Resource {
  const scheme = (type: string, name: string, specUri: string) => ({
    type,
    name,
    description: name,
    specUri,
  });
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: mostAtOnce },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [
      scheme('oauth2', 'OAuth 2.0 with DPoP, scope scim', 'https://www.rfc-editor.org/rfc/rfc9449'),
      scheme(
        'oauthbearertoken',
        'Token made by an administrator',
        'https://www.rfc-editor.org/rfc/rfc6750',
      ),
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

function described({ id, name, description, attributes }: Schema, base: string): Resource {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id,
    name,
    description,
    attributes: attributes.map(attributeJson),
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  };
}

function attributeJson({ subAttributes, ...attribute }: Attribute): Json {
  return {
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...attribute,
    ...(subAttributes && { subAttributes: subAttributes.map(attributeJson) }),
  };
}
