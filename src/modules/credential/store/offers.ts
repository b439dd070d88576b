import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

export interface Offer {
  readonly id: string;
  readonly documentId: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly tokenHash: string | null;
  readonly takenAt: Date | null;
}

export async function insertOffer(
  tx: Tx,
  {
    id,
    documentId,
    personId,
    madeAt,
    expiresAt,
  }: Omit<Offer, 'tries' | 'tokenHash' | 'takenAt'> & { madeAt: Date },
): Promise<void> {
  await sql`insert into credential.offer (id, document_id, person_id, made_at, expires_at)
    values (${id}, ${documentId}, ${personId}, ${madeAt}, ${expiresAt})`.execute(tx);
}

/** An offer, held until the transaction ends: its codes are used once, whoever is faster. */
export async function holdOffer(
  tx: Tx,
  by: { readonly id: string } | { readonly tokenHash: string },
): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`
    select id, document_id as "documentId", person_id as "personId", expires_at as "expiresAt", tries,
           token_hash as "tokenHash", taken_at as "takenAt"
      from credential.offer where ${'id' in by ? sql`id = ${by.id}` : sql`token_hash = ${by.tokenHash}`}
       for update`.execute(tx);
  return rows[0];
}

export async function updateTried(tx: Tx, id: string): Promise<void> {
  await sql`update credential.offer set tries = tries + 1 where id = ${id}`.execute(tx);
}

export async function updateToken(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await sql`update credential.offer set token_hash = ${tokenHash} where id = ${id}`.execute(tx);
}

export async function updateTaken(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update credential.offer set taken_at = ${at} where id = ${id}`.execute(tx);
}

export async function insertNonce(tx: Tx, nonceHash: string, expiresAt: Date): Promise<void> {
  await sql`insert into credential.nonce (hash, expires_at) values (${nonceHash}, ${expiresAt})`.execute(
    tx,
  );
}

/** Uses a nonce up. False when it was used before, never given, or is over. */
export async function deleteNonce(tx: Tx, nonceHash: string, at: Date): Promise<boolean> {
  const { rows } =
    await sql`delete from credential.nonce where hash = ${nonceHash} and expires_at > ${at} returning hash`.execute(
      tx,
    );
  return rows.length === 1;
}

/** What is over holds nothing that anybody needs. */
export async function deleteEnded(tx: Tx, at: Date): Promise<void> {
  await sql`delete from credential.nonce where expires_at < ${at}`.execute(tx);
  await sql`delete from credential.offer where expires_at < ${at}`.execute(tx);
  await sql`delete from credential.request where expires_at < ${at}`.execute(tx);
}
