import type { KeyObject } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { SdJwtFault } from './fault.ts';
import { bytesIn, checkSignature, isObject, parseJws, signJws, type Json } from './jws.ts';

/** Bits of one state (Token Status List, 4.1). */
export type Bits = 1 | 2 | 4 | 8;

export interface StatusList {
  readonly bits: Bits;
  readonly bytes: Uint8Array;
}

/** The state of what was revoked; 0 is valid (Token Status List, 7.1). */
export const invalid = 1;

/** 16 million states of one bit: a list that inflates to more is an attack. */
const maxBytes = 2 * 1024 * 1024;

/** A list in which everything is valid. */
export function newStatusList(size: number, bits: Bits): StatusList {
  return { bits, bytes: new Uint8Array(Math.ceil((size * bits) / 8)) };
}

/** @throws SdJwtFault beyond the end: what stands nowhere is not valid. */
export function statusAt({ bits, bytes }: StatusList, index: number): number {
  const byte = bytes[Math.floor((index * bits) / 8)];
  if (byte === undefined || !Number.isSafeInteger(index) || index < 0)
    throw new SdJwtFault('claims', 'beyond the end of the list');
  return (byte >> ((index * bits) % 8)) & ((1 << bits) - 1);
}

/** A new list with states changed; the old one stays as it was. */
export function withStatuses(
  list: StatusList,
  changes: Iterable<readonly [index: number, status: number]>,
): StatusList {
  const bytes = Uint8Array.from(list.bytes);
  const { bits } = list;
  for (const [index, status] of changes) {
    statusAt(list, index);
    if (status < 0 || status >= 1 << bits) throw new RangeError('status does not fit');
    const shift = (index * bits) % 8;
    const at = Math.floor((index * bits) / 8);
    bytes[at] = (bytes[at]! & ~(((1 << bits) - 1) << shift)) | (status << shift);
  }
  return { bits, bytes };
}

/** As it stands in a token: zlib at its best, base64url. */
export function packStatusList({ bits, bytes }: StatusList): { bits: Bits; lst: string } {
  return { bits, lst: deflateSync(bytes, { level: 9 }).toString('base64url') };
}

/** @throws SdJwtFault */
export function unpackStatusList(packed: Json | undefined): StatusList {
  const { bits, lst } = isObject(packed) ? packed : {};
  if ((bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) || typeof lst !== 'string')
    throw new SdJwtFault('form', 'not a status list');
  try {
    return { bits, bytes: inflateSync(bytesIn(lst), { maxOutputLength: maxBytes }) };
  } catch {
    throw new SdJwtFault('form', 'the list does not inflate');
  }
}

/** What a signed list says beside its states. */
export interface ListFacts {
  readonly uri: string;
  readonly at: Date;
  /** How long it may be kept, and how long it may be trusted. */
  readonly ttlSeconds: number;
  readonly expSeconds: number;
}

/** A signed list (Token Status List, 5.1). */
export function signStatusList(
  list: StatusList,
  { uri, at, ttlSeconds, expSeconds }: ListFacts,
  { key, kid }: { readonly key: KeyObject; readonly kid: string },
): string {
  const iat = Math.floor(at.getTime() / 1000);
  const packed = packStatusList(list);
  return signJws(
    { typ: 'statuslist+jwt', kid },
    { sub: uri, iat, exp: iat + expSeconds, ttl: ttlSeconds, status_list: { ...packed } },
    key,
  );
}

/**
 * Checks a list that was fetched from its address (Token Status List, 8.3).
 * @throws SdJwtFault
 */
export function readStatusListToken(
  token: string,
  uri: string,
  key: KeyObject,
  at: Date,
): StatusList {
  const jws = parseJws(token);
  if (jws.header['typ'] !== 'statuslist+jwt') throw new SdJwtFault('type', 'not a status list');
  checkSignature(jws, key);
  const { sub, iat, exp, status_list: list } = jws.payload;
  if (sub !== uri) throw new SdJwtFault('claims', 'the list of another address');
  if (typeof iat !== 'number') throw new SdJwtFault('form', 'the list has no time');
  if (exp !== undefined && (typeof exp !== 'number' || at.getTime() / 1000 >= exp))
    throw new SdJwtFault('expired', 'the list is old');
  return unpackStatusList(list);
}
