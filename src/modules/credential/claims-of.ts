import type { Json, JsonObject } from '#/platform/sd-jwt/index.ts';
import type { CredentialFacts } from './ports.ts';

/** What a credential of this type says of a result; what the result does not know is left out. */
export function claimsOf({ claims }: CredentialFacts, data: unknown): JsonObject {
  const found = claims.flatMap(({ name, from }): [string, Json][] => {
    for (const path of from) {
      const value = valueAt(data, path);
      if (value !== undefined) return [[name, value]];
    }
    return [];
  });
  return Object.fromEntries(found);
}

function valueAt(data: unknown, path: string): string | number | boolean | undefined {
  let value: unknown = data;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  if (value === '') return undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
