import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { sealedColumn } from '#/platform/vault/index.ts';
import { isId } from '#/values/id.ts';
import type { Mandate } from './mandate.ts';

const sealedEvidence = sealedColumn<Pick<Mandate, 'document'>>({
  table: 'mandate.mandate',
  column: 'sealed',
  key: ['id'],
  subject: 't.principal_id',
  gone: { document: '' },
});

/** Keeps a new mandate. */
export async function insertMandate(tx: Tx, mandate: Omit<Mandate, 'revokedAt'>): Promise<void> {
  const { id, principalId, document } = mandate;
  const sealed = await sealedEvidence.seal(tx, principalId, id, { document });
  await sql`insert into mandate.mandate
      (id, principal_id, representative_id, kind, procedure_ids, from_on, until_on, evidence, sealed, granted_by, granted_at)
    values (${id}, ${principalId}, ${mandate.representativeId}, ${mandate.kind}, ${mandate.procedureIds}::uuid[],
            ${mandate.fromOn}, ${mandate.untilOn}, ${mandate.evidence}, ${sealed}, ${mandate.grantedBy},
            ${mandate.grantedAt})`.execute(tx);
}

/** Ends a mandate. False when it had ended before. */
export async function updateRevoked(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update mandate.mandate
      set revoked_by = ${by}, revoked_at = ${at} where id = ${id} and revoked_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/**
 * A mandate by id, held until the transaction ends: a revocation waits for what is under way and binds all that begins
 * later.
 */
export async function holdMandate(tx: Tx, id: string): Promise<Mandate | undefined> {
  if (!isId(id)) return undefined;
  return (await select(tx, sql`m.id = ${id} for share of m`))[0];
}

/** A mandate by id. */
export async function findMandate(tx: Tx, id: string): Promise<Mandate | undefined> {
  return isId(id) ? (await select(tx, sql`m.id = ${id}`))[0] : undefined;
}

/** What a person gave or was given, the latest first. */
export function listMandates(
  tx: Tx,
  { principalId, representativeId }: { principalId?: string; representativeId?: string },
  most: number,
): Promise<Mandate[]> {
  const which =
    principalId === undefined
      ? sql`m.representative_id = ${representativeId}`
      : sql`m.principal_id = ${principalId}`;
  return select(tx, sql`${which} order by m.granted_at desc, m.id desc limit ${most}`);
}

async function select(tx: Tx, which: RawBuilder<unknown>): Promise<Mandate[]> {
  const { rows } = await sql<Mandate>`
    select m.id, m.principal_id as "principalId", m.representative_id as "representativeId", m.kind,
           m.procedure_ids as "procedureIds", m.from_on as "fromOn", m.until_on as "untilOn", m.evidence,
           m.granted_by as "grantedBy", m.granted_at as "grantedAt", m.revoked_at as "revokedAt",
           ${sealedEvidence.read('m')}
      from mandate.mandate m where ${which}`.execute(tx);
  return rows;
}
