import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** What somebody asks a holder to show. */
export interface ShowRequest {
  readonly id: string;
  readonly nonce: string;
  readonly type: string;
  readonly claims: readonly string[];
  /** Who asks and what for, as they wrote it. */
  readonly asker: string;
  readonly purpose: string;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly sealed: Buffer | null;
}

const columns = sql`id, nonce, type, claims, asker, purpose, expires_at as "expiresAt", answered_at as "answeredAt", sealed`;

export async function insertRequest(
  tx: Tx,
  {
    id,
    secretHash,
    nonce,
    type,
    claims,
    asker,
    purpose,
    madeAt,
    expiresAt,
  }: Omit<ShowRequest, 'answeredAt' | 'sealed'> & { secretHash: string; madeAt: Date },
): Promise<void> {
  await sql`insert into credential.request (id, secret_hash, nonce, type, claims, asker, purpose, made_at, expires_at)
    values (${id}, ${secretHash}, ${nonce}, ${type}, ${[...claims]}::text[], ${asker}, ${purpose}, ${madeAt},
      ${expiresAt})`.execute(tx);
}

/** A request as its asker finds it. */
export async function findBySecret(
  tx: Tx,
  secretHash: string,
  at: Date,
): Promise<ShowRequest | undefined> {
  const { rows } = await sql<ShowRequest>`select ${columns} from credential.request
    where secret_hash = ${secretHash} and expires_at > ${at}`.execute(tx);
  return rows[0];
}

/** Hands a request to a wallet: to one only. */
export async function fetchOnce(tx: Tx, id: string, at: Date): Promise<ShowRequest | undefined> {
  const { rows } = await sql<ShowRequest>`update credential.request set fetched_at = ${at}
    where id = ${id} and fetched_at is null and expires_at > ${at} returning ${columns}`.execute(
    tx,
  );
  return rows[0];
}

/** A fetched request that waits for its answer, held until the transaction ends. */
export async function holdUnanswered(
  tx: Tx,
  id: string,
  at: Date,
): Promise<ShowRequest | undefined> {
  const { rows } = await sql<ShowRequest>`select ${columns} from credential.request
    where id = ${id} and fetched_at is not null and answered_at is null and expires_at > ${at} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function updateAnswered(tx: Tx, id: string, sealed: Buffer, at: Date): Promise<void> {
  await sql`update credential.request set answered_at = ${at}, sealed = ${sealed} where id = ${id}`.execute(
    tx,
  );
}
