import { sql } from 'kysely';
import { sealedPerson } from '#/modules/identity/index.ts';
import type { Tx } from '#/platform/db/index.ts';

/** Notes which deployed process a version of a procedure runs on. */
export async function insertVersionProcess(
  tx: Tx,
  versionId: string,
  definitionId: string,
): Promise<void> {
  await sql`insert into dossier.version_process (version_id, definition_id) values (${versionId}, ${definitionId})
    on conflict (version_id) do nothing`.execute(tx);
}

/** The deployed process of a version. @throws Error when the version was never deployed. */
export async function getVersionProcess(tx: Tx, versionId: string): Promise<string> {
  const known = processes.get(versionId);
  if (known !== undefined) return known;
  const { rows } = await sql<{ id: string }>`
    select definition_id as id from dossier.version_process where version_id = ${versionId}`.execute(
    tx,
  );
  if (!rows[0]) throw new Error(`the process of version ${versionId} was never deployed`);
  processes.set(versionId, rows[0].id);
  return rows[0].id;
}

/** A version runs on one process for ever; an office has some hundreds of versions. */
const processes = new Map<string, string>();

/** Names of persons by account, for those who hold steps. */
export async function listAccountNames(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, ${sealedPerson.pick('p', { name: 'fullName' })} from identity.account a join identity.person p on p.id = a.person_id
     where a.id = any(${accountIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
