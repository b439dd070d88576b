import { createPrivateKey, type KeyObject } from 'node:crypto';
import { seal, unseal, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { openAuthority, readCertificate, type Authority } from '#/platform/pades/index.ts';
import { findDemoAuthority } from '../store/demo-authority.ts';
import { listCertificates } from '../store/certificates.ts';
import type { AuthorityKeys } from '#/platform/pades/index.ts';

const label = 'signing.demo-authority';

interface Secret {
  readonly issuing: string;
  readonly stamping: string;
  readonly stampingCertificate: string;
  readonly rootCrl: string;
}

/** The keys of the authority as they are kept: only who has the secret of the installation opens them. */
export function sealAuthority(keys: Keys, made: AuthorityKeys): Buffer {
  const secret: Secret = {
    issuing: pemOf(made.issuing.key),
    stamping: pemOf(made.stamping.key),
    stampingCertificate: made.stamping.certificate.toString('base64'),
    rootCrl: made.rootCrl.toString('base64'),
  };
  return seal(keys.derive(label), JSON.stringify(secret), label);
}

/** The authority of the demonstration at work; undefined where there is none. */
export async function findAuthority(tx: Tx, keys: Keys): Promise<Authority | undefined> {
  const kept = await findDemoAuthority(tx);
  if (!kept) return undefined;
  const opened = unseal(keys.derive(label), kept.sealed, label);
  if (opened === undefined) throw new Error('the demo authority was sealed under another secret');
  const secret = JSON.parse(opened) as Secret;
  return openAuthority({
    root: kept.root,
    issuing: { key: createPrivateKey(secret.issuing), certificate: kept.issuing },
    stamping: {
      key: createPrivateKey(secret.stamping),
      certificate: Buffer.from(secret.stampingCertificate, 'base64'),
    },
    rootCrl: Buffer.from(secret.rootCrl, 'base64'),
  });
}

/** Its lists of revoked certificates as they are now. */
export async function demoLists(tx: Tx, authority: Authority, at: Date): Promise<Buffer[]> {
  const revoked = (await listCertificates(tx)).flatMap(({ certificate, revokedAt }) =>
    revokedAt === null ? [] : [{ serial: readCertificate(certificate).serial, at: revokedAt }],
  );
  return [authority.rootCrl, await authority.crl(revoked, at)];
}

function pemOf(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }).toString();
}
