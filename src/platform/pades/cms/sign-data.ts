import { createHash } from 'node:crypto';
import { der, integer, octets, oid, sequence, setOf, tagged } from '../pki/der.ts';
import { readCertificate } from '../pki/certificate.ts';
import { ids } from '../pki/names.ts';
import { algorithmOfCertificate, sha256Algorithm, type Signer } from '../pki/signer.ts';

/** What is signed: its digest alone, or content that travels with the signature (a time stamp). */
export interface Signable {
  readonly digest: Buffer;
  readonly embedded?: { readonly type: string; readonly bytes: Buffer } | undefined;
  readonly withCertificates?: boolean | undefined;
}

export interface SignedCms {
  /** The raw signature, which a time stamp covers. */
  readonly signature: Buffer;
  /** The whole, with unsigned attributes such as time stamps. */
  finish(...unsigned: readonly Buffer[]): Buffer;
}

/**
 * SignedData (RFC 5652) with the three attributes of CAdES/PAdES baseline (ETSI EN 319 142-1, 6.3): contentType,
 * messageDigest and signing-certificate-v2. PAdES forbids a signing-time attribute: the time is in the dictionary.
 */
export async function signData(
  signer: Signer,
  { digest, embedded, withCertificates = true }: Signable,
): Promise<SignedCms> {
  const type = embedded?.type ?? ids.data;
  const { issuer, serial } = readCertificate(signer.certificate);
  const hash = createHash('sha256').update(signer.certificate).digest();
  const attributes = setOf(
    attribute(ids.contentType, oid(type)),
    attribute(ids.messageDigest, octets(digest)),
    attribute(ids.signingCertificateV2, sequence(sequence(sequence(octets(hash))))),
  );
  const signature = await signer.sign(attributes);
  // The same bytes, but for the tag: [0] IMPLICIT.
  const signed = Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]);
  const algorithm = algorithmOfCertificate(signer.certificate);
  const content = embedded ? [tagged(0, octets(embedded.bytes))] : [];
  const certificates = [signer.certificate, ...signer.issuers];
  return {
    signature,
    finish: (...unsigned) =>
      sequence(
        oid(ids.signedData),
        tagged(
          0,
          sequence(
            integer(embedded ? 3 : 1),
            setOf(sha256Algorithm),
            sequence(oid(type), ...content),
            ...(withCertificates ? [tagged(0, ...certificates)] : []),
            setOf(
              sequence(
                integer(1),
                sequence(issuer, serial),
                sha256Algorithm,
                signed,
                algorithm,
                octets(signature),
                ...(unsigned.length === 0 ? [] : [der(0xa1, ...unsigned)]),
              ),
            ),
          ),
        ),
      ),
  };
}

/** An attribute with one value. */
export function attribute(id: string, value: Buffer): Buffer {
  return sequence(oid(id), setOf(value));
}
