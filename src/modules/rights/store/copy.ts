import { sql } from 'kysely';
import { sealedContent, sealedLabel } from '#/modules/dossier/index.ts';
import { getPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { listConsents } from './consents.ts';
import { listRequestsOf } from './requests.ts';

/** All that is kept about a person and told to them, as they may take it along (Law 91/2025/QH15). */
export async function copyFor(tx: Tx, personId: string, at: Date) {
  const [person, dossiers, mandates, consents, requests] = await Promise.all([
    getPerson(tx, personId),
    listDossiers(tx, personId),
    listMandates(tx, personId),
    listConsents(tx, personId),
    listRequestsOf(tx, personId),
  ]);
  const { id: _id, ...facts } = person;
  return {
    format: 'chinh-quyen-so/personal-data/1',
    madeAt: at.toISOString(),
    person: facts,
    dossiers,
    mandates,
    consents,
    requests: requests.map(({ personId: _own, ...request }) => request),
  };
}

async function listDossiers(tx: Tx, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select d.code, d.state, d.submitted_at as "submittedAt", d.ended_at as "endedAt",
           ${sealedLabel.read('d')}, ${sealedContent.read('d')}
      from dossier.dossier d where d.owner_person_id = ${personId} order by d.submitted_at`.execute(
    tx,
  );
  return rows;
}

async function listMandates(tx: Tx, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select kind, from_on as "fromOn", until_on as "untilOn", granted_at as "grantedAt", revoked_at as "revokedAt",
           principal_id = ${personId} as "isPrincipal"
      from mandate.mandate where ${personId} in (principal_id, representative_id) order by granted_at`.execute(
    tx,
  );
  return rows;
}
