import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A credential that was issued. */
export interface CredentialRow {
  readonly id: string;
  readonly documentId: string;
  readonly owner: string;
  readonly personId: string;
  readonly type: string;
  readonly digest: string;
  readonly listId: string;
  readonly idx: number;
  readonly issuedAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

const columns = sql`c.id, c.document_id as "documentId", c.owner, c.person_id as "personId", c.type, c.digest,
  c.list_id as "listId", c.idx, c.issued_at as "issuedAt", c.expires_at as "expiresAt", c.revoked_at as "revokedAt",
  c.revoked_by as "revokedBy"`;

export async function insertCredential(tx: Tx, row: CredentialRow): Promise<void> {
  await sql`insert into credential.credential
      (id, document_id, owner, person_id, type, digest, list_id, idx, issued_at, expires_at)
    values (${row.id}, ${row.documentId}, ${row.owner}, ${row.personId}, ${row.type}, ${row.digest}, ${row.listId},
      ${row.idx}, ${row.issuedAt}, ${row.expiresAt})`.execute(tx);
}

export async function findByDigest(tx: Tx, digest: string): Promise<CredentialRow | undefined> {
  const { rows } = await sql<CredentialRow>`
    select ${columns} from credential.credential c where digest = ${digest}`.execute(tx);
  return rows[0];
}

export async function findCredential(tx: Tx, id: string): Promise<CredentialRow | undefined> {
  const { rows } = await sql<CredentialRow>`
    select ${columns} from credential.credential c where id = ${id}`.execute(tx);
  return rows[0];
}

/** Credentials that a person took, the latest first. */
export async function listOfPerson(tx: Tx, personId: string): Promise<CredentialRow[]> {
  const { rows } = await sql<CredentialRow>`
    select ${columns} from credential.credential c where person_id = ${personId}
     order by id desc limit 100`.execute(tx);
  return rows;
}

/** Credentials after an id, in order: for the ledger. */
export async function listAfter(tx: Tx, after: string, limit: number): Promise<CredentialRow[]> {
  const { rows } = await sql<CredentialRow>`
    select ${columns} from credential.credential c where id >= ${after} order by id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** Notes that these are revoked. Returns those that were not before. */
export async function updateRevoked(
  tx: Tx,
  which: { readonly id: string } | { readonly owner: string },
  by: { readonly at: Date; readonly accountId: string },
): Promise<CredentialRow[]> {
  const match = 'id' in which ? sql`c.id = ${which.id}` : sql`c.owner = ${which.owner}`;
  const { rows } = await sql<CredentialRow>`
    update credential.credential c set revoked_at = ${by.at}, revoked_by = ${by.accountId}
     where ${match} and revoked_at is null returning ${columns}`.execute(tx);
  return rows;
}

/** Whether a place of a list is taken. */
export async function isTaken(tx: Tx, listId: string, idx: number): Promise<boolean> {
  const { rows } = await sql`/* beyond: the list is of all holders */
    select 1 from credential.credential where list_id = ${listId} and idx = ${idx}`.execute(tx);
  return rows.length > 0;
}

export async function countPlaces(tx: Tx, listId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`/* beyond: the list is of all holders */
    select count(*) as n from credential.credential where list_id = ${listId}`.execute(tx);
  return rows[0]!.n;
}

/** One version of a list of revoked credentials. */
export interface StatusVersion {
  readonly listId: string;
  readonly version: number;
  readonly bits: Buffer;
  readonly madeAt: Date;
}

const versionColumns = sql`v.list_id as "listId", v.version, v.bits, v.made_at as "madeAt"`;

/** The last version of a list, or of the youngest list. Held until the transaction ends when it will be followed. */
export async function findStatus(
  tx: Tx,
  listId: string | undefined,
  isHeld = false,
): Promise<StatusVersion | undefined> {
  const { rows } = await sql<StatusVersion>`
    select ${versionColumns} from credential.status_version v
     where ${listId === undefined ? sql`true` : sql`v.list_id = ${listId}`}
     order by v.list_id desc, v.version desc limit 1 ${isHeld ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows[0];
}

export async function insertStatus(tx: Tx, status: StatusVersion): Promise<void> {
  const { listId, version, bits, madeAt } = status;
  await sql`insert into credential.status_version (list_id, version, bits, made_at)
    values (${listId}, ${version}, ${bits}, ${madeAt})`.execute(tx);
}

/** Versions after a place, in order: for the ledger. */
export async function listStatusAfter(
  tx: Tx,
  after: { readonly listId: string; readonly version: number },
  limit: number,
): Promise<StatusVersion[]> {
  const { rows } = await sql<StatusVersion>`
    select ${versionColumns} from credential.status_version v
     where (v.list_id, v.version) > (${after.listId}::uuid, ${after.version}::int)
     order by v.list_id, v.version limit ${limit}`.execute(tx);
  return rows;
}

/** One at a time changes or begins a list. */
export async function lockLists(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('credential.status_version'))`.execute(tx);
}
