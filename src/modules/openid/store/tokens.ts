import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** What the provider knows of a code, token, grant, session or interaction (its `AdapterPayload`). */
export type Payload = Readonly<Record<string, unknown>>;

/** Whatever the provider keeps, with its id, which is kept as a hash alone. */
export interface Kept {
  readonly model: string;
  readonly id: string;
  readonly payload: Payload;
  readonly endsAt: Date;
  /** The sign-in that a session of the provider lives under. */
  readonly sessionId?: string | undefined;
  /** The mandate by which a grant lets a client act for somebody else. */
  readonly mandateId?: string | undefined;
}

/** SHA-256 of what is not kept itself. */
function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}

const word = (value: unknown) => (typeof value === 'string' ? value : null);

/** Writes it, or replaces what was known under the same id. */
export async function upsertToken(
  tx: Tx,
  { model, id, payload, endsAt, sessionId, mandateId }: Kept,
): Promise<void> {
  const { jti: _jti, ...rest } = payload;
  await sql`
    insert into openid.token
      (model, id_hash, payload, grant_id, account_id, client_id, uid, session_id, mandate_id, ends_at)
    values (${model}, ${hashOf(id)}, ${JSON.stringify(rest)},
            ${model === 'Grant' ? id : word(payload['grantId'])}, ${word(payload['accountId'])},
            ${word(payload['clientId'])}, ${word(payload['uid'])}, ${sessionId ?? null}, ${mandateId ?? null},
            ${endsAt})
    on conflict (model, id_hash) do update
      set payload = excluded.payload, account_id = excluded.account_id, uid = excluded.uid,
          session_id = excluded.session_id, ends_at = excluded.ends_at`.execute(tx);
}

/** What was found, without its id. */
export interface Found {
  readonly payload: Payload;
  readonly sessionId: string | null;
}

interface Row {
  payload: Record<string, unknown>;
  session_id: string | null;
  consumed_at: Date | null;
}

function foundIn([row]: readonly Row[]): Found | undefined {
  if (!row) return undefined;
  const consumed = row.consumed_at && Math.floor(row.consumed_at.getTime() / 1000);
  return {
    payload: consumed === null ? row.payload : { ...row.payload, consumed },
    sessionId: row.session_id,
  };
}

/** By its id. */
export async function findToken(tx: Tx, model: string, id: string): Promise<Found | undefined> {
  const { rows } = await sql<Row>`
    select payload, session_id, consumed_at from openid.token
     where model = ${model} and id_hash = ${hashOf(id)}`.execute(tx);
  return foundIn(rows);
}

/** A session by the name that tokens know it by. */
export async function findTokenByUid(
  tx: Tx,
  model: string,
  uid: string,
): Promise<Found | undefined> {
  const { rows } = await sql<Row>`
    select payload, session_id, consumed_at from openid.token
     where model = ${model} and uid = ${uid}`.execute(tx);
  return foundIn(rows);
}

/** Uses it up. False when it was used before, at whichever node. */
export async function consumeToken(tx: Tx, model: string, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update openid.token set consumed_at = ${at}
     where model = ${model} and id_hash = ${hashOf(id)} and consumed_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Throws it away. */
export async function deleteToken(tx: Tx, model: string, id: string): Promise<void> {
  await sql`delete from openid.token where model = ${model} and id_hash = ${hashOf(id)}`.execute(
    tx,
  );
}

/** Throws away everything that was made under a grant; with `model` only that kind. */
export async function deleteByGrant(tx: Tx, grantId: string, model?: string): Promise<void> {
  await sql`delete from openid.token
     where grant_id = ${grantId} and (${model ?? null}::text is null or model = ${model ?? null})`.execute(
    tx,
  );
}

/** The grant under which something was made. */
export async function findGrantIdOf(
  tx: Tx,
  model: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ grant_id: string | null }>`
    select grant_id from openid.token where model = ${model} and id_hash = ${hashOf(id)}`.execute(
    tx,
  );
  return rows[0]?.grant_id ?? undefined;
}

/** Spends an id for good. False when it was spent before. */
export async function spendId(tx: Tx, id: string, endsAt: Date, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into openid.spent_id (id_hash, ends_at) values (${hashOf(id)}, ${endsAt})
    on conflict (id_hash) do update set ends_at = excluded.ends_at
     where spent_id.ends_at < ${at}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Throws away what is over. */
export async function deleteEnded(tx: Tx, at: Date): Promise<void> {
  await sql`delete from openid.token where ends_at < ${at}`.execute(tx);
  await sql`delete from openid.spent_id where ends_at < ${at}`.execute(tx);
}

/** Writes into an interaction what the person answered. */
export async function answerInteraction(tx: Tx, uid: string, result: object): Promise<void> {
  await sql`update openid.token set payload = payload || ${JSON.stringify({ result })}::jsonb
    where model = 'Interaction' and id_hash = ${hashOf(uid)}`.execute(tx);
}
