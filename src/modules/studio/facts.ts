import type { Artefacts, CatalogueFacts } from '#/modules/procedure/index.ts';
import { readJson } from './text/read-json.ts';
import { writeJson } from './text/write-json.ts';

/** procedure.json of a draft, as far as it can be read: a draft may hold anything. */
export function factsOf(artefacts: Pick<Artefacts, 'procedure.json'>): Partial<CatalogueFacts> {
  return readObject(artefacts['procedure.json']) as Partial<CatalogueFacts>;
}

/** The texts with other facts; a fact that becomes undefined is taken out. */
export function withFacts(
  artefacts: Artefacts,
  change: { readonly [K in keyof CatalogueFacts]?: CatalogueFacts[K] | undefined },
): Artefacts {
  return { ...artefacts, 'procedure.json': writeJson({ ...factsOf(artefacts), ...change }) };
}

/** A JSON object; an empty one when the text is none. */
export function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = readJson(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
