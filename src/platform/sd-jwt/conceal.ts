import { decoyDigest, makeDisclosure, type Disclosure } from './disclosure.ts';
import { isObject, type Json, type JsonObject } from './jws.ts';

/**
 * Which parts of the claims may be held back. `true` hides a value whole; an object goes into it by name (of a claim)
 * or by index (of an element); with `self` the value is hidden too, around its hidden parts.
 */
export type Frame =
  | true
  | { readonly self?: true; readonly parts: Readonly<Record<string, Frame>> };

export interface Concealed {
  readonly payload: JsonObject;
  readonly disclosures: readonly Disclosure[];
}

/** Puts digests in the place of what may be held back (RFC 9901, 4.2.4); `decoys` more of them at the top. */
export function conceal(
  claims: JsonObject,
  parts: Readonly<Record<string, Frame>>,
  decoys = 0,
): Concealed {
  const disclosures: Disclosure[] = [];
  const payload = concealObject(claims, parts, decoys);
  return { payload: { ...payload, _sd_alg: 'sha-256' }, disclosures };

  function concealObject(
    object: JsonObject,
    frames: Readonly<Record<string, Frame>>,
    extra: number,
  ): JsonObject {
    const open: Record<string, Json> = {};
    const digests = Array.from({ length: extra }, decoyDigest);
    for (const [name, value] of Object.entries(object)) {
      const frame = Object.hasOwn(frames, name) ? frames[name] : undefined;
      const inner = within(value, frame);
      if (isHidden(frame)) digests.push(note(makeDisclosure(name, inner)));
      else open[name] = inner;
    }
    // In the order of the alphabet they tell nothing about the order of the claims.
    return digests.length === 0 ? open : { ...open, _sd: digests.toSorted() };
  }

  function within(value: Json, frame: Frame | undefined): Json {
    if (frame === undefined || frame === true) return value;
    if (isObject(value)) return concealObject(value, frame.parts, 0);
    if (!Array.isArray(value)) return value;
    return (value as readonly Json[]).map((element, index) => {
      const of = frame.parts[index];
      const inner = within(element, of);
      return isHidden(of) ? { '...': note(makeDisclosure(undefined, inner)) } : inner;
    });
  }

  function note(disclosure: Disclosure): string {
    disclosures.push(disclosure);
    return disclosure.digest;
  }
}

function isHidden(frame: Frame | undefined): boolean {
  return frame === true || frame?.self === true;
}
