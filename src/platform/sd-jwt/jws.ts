import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { SdJwtFault } from './fault.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A JWS in compact form (RFC 7515), taken apart. Nothing in it is true before its signature was checked. */
export interface Jws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** What the signature is over. */
  readonly signed: string;
  readonly signature: Buffer;
}

/** Signs with ES256: r and s side by side, as JOSE has it (RFC 7518, 3.4). */
export function signJws(header: JsonObject, payload: JsonObject, key: KeyObject): string {
  const signed = `${base64urlOf({ ...header, alg: 'ES256' })}.${base64urlOf(payload)}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** @throws SdJwtFault when it is not three parts with two JSON objects. */
export function parseJws(compact: string): Jws {
  const parts = compact.split('.');
  if (parts.length !== 3) throw new SdJwtFault('form', 'not a compact JWS');
  const [header, payload, signature] = parts as [string, string, string];
  return {
    header: objectIn(header),
    payload: objectIn(payload),
    signed: `${header}.${payload}`,
    signature: bytesIn(signature),
  };
}

/**
 * Whoever holds the key signed it, with ES256 and nothing else: the header does not choose how we check.
 * @throws SdJwtFault
 */
export function checkSignature({ header, signed, signature }: Jws, key: KeyObject): void {
  if (header['alg'] !== 'ES256') throw new SdJwtFault('algorithm', 'only ES256 is accepted');
  if (header['crit'] !== undefined) throw new SdJwtFault('algorithm', 'critical header not known');
  const isGood =
    signature.length === 64 &&
    verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, signature);
  if (!isGood) throw new SdJwtFault('signature', 'signature does not hold');
}

/** @throws SdJwtFault when it is no public key on P-256. */
export function publicKeyOf(jwk: Json | undefined): KeyObject {
  if (!isObject(jwk) || jwk['kty'] !== 'EC' || jwk['crv'] !== 'P-256' || jwk['d'] !== undefined)
    throw new SdJwtFault('algorithm', 'not a public key on P-256');
  const { kty, crv, x, y } = jwk;
  if (typeof x !== 'string' || typeof y !== 'string')
    throw new SdJwtFault('algorithm', 'a public key without a point');
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  } catch {
    throw new SdJwtFault('algorithm', 'not a point on P-256');
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Strict: `Buffer` alone would skip what is no base64url, and two spellings would be one. */
export function bytesIn(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new SdJwtFault('form', 'not base64url');
  return bytes;
}

function objectIn(part: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(bytesIn(part).toString());
  } catch {
    throw new SdJwtFault('form', 'a part of the JWS is not JSON');
  }
  if (!isObject(value)) throw new SdJwtFault('form', 'a part of the JWS is no object');
  return value;
}

function base64urlOf(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
