import { createHash, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  bits,
  der,
  integer,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  time,
  utf8,
  yes,
} from './der.ts';
import { ids } from './names.ts';
import { readCertificate } from './certificate.ts';
import { algorithmOf, algorithmOfCertificate, type Signer } from './signer.ts';

/** What a certificate is for. */
export type Purpose = 'authority' | 'signing' | 'timestamps' | 'ocsp';

export interface CertificateOrder {
  readonly name: string;
  readonly organization?: string | undefined;
  /** Its public key, or both. */
  readonly key: KeyObject;
  readonly purpose: Purpose;
  readonly from: Date;
  readonly to: Date;
  /** Where the issuer answers about revocation. */
  readonly ocspUrl?: string | undefined;
  readonly crlUrl?: string | undefined;
}

/** Bits of KeyUsage (RFC 5280, 4.2.1.3): digitalSignature and nonRepudiation, or keyCertSign and cRLSign. */
const usages: Readonly<Record<Purpose, Buffer>> = {
  authority: bits(Buffer.from([0x06]), 1),
  signing: bits(Buffer.from([0xc0]), 6),
  timestamps: bits(Buffer.from([0xc0]), 6),
  ocsp: bits(Buffer.from([0x80]), 7),
};

/** Issues a certificate (RFC 5280). Without an issuer it is a root, signed by its own key through `self`. */
export async function issueCertificate(
  order: CertificateOrder,
  by: Signer | { readonly self: (bytes: Buffer) => Promise<Buffer> },
): Promise<Buffer> {
  const subject = nameOf(order);
  const publicKey = order.key.type === 'public' ? order.key : createPublicKey(order.key);
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const issuer = 'self' in by ? undefined : readCertificate(by.certificate);
  const algorithm = 'self' in by ? algorithmOf(publicKey) : algorithmOfCertificate(by.certificate);
  const serial = Buffer.concat([Buffer.from([0x5a]), randomBytes(15)]);
  const issuerSpki = issuer?.x509.publicKey.export({ format: 'der', type: 'spki' }) ?? spki;
  const tbs = sequence(
    tagged(0, integer(2)),
    integer(serial),
    algorithm,
    issuer?.subject ?? subject,
    sequence(time(order.from), time(order.to)),
    subject,
    spki,
    tagged(3, sequence(...extensionsOf(order, spki, issuerSpki))),
  );
  const signature = 'self' in by ? await by.self(tbs) : await by.sign(tbs);
  return sequence(tbs, algorithm, bits(signature));
}

function nameOf({ name, organization }: CertificateOrder): Buffer {
  const part = (id: string, value: Buffer) => setOf(sequence(oid(id), value));
  return sequence(
    part(ids.country, der(0x13, Buffer.from('VN'))),
    ...(organization === undefined ? [] : [part(ids.organization, utf8(organization))]),
    part(ids.commonName, utf8(name)),
  );
}

function extensionsOf(
  { purpose, ocspUrl, crlUrl }: CertificateOrder,
  spki: Buffer,
  issuerSpki: Buffer,
): Buffer[] {
  const url = (address: string) => der(0x86, Buffer.from(address));
  const one = (id: string, value: Buffer, critical = false) =>
    sequence(oid(id), ...(critical ? [yes] : []), octets(value));
  return [
    one(ids.basicConstraints, purpose === 'authority' ? sequence(yes) : sequence(), true),
    one(ids.keyUsage, usages[purpose], true),
    one(ids.subjectKey, octets(keyId(spki))),
    one(ids.authorityKey, sequence(der(0x80, keyId(issuerSpki)))),
    ...(purpose === 'timestamps'
      ? [one(ids.extendedKeyUsage, sequence(oid(ids.timeStamping)), true)]
      : []),
    ...(purpose === 'ocsp'
      ? [one(ids.extendedKeyUsage, sequence(oid(ids.ocspSigning))), one(ids.ocspNoCheck, der(0x05))]
      : []),
    ...(ocspUrl === undefined
      ? []
      : [one(ids.authorityAccess, sequence(sequence(oid(ids.ocsp), url(ocspUrl))))]),
    ...(crlUrl === undefined
      ? []
      : [one(ids.crlPoints, sequence(sequence(tagged(0, tagged(0, url(crlUrl))))))]),
  ];
}

function keyId(spki: Buffer): Buffer {
  return createHash('sha1').update(spki).digest();
}
