/** personal: of who is competent to sign; seal: of the office (Decree 30/2020/NĐ-CP, article 25). */
export type Usage = 'personal' | 'seal';

/** How a key is reached: in this installation (demonstrations), in a hardware module, at a remote signing service. */
export type Reach = 'software' | 'pkcs11' | 'csc';

/** A certificate with which papers are signed or sealed here. */
export interface SigningCertificate {
  readonly id: string;
  readonly usage: Usage;
  readonly accountId: string | null;
  readonly unitId: string;
  readonly holder: string;
  /** DER, and DER of those above it. */
  readonly certificate: Buffer;
  readonly issuers: readonly Buffer[];
  readonly issuer: string;
  readonly serial: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly reach: Reach;
  /** Label in the module, or credentialID at the service. */
  readonly place: string | null;
  readonly sealedKey: Buffer | null;
  readonly addedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
}

export type CertificateStanding = 'good' | 'waiting' | 'expired' | 'revoked';

/** Whether one may sign with it at an instant. */
export function standingAt(
  {
    validFrom,
    validTo,
    revokedAt,
  }: Pick<SigningCertificate, 'validFrom' | 'validTo' | 'revokedAt'>,
  at: Date,
): CertificateStanding {
  if (revokedAt !== null && revokedAt <= at) return 'revoked';
  if (at < validFrom) return 'waiting';
  return at < validTo ? 'good' : 'expired';
}

/** Of several the one that runs longest and may sign; none may when it is undefined. */
export function usableOf<T extends Pick<SigningCertificate, 'validFrom' | 'validTo' | 'revokedAt'>>(
  certificates: readonly T[],
  at: Date,
): T | undefined {
  return certificates
    .filter((each) => standingAt(each, at) === 'good')
    .toSorted((one, other) => +other.validTo - +one.validTo)[0];
}
