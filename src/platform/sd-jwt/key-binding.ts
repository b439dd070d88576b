import type { KeyObject } from 'node:crypto';
import { SdJwtFault } from './fault.ts';
import {
  checkSignature,
  isObject,
  parseJws,
  publicKeyOf,
  signJws,
  type JsonObject,
} from './jws.ts';
import { bindingHash, type SdJwt } from './sd-jwt.ts';

/** What a verifier asked for, and when it looks. */
export interface Expected {
  readonly audience: string;
  readonly nonce: string;
  readonly at: Date;
}

/** A binding is made for one request: older ones are replays, and clocks differ a little. */
const maxAgeSeconds = 300;
const skewSeconds = 60;

/** Shows that the holder's key is here, for one verifier and one request (RFC 9901, 4.3). `bound` ends in `~`. */
export function bindKey(bound: string, { audience, nonce, at }: Expected, key: KeyObject): string {
  const claims = { iat: seconds(at), aud: audience, nonce, sd_hash: bindingHash(bound) };
  return bound + signJws({ typ: 'kb+jwt' }, claims, key);
}

/**
 * The key that the issuer named in `cnf` signed over exactly these disclosures, for us, now (RFC 9901, 7.3).
 * @throws SdJwtFault
 */
export function checkKeyBinding(
  { binding, bound, jwt }: SdJwt,
  claims: JsonObject,
  { audience, nonce, at }: Expected,
): void {
  if (binding === undefined) throw new SdJwtFault('binding', 'no key binding');
  // Only what the issuer signed itself counts; a disclosure may not bring the key along.
  const cnf = jwt.payload['cnf'];
  if (!isObject(cnf) || claims['cnf'] === undefined)
    throw new SdJwtFault('holder', 'the credential names no key');
  const kb = parseJws(binding);
  if (kb.header['typ'] !== 'kb+jwt') throw new SdJwtFault('type', 'not a key binding JWT');
  try {
    checkSignature(kb, publicKeyOf(cnf['jwk']));
  } catch (error) {
    if (error instanceof SdJwtFault && error.reason === 'signature')
      throw new SdJwtFault('holder', 'another key signed the binding');
    throw error;
  }
  const { iat, aud, nonce: said, sd_hash: over } = kb.payload;
  if (over !== bindingHash(bound)) throw new SdJwtFault('binding', 'bound to other disclosures');
  if (aud !== audience) throw new SdJwtFault('audience', 'made for another verifier');
  if (said !== nonce) throw new SdJwtFault('nonce', 'made for another request');
  if (typeof iat !== 'number' || !Number.isFinite(iat))
    throw new SdJwtFault('form', 'the binding has no time');
  const now = seconds(at);
  if (iat > now + skewSeconds) throw new SdJwtFault('not-yet', 'the binding comes from the future');
  if (iat < now - maxAgeSeconds) throw new SdJwtFault('stale', 'the binding is old');
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
