import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { FastifyRequest } from 'fastify';
import { schemaWords, type SchemaFault } from '../schema-words.ts';
import type { ApiSchemas } from './route.ts';

const strict = new Ajv({ allErrors: true, verbose: true });
const coercing = new Ajv({ allErrors: true, verbose: true, coerceTypes: true, useDefaults: true });
formats.default(strict);
formats.default(coercing);

/** What of a call does not fit the schemas, place by place. */
export class Misfit {
  readonly errors: readonly SchemaFault[];
  constructor(errors: Misfit['errors']) {
    this.errors = errors;
  }
}

/** Checks a call; path and query come as text and are turned into what the schema says. */
export type Fit = (request: FastifyRequest) => Misfit | undefined;

/** Compiles the schemas of an endpoint. */
export function fitOf(schemas: ApiSchemas): Fit {
  const checks = (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = schemas[part];
    if (schema === undefined) return [];
    return [{ part, validate: (part === 'body' ? strict : coercing).compile(schema) }];
  });
  return (request) => {
    const errors = checks.flatMap(({ part, validate }) =>
      validate(request[part])
        ? []
        : schemaWords(validate.errors ?? []).map(({ at, words }) => ({ at: part + at, words })),
    );
    return errors.length > 0 ? new Misfit(errors.slice(0, 50)) : undefined;
  };
}
