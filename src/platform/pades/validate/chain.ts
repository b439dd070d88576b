import type { ReadCertificate } from '../pki/certificate.ts';
import { ids } from '../pki/names.ts';
import { SignatureFault } from './report.ts';

/** A certificate and those above it up to a root in which one trusts. */
export type Chain = readonly ReadCertificate[];

const understood: ReadonlySet<string> = new Set([
  ids.basicConstraints,
  ids.keyUsage,
  ids.extendedKeyUsage,
  '2.5.29.32',
]);

/** Finds the chain of a certificate (RFC 5280, section 6). @throws SignatureFault */
export function chainOf(
  leaf: ReadCertificate,
  among: readonly ReadCertificate[],
  roots: readonly ReadCertificate[],
): Chain {
  const chain = [leaf];
  for (let last = leaf; !roots.some((root) => root.der.equals(last.der)); chain.push(last)) {
    if (chain.length > 8) throw new SignatureFault('NO_CERTIFICATE_CHAIN_FOUND');
    const { issuer, x509 } = last;
    const above = [...roots, ...among].find(
      (each) =>
        each.subject.equals(issuer) && isAuthority(each) && x509.verify(each.x509.publicKey),
    );
    if (!above || chain.includes(above)) throw new SignatureFault('NO_CERTIFICATE_CHAIN_FOUND');
    last = above;
  }
  const isUnderstood = chain.every(({ extensions }) =>
    [...extensions].every(([id, { critical }]) => !critical || understood.has(id)),
  );
  if (!isUnderstood) throw new SignatureFault('CHAIN_CONSTRAINTS_FAILURE', 'unknown extension');
  return chain;
}

/** Whether the certificate may sign documents, or time stamps and nothing else (RFC 3161, 2.3). @throws SignatureFault */
export function checkPurpose(leaf: ReadCertificate, purpose: 'signature' | 'timestamp'): void {
  const extended = leaf.extensions.get(ids.extendedKeyUsage);
  const isStamper = extended?.critical === true && leaf.x509.keyUsage?.join() === ids.timeStamping;
  const mayDo = purpose === 'timestamp' ? isStamper : !isStamper;
  if (!mayDo || leaf.x509.ca || (usageOf(leaf) & 0xc0) === 0)
    throw new SignatureFault('CHAIN_CONSTRAINTS_FAILURE');
}

function isAuthority(certificate: ReadCertificate): boolean {
  return certificate.x509.ca && (usageOf(certificate) & 0x04) !== 0;
}

/** The first byte of KeyUsage; 0xC0 digitalSignature and nonRepudiation, 0x04 keyCertSign. */
function usageOf({ extensions }: ReadCertificate): number {
  return extensions.get(ids.keyUsage)?.value[3] ?? 0;
}
