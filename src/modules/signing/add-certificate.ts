import type { Tx } from '#/platform/db/index.ts';
import { nameOfIssuer, nameOfSubject, readCertificate } from '#/platform/pades/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import type { SigningCertificate } from './certificate.ts';
import { logCeremony } from './ledger-source.ts';
import { insertCertificate } from './store/certificates.ts';
import { insertCeremony, type Ceremony } from './store/ceremonies.ts';

/** A certificate that is put to use, and how that was done. */
export interface NewCertificate extends Pick<
  SigningCertificate,
  | 'id'
  | 'usage'
  | 'accountId'
  | 'unitId'
  | 'certificate'
  | 'issuers'
  | 'reach'
  | 'place'
  | 'sealedKey'
> {
  readonly by: string;
  readonly at: Date;
  readonly ceremony: Pick<Ceremony, 'heldAt' | 'place' | 'ledBy' | 'witnesses'>;
}

/** Puts a certificate to use, and writes the ceremony of its key into the public ledger. */
export async function addCertificate(
  tx: Tx,
  { by, at, ceremony, ...given }: NewCertificate,
): Promise<Refusal | { readonly id: string }> {
  const read = readCertificate(given.certificate);
  const isNew = await insertCertificate(tx, {
    ...given,
    holder: nameOfSubject(read),
    issuer: nameOfIssuer(read),
    serial: read.x509.serialNumber.toLowerCase(),
    validFrom: read.validFrom,
    validTo: read.validTo,
    addedAt: at,
    addedBy: by,
  });
  if (!isNew) return refuse('signing.known-certificate');
  const held = { certificateId: given.id, recordedBy: by, recordedAt: at, ...ceremony };
  await logCeremony(tx, await insertCeremony(tx, { ...held, kind: 'activated' }));
  return { id: given.id };
}
