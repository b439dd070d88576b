import type { Disclosure } from './disclosure.ts';
import { SdJwtFault } from './fault.ts';
import { isObject, type Json, type JsonObject } from './jws.ts';

/** Deeper than any credential; a forger must not make us recurse without end. */
const maxDepth = 16;

/**
 * The claims that are disclosed (RFC 9901, 7.1): digests are replaced by their disclosures, digests without one are
 * left out. A digest that stands twice, a disclosure that nothing refers to, and a name that is there already are faults.
 * @throws SdJwtFault
 */
export function reveal(payload: JsonObject, disclosures: readonly Disclosure[]): JsonObject {
  const algorithm = payload['_sd_alg'];
  if (algorithm !== undefined && algorithm !== 'sha-256')
    throw new SdJwtFault('algorithm', 'digests are not SHA-256');
  const byDigest = new Map(disclosures.map((one) => [one.digest, one]));
  if (byDigest.size !== disclosures.length)
    throw new SdJwtFault('digest', 'a disclosure was sent twice');
  const seen = new Set<string>();
  const used = new Set<string>();
  const { _sd_alg: _, ...rest } = payload;
  const claims = revealObject(rest, 0);
  if (used.size !== disclosures.length)
    throw new SdJwtFault('digest', 'a disclosure belongs to nothing');
  return claims;

  function revealObject(object: JsonObject, depth: number): JsonObject {
    if ('...' in object) throw new SdJwtFault('claims', 'an array digest stands outside an array');
    const claims = new Map<string, Json>();
    for (const [name, value] of Object.entries(object))
      if (name !== '_sd') claims.set(name, within(value, depth + 1));
    const digests = object['_sd'] ?? [];
    if (!Array.isArray(digests)) throw new SdJwtFault('claims', '_sd is no list');
    for (const digest of digests as readonly Json[]) {
      const disclosure = take(digest);
      if (!disclosure) continue;
      if (disclosure.name === undefined)
        throw new SdJwtFault('digest', 'an element stands where a claim belongs');
      if (claims.has(disclosure.name)) throw new SdJwtFault('claims', 'a claim is there twice');
      claims.set(disclosure.name, within(disclosure.value, depth + 1));
    }
    // Not by assignment: a claim may be called __proto__.
    return Object.fromEntries(claims);
  }

  function within(value: Json, depth: number): Json {
    if (depth > maxDepth) throw new SdJwtFault('form', 'claims lie too deep');
    if (isObject(value)) return revealObject(value, depth);
    if (!Array.isArray(value)) return value;
    return (value as readonly Json[]).flatMap((element): Json[] => {
      if (!isObject(element) || !('...' in element)) return [within(element, depth + 1)];
      if (Object.keys(element).length !== 1)
        throw new SdJwtFault('claims', 'something stands beside an array digest');
      const disclosure = take(element['...']);
      if (!disclosure) return [];
      if (disclosure.name !== undefined)
        throw new SdJwtFault('digest', 'a claim stands where an element belongs');
      return [within(disclosure.value, depth + 1)];
    });
  }

  function take(digest: Json | undefined): Disclosure | undefined {
    if (typeof digest !== 'string') throw new SdJwtFault('claims', 'a digest is no text');
    if (seen.has(digest)) throw new SdJwtFault('digest', 'a digest stands twice');
    seen.add(digest);
    const disclosure = byDigest.get(digest);
    if (disclosure) used.add(digest);
    return disclosure;
  }
}
