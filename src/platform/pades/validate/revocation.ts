import { verify } from 'node:crypto';
import { BasicOCSPResponse, CertificateRevocationList, OCSPResponse } from 'pkijs';
import { certIdOf } from '../pki/answer-ocsp.ts';
import { readCertificate, type ReadCertificate } from '../pki/certificate.ts';
import { ids } from '../pki/names.ts';

/** What is known about the revocation of a certificate at a time; undefined when nothing is. */
export interface Standing {
  readonly revokedAt: Date | null;
}

export interface RevocationEvidence {
  readonly crls: readonly Buffer[];
  readonly ocsps: readonly Buffer[];
}

/**
 * What lists and answers say of a certificate. Only those count that its issuer signed, or a responder whom the issuer
 * named, and that had not run out at that time. The earliest revocation that any of them tells holds.
 */
export function standingOf(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  { crls, ocsps }: RevocationEvidence,
  at: Date,
): Standing | undefined {
  const told = [
    ...ocsps.map((der) => quietly(() => byOcsp(certificate, issuer, der, at))),
    ...crls.map((der) => quietly(() => byCrl(certificate, issuer, der, at))),
  ].filter((one) => one !== undefined);
  const revoked = told.flatMap(({ revokedAt }) => (revokedAt === null ? [] : [revokedAt]));
  if (told.length === 0) return undefined;
  return { revokedAt: revoked.toSorted((one, other) => +one - +other)[0] ?? null };
}

function byCrl(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  der: Buffer,
  at: Date,
): Standing | undefined {
  const crl = CertificateRevocationList.fromBER(Uint8Array.from(der));
  if (!Buffer.from(crl.issuer.toSchema().toBER()).equals(issuer.subject)) return undefined;
  if (!crl.nextUpdate || crl.nextUpdate.value < at) return undefined;
  const signature = Buffer.from(crl.signatureValue.valueBlock.valueHexView);
  if (!verify('sha256', crl.tbsView, issuer.x509.publicKey, signature)) return undefined;
  const row = (crl.revokedCertificates ?? []).find(({ userCertificate }) =>
    Buffer.from(userCertificate.toBER()).equals(certificate.serial),
  );
  return { revokedAt: row?.revocationDate.value ?? null };
}

function byOcsp(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  der: Buffer,
  at: Date,
): Standing | undefined {
  const answer = OCSPResponse.fromBER(Uint8Array.from(der));
  const inner = answer.responseBytes?.response.valueBlock.valueHexView;
  if (!inner) return undefined;
  const basic = BasicOCSPResponse.fromBER(Uint8Array.from(inner));
  const responder = responderOf(basic, issuer);
  const signature = Buffer.from(basic.signature.valueBlock.valueHexView);
  if (!responder) return undefined;
  if (!verify('sha256', basic.tbsResponseData.tbsView, responder.x509.publicKey, signature))
    return undefined;
  const id = certIdOf(certificate, issuer);
  const one = basic.tbsResponseData.responses.find(({ certID }) =>
    Buffer.from(certID.toSchema().toBER()).equals(id),
  );
  if (!one?.nextUpdate || one.nextUpdate < at) return undefined;
  const status = one.certStatus as {
    idBlock: { tagNumber: number };
    valueBlock: { value?: unknown[] };
  };
  if (status.idBlock.tagNumber === 0) return { revokedAt: null };
  const [when] = status.valueBlock.value ?? [];
  return status.idBlock.tagNumber === 1
    ? { revokedAt: (when as { toDate(): Date }).toDate() }
    : undefined;
}

/** The issuer itself, or somebody whom it certified for this (RFC 6960, 4.2.2.2). */
function responderOf(
  basic: BasicOCSPResponse,
  issuer: ReadCertificate,
): ReadCertificate | undefined {
  const [given] = (basic.certs ?? []).map((one) =>
    readCertificate(Buffer.from(one.toSchema().toBER())),
  );
  if (!given || given.der.equals(issuer.der)) return issuer;
  const isNamed =
    given.issuer.equals(issuer.subject) &&
    given.x509.verify(issuer.x509.publicKey) &&
    given.x509.keyUsage?.includes(ids.ocspSigning) === true;
  return isNamed ? given : undefined;
}

/** Evidence comes with the file: what cannot be read proves nothing. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
