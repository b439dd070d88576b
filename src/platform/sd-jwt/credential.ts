import type { KeyObject } from 'node:crypto';
import type { Frame } from './conceal.ts';
import { SdJwtFault } from './fault.ts';
import { isObject, type Json, type JsonObject } from './jws.ts';
import { checkKeyBinding, type Expected } from './key-binding.ts';
import { checkIssued, issueSdJwt, parseSdJwt, type SdJwt } from './sd-jwt.ts';

/** Where its state is told (Token Status List, 6.1). */
export interface StatusPlace {
  readonly uri: string;
  readonly idx: number;
}

/** A verifiable credential by SD-JWT VC, before it is signed. */
export interface NewCredential {
  readonly type: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly expiresAt?: Date | undefined;
  readonly status?: StatusPlace | undefined;
  /** The holder's public key. */
  readonly holder?: JsonObject | undefined;
  /** What the holder may show or hold back, one by one. */
  readonly claims: JsonObject;
}

/** A credential that was checked. What is disclosed lies in `claims`, without what the format itself needs. */
export interface CheckedCredential {
  readonly type: string;
  readonly issuer: string;
  readonly issuedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly status: StatusPlace | undefined;
  readonly claims: JsonObject;
}

/** Finds the key of an issuer: by `kid` in its metadata, or by its certificates. Throws when it trusts none. */
export type IssuerKeys = (issuer: string, header: JsonObject) => KeyObject | Promise<KeyObject>;

/** Claims that may never be held back (SD-JWT VC, 2.2.2.2) and that a disclosure must not bring. */
const alwaysOpen = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', 'iat'] as const;
const openNames: ReadonlySet<string> = new Set(alwaysOpen);
/** How many digests there are at least: the fewer claims, the more decoys. */
const leastDigests = 8;
/** `vc+sd-jwt` is the name of earlier drafts, which wallets still send. */
const types: ReadonlySet<Json | undefined> = new Set(['dc+sd-jwt', 'vc+sd-jwt']);

/** Issues a credential: `dc+sd-jwt`, every claim by itself. */
export function issueCredential(
  { type, issuer, issuedAt, expiresAt, status, holder, claims }: NewCredential,
  { key, header = {} }: { readonly key: KeyObject; readonly header?: JsonObject },
): string {
  const names = Object.keys(claims);
  const clash = names.find((name) => openNames.has(name));
  if (clash !== undefined) throw new SdJwtFault('claims', `${clash} is not a claim of the holder`);
  const draft: JsonObject = {
    vct: type,
    iss: issuer,
    iat: secondsOf(issuedAt),
    ...(expiresAt && { exp: secondsOf(expiresAt) }),
    ...(status && { status: { status_list: { idx: status.idx, uri: status.uri } } }),
    ...(holder && { cnf: { jwk: holder } }),
    ...claims,
  };
  const hidden: Record<string, Frame> = Object.fromEntries(names.map((name) => [name, true]));
  const decoys = Math.max(0, leastDigests - names.length);
  return issueSdJwt(
    { header: { ...header, typ: 'dc+sd-jwt' }, claims: draft, hidden, decoys },
    key,
  );
}

/**
 * Checks a presented credential: form, type, issuer's signature, disclosures, time and, when expected, the holder's key
 * binding. Its state in the list of its issuer is asked by the caller.
 * @throws SdJwtFault
 */
export async function checkCredential(
  compact: string,
  issuerKeys: IssuerKeys,
  { at, binding }: { readonly at: Date; readonly binding?: Omit<Expected, 'at'> | undefined },
): Promise<{ readonly credential: CheckedCredential; readonly sdJwt: SdJwt }> {
  const sdJwt = parseSdJwt(compact);
  const { header, payload } = sdJwt.jwt;
  if (!types.has(header['typ'])) throw new SdJwtFault('type', 'not a credential');
  const { iss, vct } = payload;
  if (typeof iss !== 'string') throw new SdJwtFault('issuer', 'no issuer');
  const claims = checkIssued(sdJwt, await issuerKeys(iss, header));
  for (const name of alwaysOpen)
    if (claims[name] !== undefined && payload[name] === undefined)
      throw new SdJwtFault('claims', `${name} may not be disclosed`);
  if (typeof vct !== 'string') throw new SdJwtFault('claims', 'no type');
  checkTimes(payload, at);
  if (binding) checkKeyBinding(sdJwt, claims, { ...binding, at });
  return { credential: { type: vct, issuer: iss, ...outlineOf(payload, claims) }, sdJwt };
}

function checkTimes({ nbf, exp }: JsonObject, at: Date): void {
  const now = secondsOf(at);
  for (const time of [nbf, exp])
    if (time !== undefined && (typeof time !== 'number' || !Number.isFinite(time)))
      throw new SdJwtFault('form', 'a time is no number');
  if (typeof nbf === 'number' && now < nbf) throw new SdJwtFault('not-yet', 'not valid yet');
  if (typeof exp === 'number' && now >= exp) throw new SdJwtFault('expired', 'no longer valid');
}

function outlineOf(payload: JsonObject, claims: JsonObject) {
  return {
    issuedAt: instantIn(payload['iat']),
    expiresAt: instantIn(payload['exp']),
    status: statusIn(payload['status']),
    claims: Object.fromEntries(Object.entries(claims).filter(([name]) => !openNames.has(name))),
  };
}

/** A credential that names a state which we cannot read is not one without a state. */
function statusIn(status: Json | undefined): StatusPlace | undefined {
  if (status === undefined) return undefined;
  const list = isObject(status) ? status['status_list'] : undefined;
  const { uri, idx } = isObject(list) ? list : {};
  if (typeof uri !== 'string' || typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0)
    throw new SdJwtFault('claims', 'the place of its state is not understood');
  return { uri, idx };
}

function instantIn(time: Json | undefined): Date | undefined {
  return typeof time === 'number' ? new Date(time * 1000) : undefined;
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
