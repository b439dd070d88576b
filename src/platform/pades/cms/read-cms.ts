import { createHash, verify } from 'node:crypto';
import { Any, Null } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  SignedData,
  TSTInfo,
  type IssuerAndSerialNumber,
  type SignerInfo,
} from 'pkijs';
import { readCertificate, type ReadCertificate } from '../pki/certificate.ts';
import { ids } from '../pki/names.ts';
import { SignatureFault } from '../validate/report.ts';
import { checkDer } from './strict-der.ts';

/** A CMS whose signature is right under the certificate that it names. Whether that one counts is another question. */
export interface VerifiedCms {
  readonly signer: ReadCertificate;
  readonly certificates: readonly ReadCertificate[];
  readonly signature: Buffer;
  /** Tokens over the signature. */
  readonly tokens: readonly Buffer[];
  /** Content that travels with it. */
  readonly content?: Buffer | undefined;
}

/** Digests that still count (TCVN, ETSI TS 119 312). */
const digests: Readonly<Record<string, string>> = {
  [ids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Verifies a CMS over these bytes, or over its own content when none are given. @throws SignatureFault */
export function verifyCms(padded: Buffer, signed?: Buffer): VerifiedCms {
  const parsed = parse(padded);
  const [info, ...more] = parsed.signerInfos;
  if (!info || more.length > 0 || !info.signedAttrs) throw new SignatureFault('FORMAT_FAILURE');
  const certificates = (parsed.certificates ?? [])
    .filter((each) => each instanceof Certificate)
    .map((each) => readCertificate(Buffer.from(each.toSchema().toBER())));
  const sid = info.sid as IssuerAndSerialNumber;
  const issuer = Buffer.from(sid.issuer.toSchema().toBER());
  const serial = Buffer.from(sid.serialNumber.toBER());
  const signer = certificates.find(
    (each) => each.issuer.equals(issuer) && each.serial.equals(serial),
  );
  if (!signer) throw new SignatureFault('FORMAT_FAILURE', 'signer not included');
  const hash = digests[info.digestAlgorithm.algorithmId];
  checkForm(parsed, info);
  if (hash === undefined) throw new SignatureFault('FORMAT_FAILURE', 'digest');
  const embedded = parsed.encapContentInfo.eContent?.getValue();
  const content = embedded && Buffer.from(embedded);
  if ((content === undefined) === (signed === undefined))
    throw new SignatureFault('FORMAT_FAILURE');
  const values = new Map(
    info.signedAttrs.attributes.map(({ type, values: [first] }) => [
      type,
      Buffer.from((first as { toBER(): ArrayBuffer }).toBER()),
    ]),
  );
  if (values.size !== info.signedAttrs.attributes.length)
    throw new SignatureFault('FORMAT_FAILURE');
  const digest = createHash(hash)
    .update(signed ?? content!)
    .digest();
  if (values.get(ids.messageDigest)?.subarray(2).equals(digest) !== true)
    throw new SignatureFault('HASH_FAILURE');
  checkNamed(values.get(ids.signingCertificateV2), signer);
  const attributes = Buffer.from(info.signedAttrs.encodedValue);
  attributes[0] = 0x31;
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  if (!verify(hash, attributes, signer.x509.publicKey, signature))
    throw new SignatureFault('SIG_CRYPTO_FAILURE');
  return { signer, certificates, signature, tokens: tokensOf(info), content };
}

/** Algorithms of signatures: PKCS #1 v1.5 and ECDSA with the digests above (RFC 8017, RFC 5758). */
const algorithms = /^1\.2\.840\.(113549\.1\.1\.(1|11|12|13)|10045\.4\.3\.[234])$/;

/** Parts that nobody signs say nothing else than they must: whoever changed them touched the signature. */
function checkForm(
  { version, digestAlgorithms, encapContentInfo }: SignedData,
  info: SignerInfo,
): void {
  const [digest, ...more] = digestAlgorithms;
  const isOne = digest?.algorithmId === info.digestAlgorithm.algorithmId && more.length === 0;
  const parameters = [digest, info.digestAlgorithm, info.signatureAlgorithm].map(
    (each) => each?.algorithmParams as object | undefined,
  );
  const isPlain = parameters.every(
    (each) => each === undefined || each instanceof Null || each instanceof Any,
  );
  const isData = encapContentInfo.eContentType === ids.data;
  const isType = isData || encapContentInfo.eContentType === ids.tstInfo;
  // RFC 5652, 5.1: the signer is named by issuer and number, and the certificates are X.509.
  const isVersion = info.version === 1 && version === (isData ? 1 : 3);
  const unsigned = info.unsignedAttrs?.attributes ?? [];
  const isKnown =
    unsigned.every(({ type }) => type === ids.timestampToken) &&
    algorithms.test(info.signatureAlgorithm.algorithmId);
  if (!isOne || !isPlain || !isType || !isVersion || !isKnown)
    throw new SignatureFault('FORMAT_FAILURE');
}

/** The certificate is named by its hash among what is signed, so that it cannot be exchanged (RFC 5035). */
function checkNamed(named: Buffer | undefined, signer: ReadCertificate): void {
  const hash = createHash('sha256').update(signer.der).digest();
  if (named?.includes(hash) !== true)
    throw new SignatureFault('FORMAT_FAILURE', 'certificate not named');
}

/** Reads the padded value of `/Contents`: what follows the DER must be zeros, or something hides there. */
function parse(padded: Buffer): SignedData {
  try {
    const length = lengthOf(padded);
    if (padded.subarray(length).some((byte) => byte !== 0)) throw new Error('hidden bytes');
    checkDer(padded.subarray(0, length));
    const content = ContentInfo.fromBER(Uint8Array.from(padded.subarray(0, length)));
    if (content.contentType !== ids.signedData) throw new Error('no SignedData');
    return new SignedData({ schema: content.content });
  } catch (error) {
    throw new SignatureFault('FORMAT_FAILURE', String(error));
  }
}

/** DER of all certificates in a CMS and in the time stamps on it, whoever put them there; none when it cannot be read. */
export function certificatesOf(padded: Buffer): Buffer[] {
  try {
    const { certificates = [], signerInfos } = parse(padded);
    const own = certificates
      .filter((each) => each instanceof Certificate)
      .map((each) => Buffer.from(each.toSchema().toBER()));
    const tokens = signerInfos.flatMap((info) => tokensOf(info));
    return [...own, ...tokens.flatMap(certificatesOf)];
  } catch {
    return [];
  }
}

function tokensOf({ unsignedAttrs }: SignerInfo): Buffer[] {
  return (unsignedAttrs?.attributes ?? [])
    .filter(({ type }) => type === ids.timestampToken)
    .map(({ values: [first] }) => Buffer.from((first as { toBER(): ArrayBuffer }).toBER()));
}

function lengthOf(der: Buffer): number {
  const first = der[1] ?? 0;
  if (first < 128) return 2 + first;
  return 2 + (first - 128) + der.readUIntBE(2, Math.min(first - 128, 6));
}

/** A token that is right by itself. */
export interface VerifiedStamp {
  readonly cms: VerifiedCms;
  readonly at: Date;
}

/** Verifies a time-stamp token over data. @throws SignatureFault */
export function verifyStamp(token: Buffer, data: Buffer): VerifiedStamp {
  const cms = verifyCms(token);
  const info = TSTInfo.fromBER(Uint8Array.from(cms.content!));
  const hash = digests[info.messageImprint.hashAlgorithm.algorithmId];
  const stamped = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (hash === undefined || !createHash(hash).update(data).digest().equals(stamped))
    throw new SignatureFault('TIMESTAMP_FAILURE', 'of other data');
  return { cms, at: info.genTime };
}
