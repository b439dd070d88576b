import { X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';

/** A certificate with the parts that signatures name letter by letter. */
export interface ReadCertificate {
  readonly der: Buffer;
  readonly x509: X509Certificate;
  /** DER of the names, and of the serial number. */
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly serial: Buffer;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Object identifiers of its extensions, and which are critical. */
  readonly extensions: ReadonlyMap<string, { readonly critical: boolean; readonly value: Buffer }>;
}

/** Reads a certificate. @throws when it is none. */
export function readCertificate(der: Uint8Array): ReadCertificate {
  const bytes = Buffer.from(der);
  const read = Certificate.fromBER(bytes);
  return {
    der: bytes,
    x509: new X509Certificate(bytes),
    issuer: Buffer.from(read.issuer.toSchema().toBER()),
    subject: Buffer.from(read.subject.toSchema().toBER()),
    serial: Buffer.from(read.serialNumber.toBER()),
    validFrom: read.notBefore.value,
    validTo: read.notAfter.value,
    extensions: new Map(
      (read.extensions ?? []).map(({ extnID, critical, extnValue }) => [
        extnID,
        { critical, value: Buffer.from(extnValue.valueBlock.valueHexView) },
      ]),
    ),
  };
}

/** The common name of whom a certificate is for. */
export function nameOfSubject({ x509 }: ReadCertificate): string {
  return commonName(x509.subject);
}

/** The common name of who issued it. */
export function nameOfIssuer({ x509 }: ReadCertificate): string {
  return commonName(x509.issuer);
}

function commonName(name: string): string {
  return /^CN=(.*)$/m.exec(name)?.[1]?.replaceAll('\\', '') ?? name;
}
