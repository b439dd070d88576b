import { hash, type KeyObject } from 'node:crypto';
import { conceal, type Frame } from './conceal.ts';
import { readDisclosure, type Disclosure } from './disclosure.ts';
import { SdJwtFault } from './fault.ts';
import { checkSignature, parseJws, signJws, type JsonObject, type Jws } from './jws.ts';
import { reveal } from './reveal.ts';

/** Larger than any credential with its disclosures. */
const maxLength = 64 * 1024;

/** A credential as it travels, taken apart: `<issuer's JWT>~<disclosure>~…~[<key binding JWT>]` (RFC 9901, 4). */
export interface SdJwt {
  readonly jwt: Jws;
  /** The issuer's JWT letter by letter. */
  readonly issued: string;
  readonly disclosures: readonly Disclosure[];
  /** What a key binding is over: everything before it. */
  readonly bound: string;
  readonly binding: string | undefined;
}

/** What is issued: which header, which claims, and which of these may be held back. */
export interface Draft {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly hidden: Readonly<Record<string, Frame>>;
  readonly decoys?: number | undefined;
}

/** Issues with all disclosures, ending in `~`. */
export function issueSdJwt({ header, claims, hidden, decoys }: Draft, key: KeyObject): string {
  const { payload, disclosures } = conceal(claims, hidden, decoys);
  return [signJws(header, payload, key), ...disclosures.map(({ encoded }) => encoded), ''].join(
    '~',
  );
}

/** @throws SdJwtFault when it has not the form; nothing is checked yet. */
export function parseSdJwt(compact: string): SdJwt {
  if (compact.length > maxLength) throw new SdJwtFault('form', 'too long');
  const end = compact.lastIndexOf('~');
  if (end < 0) throw new SdJwtFault('form', 'not an SD-JWT');
  const [issued, ...encoded] = compact.slice(0, end).split('~') as [string, ...string[]];
  const binding = compact.slice(end + 1);
  return {
    jwt: parseJws(issued),
    issued,
    disclosures: encoded.map(readDisclosure),
    bound: compact.slice(0, end + 1),
    binding: binding === '' ? undefined : binding,
  };
}

/**
 * The claims that the holder of this key signed and that are disclosed.
 * @throws SdJwtFault
 */
export function checkIssued({ jwt, disclosures }: SdJwt, key: KeyObject): JsonObject {
  checkSignature(jwt, key);
  return reveal(jwt.payload, disclosures);
}

/** The same credential with only these disclosures, for the holder to present (RFC 9901, 6). */
export function withDisclosures(sdJwt: SdJwt, isShown: (one: Disclosure) => boolean): string {
  const shown = sdJwt.disclosures.filter(isShown).map(({ encoded }) => encoded);
  return [sdJwt.issued, ...shown, ''].join('~');
}

/** Hash that a key binding holds of what it binds (RFC 9901, 4.3). */
export function bindingHash(bound: string): string {
  return hash('sha256', bound, 'base64url');
}
