import { X509Certificate, type KeyObject } from 'node:crypto';
import { SdJwtFault } from './fault.ts';
import { isObject, publicKeyOf, type Json, type JsonObject } from './jws.ts';

/**
 * The key of the first certificate of a header's `x5c` (RFC 7515, 4.1.6), when its chain leads to one of these anchors,
 * all of it is valid now, and the certificate is that of the issuer: its address or its name stands in it.
 * @throws SdJwtFault
 */
export function keyOfChain(
  x5c: Json | undefined,
  { issuer, anchors, at }: { issuer: string; anchors: readonly X509Certificate[]; at: Date },
): KeyObject {
  const chain = readChain(x5c);
  const [leaf] = chain as [X509Certificate, ...X509Certificate[]];
  chain.forEach((certificate, index) => {
    if (at < new Date(certificate.validFrom) || at > new Date(certificate.validTo))
      throw new SdJwtFault('issuer', 'a certificate is not valid at this time');
    if (index > 0 && !certificate.ca) throw new SdJwtFault('issuer', 'signed by who may not sign');
    const above = chain[index + 1];
    if (above && !isSignedBy(certificate, above))
      throw new SdJwtFault('issuer', 'the chain is broken');
  });
  const last = chain.at(-1)!;
  const isAnchored = anchors.some(
    (anchor) => anchor.raw.equals(last.raw) || isSignedBy(last, anchor),
  );
  if (!isAnchored) throw new SdJwtFault('issuer', 'the chain leads to nobody we trust');
  const names = leaf.subjectAltName?.split(', ') ?? [];
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : undefined;
  if (!names.includes(`URI:${issuer}`) && (host === undefined || !names.includes(`DNS:${host}`)))
    throw new SdJwtFault('issuer', 'the certificate is not that of the issuer');
  return leaf.publicKey;
}

/** The document at a `did:web` that names keys for signing credentials (did:web method, W3C DID Core). */
export function didDocument(did: string, jwks: readonly JsonObject[]): JsonObject {
  const methods = jwks.map(({ kid, kty, crv, x, y }): JsonObject => ({
    id: `${did}#${kid as string}`,
    type: 'JsonWebKey2020',
    controller: did,
    publicKeyJwk: { kid: kid!, kty: kty!, crv: crv!, x: x!, y: y! },
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id!),
    authentication: methods.map(({ id }) => id!),
  };
}

/** The key that a DID document names under a `kid`, for what credentials are signed with. */
export function keyOfDid(document: Json | undefined, did: string, kid: string): KeyObject {
  const id = kid.startsWith('#') ? did + kid : kid;
  if (!isObject(document) || document['id'] !== did)
    throw new SdJwtFault('issuer', 'the document of another');
  const { verificationMethod: methods, assertionMethod: allowed } = document;
  const method = Array.isArray(methods)
    ? (methods as readonly Json[]).find((one) => isObject(one) && one['id'] === id)
    : undefined;
  if (!isObject(method) || !Array.isArray(allowed) || !allowed.includes(id))
    throw new SdJwtFault('issuer', 'no such key');
  return publicKeyOf(method['publicKeyJwk']);
}

/** `did:web` of a site; a port is written with %3A. */
export function didOfSite(url: string): string {
  return `did:web:${encodeURIComponent(new URL(url).host)}`;
}

/** Address of a DID's document; undefined when it is no `did:web`. */
export function addressOfDid(did: string): string | undefined {
  const [scheme, method, host, ...path] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || !host) return undefined;
  const site = `https://${decodeURIComponent(host)}`;
  if (!URL.canParse(site) || new URL(site).origin !== site) return undefined;
  const folder = path.length === 0 ? '.well-known' : path.map(decodeURIComponent).join('/');
  return `${site}/${folder}/did.json`;
}

function readChain(x5c: Json | undefined): X509Certificate[] {
  if (!Array.isArray(x5c) || x5c.length === 0 || x5c.length > 8)
    throw new SdJwtFault('issuer', 'no certificates');
  try {
    return (x5c as readonly Json[]).map(
      (one) => new X509Certificate(Buffer.from(one as string, 'base64')),
    );
  } catch {
    throw new SdJwtFault('issuer', 'a certificate does not read');
  }
}

function isSignedBy(certificate: X509Certificate, above: X509Certificate): boolean {
  return certificate.checkIssued(above) && certificate.verify(above.publicKey);
}
