import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { SigningCertificate, Usage } from '../certificate.ts';

const columns = sql`
  id, usage, account_id as "accountId", unit_id as "unitId", holder, certificate, issuers, issuer, serial,
  valid_from as "validFrom", valid_to as "validTo", reach, place, sealed_key as "sealedKey", added_at as "addedAt",
  revoked_at as "revokedAt", revoked_why as "revokedWhy"`;

/** Keeps a certificate. False when it is there already. */
export async function insertCertificate(
  tx: Tx,
  one: Omit<SigningCertificate, 'revokedAt' | 'revokedWhy'> & { readonly addedBy: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into signing.certificate (id, usage, account_id, unit_id, holder, certificate, issuers, issuer, serial,
      valid_from, valid_to, reach, place, sealed_key, added_by, added_at)
    values (${one.id}, ${one.usage}, ${one.accountId}, ${one.unitId}, ${one.holder}, ${one.certificate},
      ${[...one.issuers]}::bytea[], ${one.issuer}, ${one.serial}, ${one.validFrom}, ${one.validTo}, ${one.reach},
      ${one.place}, ${one.sealedKey}, ${one.addedBy}, ${one.addedAt})
    on conflict (certificate) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function findCertificate(tx: Tx, id: string): Promise<SigningCertificate | undefined> {
  const { rows } = await sql<SigningCertificate>`
    select ${columns} from signing.certificate where id = ${id}`.execute(tx);
  return rows[0];
}

/** All certificates, those that run out first in front. */
export async function listCertificates(tx: Tx): Promise<SigningCertificate[]> {
  const { rows } = await sql<SigningCertificate>`
    select ${columns} from signing.certificate order by valid_to, id`.execute(tx);
  return rows;
}

/** Those of somebody who signs in an office, or of its seal. */
export async function listCertificatesOf(
  tx: Tx,
  { usage, holder }: { readonly usage: Usage; readonly holder: string },
): Promise<SigningCertificate[]> {
  const { rows } = await sql<SigningCertificate>`
    select ${columns} from signing.certificate
     where usage = ${usage} and ${holder} = case usage when 'seal' then unit_id else account_id end`.execute(
    tx,
  );
  return rows;
}

/** Takes a certificate back. False when that was done before. */
export async function updateRevoked(
  tx: Tx,
  id: string,
  { at, by, why }: { readonly at: Date; readonly by: string; readonly why: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update signing.certificate set revoked_at = ${at}, revoked_by = ${by}, revoked_why = ${why}
     where id = ${id} and revoked_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Keeps that a certificate signed a paper. */
export async function insertSignature(
  tx: Tx,
  made: {
    readonly paperId: string;
    readonly step: Usage;
    readonly certificateId: string;
    readonly digest: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into signing.signature (paper_id, step, certificate_id, digest, made_at)
    values (${made.paperId}, ${made.step}, ${made.certificateId}, ${made.digest}, ${made.at})`.execute(
    tx,
  );
}
