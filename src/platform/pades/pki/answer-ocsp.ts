import { createHash } from 'node:crypto';
import { bits, der, generalizedTime, nothing, octets, oid, sequence, tagged } from './der.ts';
import { readCertificate, type ReadCertificate } from './certificate.ts';
import { ids } from './names.ts';
import { algorithmOfCertificate, type Signer } from './signer.ts';

/** How OCSP names a certificate (RFC 6960, 4.1.1): by hashes of its issuer, and its number. SHA-1 is no signature here. */
export function certIdOf(certificate: ReadCertificate, issuer: ReadCertificate): Buffer {
  const sha1 = (bytes: Uint8Array) => octets(createHash('sha1').update(bytes).digest());
  const key = issuer.x509.publicKey.export({ format: 'der', type: 'spki' });
  return sequence(
    sequence(oid('1.3.14.3.2.26'), nothing),
    sha1(issuer.subject),
    sha1(keyBits(key)),
    certificate.serial,
  );
}

/** The BIT STRING of a SubjectPublicKeyInfo without tag, length and count of unused bits. */
function keyBits(spki: Buffer): Buffer {
  const [algorithm, key] = partsOf(spki);
  return algorithm && key ? key.subarray(1) : Buffer.alloc(0);
}

/** Contents of the members of a SEQUENCE. */
function partsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  const { content } = open(bytes);
  for (let rest = content; rest.length > 0;) {
    const one = open(rest);
    parts.push(one.content);
    rest = rest.subarray(one.end);
  }
  return parts;
}

function open(bytes: Buffer): { readonly content: Buffer; readonly end: number } {
  const short = bytes[1]!;
  const count = short < 128 ? 0 : short - 128;
  const length = count === 0 ? short : bytes.readUIntBE(2, count);
  const end = 2 + count + length;
  return { content: bytes.subarray(2 + count, end), end };
}

/** The answer of an OCSP responder (RFC 6960) about one certificate. */
export async function answerOcsp(
  by: Signer,
  about: { readonly certId: Buffer; readonly revokedAt: Date | null },
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Buffer> {
  const standing =
    about.revokedAt === null ? der(0x80) : tagged(1, generalizedTime(about.revokedAt));
  const data = sequence(
    tagged(1, readCertificate(by.certificate).subject),
    generalizedTime(from),
    sequence(
      sequence(about.certId, standing, generalizedTime(from), tagged(0, generalizedTime(to))),
    ),
  );
  const basic = sequence(
    data,
    algorithmOfCertificate(by.certificate),
    bits(await by.sign(data)),
    tagged(0, sequence(by.certificate)),
  );
  return sequence(
    der(0x0a, Buffer.from([0])),
    tagged(0, sequence(oid(ids.ocspBasic), octets(basic))),
  );
}
