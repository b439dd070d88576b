import { isoInstant } from '#/values/instant.ts';
import type { Hash } from '../merkle/hash.ts';
import { canonical } from './canonical.ts';

/** What everybody may know about an act. Never a name, a number of a person, or free words. */
export interface PublicFacts {
  /** Address name of the procedure. */
  readonly procedure?: string | undefined;
  readonly verb?: string | undefined;
  /** State after the act. */
  readonly state?: string | undefined;
  /** When the result is due (RFC 3339). */
  readonly due?: string | undefined;
  /** Key of the unit that acted. */
  readonly unit?: string | undefined;
  readonly [more: string]: string | number | undefined;
}

/** An entry of the log as everybody reads it. */
export interface Leaf {
  readonly kind: string;
  readonly at: Date;
  /** Number of the case, 16 random bytes. */
  readonly caseId: Buffer;
  readonly n: number;
  /** Hash of the previous leaf of the case. */
  readonly previous: Hash | null;
  readonly facts: PublicFacts;
  readonly commitment: Buffer;
}

/** The entry letter by letter. */
export function leafBody(leaf: Leaf): Buffer {
  const { kind, at, caseId, n, previous, facts, commitment } = leaf;
  const body = {
    v: 1,
    kind,
    t: isoInstant(at),
    case: caseId.toString('base64url'),
    n,
    prev: previous?.toString('base64url'),
    pub: facts,
    c: commitment.toString('base64url'),
  };
  return Buffer.from(canonical(body));
}

interface Body {
  v: unknown;
  kind: string;
  t: string;
  case: string;
  n: number;
  prev?: string;
  pub: PublicFacts;
  c: string;
}

/** Reads an entry; undefined when it is not one of ours in its one spelling. */
export function parseLeaf(bytes: Buffer): Leaf | undefined {
  try {
    const text = bytes.toString();
    const body = JSON.parse(text) as Body;
    if (body.v !== 1 || Number.isNaN(Date.parse(body.t)) || !Number.isSafeInteger(body.n))
      return undefined;
    const leaf: Leaf = {
      kind: body.kind,
      at: new Date(body.t),
      caseId: Buffer.from(body.case, 'base64url'),
      n: body.n,
      previous: body.prev === undefined ? null : Buffer.from(body.prev, 'base64url'),
      facts: body.pub,
      commitment: Buffer.from(body.c, 'base64url'),
    };
    return canonical(body) === text ? leaf : undefined;
  } catch {
    return undefined;
  }
}
