import type { TSchema } from '@sinclair/typebox';
import { raw, type ApiRoute, type Route } from '#/platform/http/index.ts';

/** The description of the JSON API (OpenAPI 3.1), made from the schemas that validate. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (route.kind !== 'api') continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chính Quyền Số',
      version: '1',
      description: 'Errors are RFC 9457 problems with a stable `code`.',
    },
    paths,
    components: { schemas: { Problem: problem } },
  };
}

function operation({ schemas, access }: ApiRoute): object {
  return {
    summary: schemas.summary,
    'x-access': access,
    parameters: [...parameters('path', schemas.params), ...parameters('query', schemas.query)],
    ...(schemas.body ? { requestBody: { required: true, content: json(schemas.body) } } : {}),
    responses: {
      200: { description: 'The answer', content: json(schemas.answer) },
      default: {
        description: 'A problem',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function parameters(place: 'path' | 'query', schema: TSchema | undefined): object[] {
  const properties = (schema?.['properties'] ?? {}) as Record<string, TSchema>;
  const required = new Set((schema?.['required'] ?? []) as string[]);
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: value,
  }));
}

function json(schema: TSchema): object {
  return { 'application/json': { schema } };
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { at: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** Serves the description at its promised address. */
export function openApiRoute(routes: readonly Route[]): Route {
  const document = openApiDocument(routes);
  return raw('GET', '/api/openapi.json', ['anyone'], async (_request, reply) =>
    reply.send(document),
  );
}
