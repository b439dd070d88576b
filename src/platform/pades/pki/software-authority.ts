import { generateKeyPair, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { answerStamp, type Stamper } from '../cms/timestamp.ts';
import { answerOcsp, certIdOf } from './answer-ocsp.ts';
import { readCertificate } from './certificate.ts';
import { issueCertificate, type CertificateOrder } from './issue.ts';
import { issueCrl, type Revoked } from './issue-crl.ts';
import { softwareSigner, type Signer } from './signer.ts';

/** Keys and certificates of an authority whose keys are software: for demonstrations and tests, never for real offices. */
export interface AuthorityKeys {
  readonly root: Buffer;
  readonly issuing: KeyAndCertificate;
  readonly stamping: KeyAndCertificate;
  /** The list of the root itself, made once: its key is gone afterwards. */
  readonly rootCrl: Buffer;
}

type KeyKind = 'rsa' | 'ec';

interface KeyAndCertificate {
  readonly key: KeyObject;
  readonly certificate: Buffer;
}

export interface Authority {
  /** DER of the root, in which validators trust. */
  readonly root: Buffer;
  readonly rootCrl: Buffer;
  readonly stamper: (now: () => Date) => Stamper;
  /** A certificate for a key that somebody else holds. */
  certify(order: CertificateOrder): Promise<Buffer>;
  issue(order: Omit<CertificateOrder, 'key'>): Promise<Signer & { readonly key: KeyObject }>;
  crl(revoked: readonly Revoked[], at: Date): Promise<Buffer>;
  ocsp(certificate: Buffer, revokedAt: Date | null, at: Date): Promise<Buffer>;
}

const generate = promisify(generateKeyPair);
const signLater = promisify(sign);
const [dayMs, yearMs] = [86_400_000, 365 * 86_400_000];

/** Makes root, issuing authority and time-stamping authority; the key of the root is thrown away afterwards. */
export async function makeAuthority(
  name: string,
  at: Date,
  kind: KeyKind = 'rsa',
): Promise<AuthorityKeys> {
  const [root, issuing, stamping] = await Promise.all([newKey(kind), newKey(kind), newKey(kind)]);
  const from = new Date(at.getTime() - dayMs);
  const until = (years: number) => new Date(at.getTime() + years * yearMs);
  const about = { organization: name, from };
  const rootCertificate = await issueCertificate(
    { ...about, name: `${name} – gốc`, key: root, purpose: 'authority', to: until(20) },
    { self: (bytes) => signLater('sha256', bytes, root) },
  );
  const byRoot = softwareSigner(root, rootCertificate);
  const issuingCertificate = await issueCertificate(
    {
      ...about,
      name: `${name} – cấp chứng thư`,
      key: issuing,
      purpose: 'authority',
      to: until(10),
    },
    byRoot,
  );
  const stampingCertificate = await issueCertificate(
    {
      ...about,
      name: `${name} – dấu thời gian`,
      key: stamping,
      purpose: 'timestamps',
      to: until(9),
    },
    softwareSigner(issuing, issuingCertificate),
  );
  return {
    root: rootCertificate,
    issuing: { key: issuing, certificate: issuingCertificate },
    stamping: { key: stamping, certificate: stampingCertificate },
    rootCrl: await issueCrl(byRoot, [], { number: 1, from: at, to: until(10) }),
  };
}

/** An authority at work. */
export function openAuthority({ root, issuing, stamping, rootCrl }: AuthorityKeys): Authority {
  const issuer = softwareSigner(issuing.key, issuing.certificate);
  const clock = softwareSigner(stamping.key, stamping.certificate, [issuing.certificate]);
  const term = (at: Date) => ({ from: at, to: new Date(at.getTime() + 7 * dayMs) });
  return {
    root,
    rootCrl,
    stamper: (now) => (query) => answerStamp(clock, query, now()),
    certify: (order) => issueCertificate(order, issuer),
    async issue(order) {
      const key = await newKey(issuing.key.asymmetricKeyType === 'ec' ? 'ec' : 'rsa');
      const certificate = await issueCertificate({ ...order, key }, issuer);
      return { key, ...softwareSigner(key, certificate, [issuing.certificate]) };
    },
    crl: (revoked, at) =>
      issueCrl(issuer, revoked, { number: Math.floor(at.getTime() / 1000), ...term(at) }),
    ocsp: (certificate, revokedAt, at) =>
      answerOcsp(
        issuer,
        {
          certId: certIdOf(readCertificate(certificate), readCertificate(issuing.certificate)),
          revokedAt,
        },
        term(at),
      ),
  };
}

/** RSA of 3072 bits or P-256: NIST SP 800-57 beyond 2030. A key of a curve is made a hundred times faster. */
async function newKey(kind: KeyKind): Promise<KeyObject> {
  const made =
    kind === 'rsa'
      ? await generate('rsa', { modulusLength: 3072 })
      : await generate('ec', { namedCurve: 'P-256' });
  return made.privateKey;
}
