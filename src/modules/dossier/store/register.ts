import { sql } from 'kysely';
import { sealedPerson, type Address } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Delivery, State } from '../dossier.ts';
import { sealedLabel } from './sealed.ts';

/** One line of the register, as the database knows it. */
export interface RegisterRow {
  readonly code: string;
  readonly versionId: string;
  readonly definitionId: string | null;
  readonly unitId: string;
  readonly ownerPersonId: string;
  readonly ownerName: string;
  readonly phone: string | null;
  readonly address: Address | null;
  readonly delivery: Delivery;
  readonly state: State;
  readonly acceptedAt: Date;
  readonly dueAt: Date | null;
  readonly endedAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** The dossiers that a unit accepted in a span of time, in that order. */
export async function listRegister(
  tx: Tx,
  unitId: string,
  span: { readonly from: Date; readonly until: Date },
  limit: number,
): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select d.code, d.version_id as "versionId", d.definition_id as "definitionId", d.unit_id as "unitId",
           d.owner_person_id as "ownerPersonId", ${sealedLabel.pick('d', { ownerName: 'ownerName' })}, ${sealedPerson.pick('p', { phone: 'phone', address: 'address' })}, d.delivery,
           d.state, d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.ended_at as "endedAt",
           d.delivered_at as "deliveredAt"
      from dossier.dossier d join identity.person p on p.id = d.owner_person_id
     where d.unit_id = ${unitId} and d.accepted_at >= ${span.from} and d.accepted_at < ${span.until}
     order by d.accepted_at, d.code limit ${limit}`.execute(tx);
  return rows;
}
