import { hash } from 'node:crypto';
import { issuedData } from '#/modules/document/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import {
  checkSignature,
  isObject,
  issueCredential,
  parseJws,
  publicKeyOf,
  SdJwtFault,
  type Json,
  type JsonObject,
} from '#/platform/sd-jwt/index.ts';
import { addMonths, dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { instantAt } from '#/values/instant.ts';
import { claimsOf } from '../claims-of.ts';
import { logIssued } from '../ledger-sources.ts';
import type { CredentialOffice } from '../office.ts';
import type { CredentialPorts, TakeableResult } from '../ports.ts';
import { ProtocolFault, secretHash } from '../program-http.ts';
import { takePlace } from '../status.ts';
import { insertCredential } from '../store/credentials.ts';
import { deleteNonce, updateTaken } from '../store/offers.ts';
import { offerOfToken } from './token.ts';

const skewSeconds = 300;

export interface CredentialCall {
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/**
 * Issues the credential of an offer, bound to the key whose proof came along (OpenID4VCI, 8). In one transaction with
 * its place in the list of revoked ones and its leaf in the public ledger.
 * @throws ProtocolFault
 */
export async function giveCredential(
  tx: Tx,
  office: CredentialOffice,
  ports: CredentialPorts,
  { authorization, body, at }: CredentialCall,
): Promise<object> {
  const offer = await offerOfToken(tx, authorization, at);
  const result = await ports.findResult(tx, offer.documentId);
  if (!result) throw new ProtocolFault('credential_request_denied');
  if (body['credential_configuration_id'] !== result.facts.type)
    throw new ProtocolFault('unknown_credential_configuration');
  const holder = await checkProof(tx, office, proofIn(body), at);
  const { listId, idx } = await takePlace(tx, at);
  const expiresAt = endOf(result);
  if (expiresAt && expiresAt <= at) throw new ProtocolFault('credential_request_denied');
  const credential = issueCredential(
    {
      type: office.typeUrl(result.facts.type),
      issuer: office.url,
      issuedAt: at,
      expiresAt,
      status: { uri: office.statusUrl(listId), idx },
      holder,
      claims: claimsOf(result.facts, await issuedData(tx, offer.documentId)),
    },
    { key: office.key, header: { kid: office.kid } },
  );
  const row = {
    id: newId(),
    documentId: offer.documentId,
    owner: result.owner,
    personId: offer.personId,
    type: result.facts.type,
    digest: digestOfCredential(credential),
    listId,
    idx,
    issuedAt: at,
    expiresAt: expiresAt ?? null,
    revokedAt: null,
    revokedBy: null,
  };
  await insertCredential(tx, row);
  await logIssued(tx, row);
  await updateTaken(tx, offer.id, at);
  return { credentials: [{ credential }] };
}

/** By which a credential is known again, whatever of it is disclosed. */
export function digestOfCredential(compact: string): string {
  return hash('sha256', compact.split('~', 1)[0]!, 'base64url');
}

function proofIn({ proofs }: Readonly<Record<string, unknown>>): string {
  const jwt = isObject(proofs) ? proofs['jwt'] : undefined;
  const [proof, ...more] = Array.isArray(jwt) ? (jwt as unknown[]) : [];
  // One key, one credential.
  if (typeof proof !== 'string' || more.length > 0) throw new ProtocolFault('invalid_proof');
  return proof;
}

/** The wallet has the private key of this public one, and shows it now and for us (OpenID4VCI, appendix F.1). */
async function checkProof(
  tx: Tx,
  office: CredentialOffice,
  proof: string,
  at: Date,
): Promise<JsonObject> {
  try {
    const jws = parseJws(proof);
    const { typ, jwk } = jws.header;
    if (typ !== 'openid4vci-proof+jwt') throw new ProtocolFault('invalid_proof');
    checkSignature(jws, publicKeyOf(jwk));
    const { aud, iat, nonce } = jws.payload;
    const age = typeof iat === 'number' ? at.getTime() / 1000 - iat : Number.NaN;
    if (aud !== office.url || !(Math.abs(age) <= skewSeconds))
      throw new ProtocolFault('invalid_proof');
    if (typeof nonce !== 'string' || !(await deleteNonce(tx, secretHash(nonce), at)))
      throw new ProtocolFault('invalid_nonce');
    const { kty, crv, x, y } = jwk as Record<string, Json>;
    return { kty: kty!, crv: crv!, x: x!, y: y! };
  } catch (error) {
    if (error instanceof SdJwtFault) throw new ProtocolFault('invalid_proof');
    throw error;
  }
}

function endOf({ issuedAt, facts: { months } }: TakeableResult): Date | undefined {
  return months === undefined ? undefined : instantAt(addMonths(dayOf(issuedAt), months), 0);
}
