import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A deployed model as it is stored. */
export interface StoredDefinition {
  readonly id: string;
  readonly key: string;
  readonly bpmn: string;
}

/** The version of a process with exactly this text, when it is deployed already. */
export async function findDefinitionBySha256(
  tx: Tx,
  key: string,
  sha256: Buffer,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from process.definition where key = ${key} and sha256 = ${sha256}`.execute(tx);
  return rows[0]?.id;
}

/** The latest version of a process. */
export async function findLatestDefinition(
  tx: Tx,
  key: string,
): Promise<StoredDefinition | undefined> {
  const { rows } = await sql<StoredDefinition>`
    select id, key, bpmn from process.definition where key = ${key} order by version desc limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** The versions that the call activities of a definition were bound to when it was deployed. */
export async function listCalls(
  tx: Tx,
  definitionId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ element_id: string; called_id: string }>`
    select element_id, called_id from process.call where definition_id = ${definitionId}`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.element_id, row.called_id]));
}

export async function insertCalls(
  tx: Tx,
  definitionId: string,
  calls: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    insert into process.call (definition_id, element_id, called_id)
    select ${definitionId}, element, called
    from unnest(${[...calls.keys()]}::text[], ${[...calls.values()]}::uuid[]) as bound (element, called)`.execute(
    tx,
  );
}

/** Makes everyone who deploys this key wait for the end of this transaction. */
export async function lockKey(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`process.definition ${key}`}, 0))`.execute(
    tx,
  );
}

export async function getDefinition(tx: Tx, id: string): Promise<StoredDefinition> {
  const { rows } = await sql<StoredDefinition>`
    select id, key, bpmn from process.definition where id = ${id}`.execute(tx);
  const [definition] = rows;
  if (!definition) throw new Error(`There is no process definition ${id}`);
  return definition;
}

/** The numbers of a process's elements, over all its versions. */
export async function listNumbers(tx: Tx, key: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ element_id: string; no: number }>`
    select element_id, no from process.node where key = ${key}`.execute(tx);
  return new Map(rows.map((row) => [row.element_id, row.no]));
}

export async function insertDefinition(
  tx: Tx,
  definition: StoredDefinition & { sha256: Buffer; proof: object; at: Date },
): Promise<void> {
  const { id, key, sha256, bpmn, proof, at } = definition;
  await sql`
    insert into process.definition (id, key, version, sha256, bpmn, proof, deployed_at)
    select ${id}, ${key}, coalesce(max(version), 0) + 1, ${sha256}, ${bpmn}, ${JSON.stringify(proof)}::jsonb, ${at}
    from process.definition where key = ${key}`.execute(tx);
}

/** Numbers elements that no earlier version had. */
export async function insertNumbers(
  tx: Tx,
  key: string,
  elements: readonly string[],
): Promise<void> {
  await sql`
    insert into process.node (key, no, element_id)
    select ${key}, coalesce((select max(no) + 1 from process.node where key = ${key}), 0) + place - 1, element
    from unnest(${elements}::text[]) with ordinality as fresh (element, place)`.execute(tx);
}
