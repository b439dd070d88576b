import type { JWK } from 'jose';
import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A key that signs tokens; its private part is sealed. */
export interface SigningKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly sealed: Buffer;
  readonly publishedAt: Date;
  readonly signsFrom: Date;
  readonly endsAt: Date | null;
}

/** The keys that are shown at an instant, the one that signs latest first. */
export async function listSigningKeys(tx: Tx, at: Date): Promise<SigningKey[]> {
  const rows = await tx
    .selectFrom('openid.signing_key')
    .selectAll()
    .where((row) => row.or([row('ends_at', 'is', null), row('ends_at', '>', at)]))
    .orderBy('signs_from', 'desc')
    .execute();
  return rows.map((row) => ({
    kid: row.kid,
    publicJwk: row.public_jwk as unknown as JWK,
    sealed: row.sealed,
    publishedAt: row.published_at,
    signsFrom: row.signs_from,
    endsAt: row.ends_at,
  }));
}

/** Publishes a key; those before it get an end. */
export async function insertSigningKey(
  tx: Tx,
  key: Omit<SigningKey, 'endsAt'>,
  by: string,
  othersEndAt: Date,
): Promise<void> {
  await sql`update openid.signing_key set ends_at = ${othersEndAt}
    where ends_at is null or ends_at > ${othersEndAt}`.execute(tx);
  await tx
    .insertInto('openid.signing_key')
    .values({
      kid: key.kid,
      public_jwk: JSON.stringify(key.publicJwk),
      sealed: key.sealed,
      published_at: key.publishedAt,
      signs_from: key.signsFrom,
      made_by: by,
    })
    .execute();
}

/** Until the end of the transaction nobody else makes a key. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('openid signing keys', 0))`.execute(tx);
}

/** Takes keys away whose time is over for a day: their private part is gone. */
export async function deleteEndedKeys(tx: Tx, at: Date): Promise<void> {
  await sql`delete from openid.signing_key where ends_at < ${new Date(at.getTime() - 86_400_000)}`.execute(
    tx,
  );
}
