import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Refusal } from '#/platform/refusal.ts';
import type { Move } from '../move/move.ts';

const selection = sql.raw(`id, slug, version_id as "versionId", version_no as "versionNo",
  definition_id as "definitionId", map, reason, proposed_by as "proposedBy", proposed_by_name as "proposedByName",
  proposed_at as "proposedAt", state, decided_by_name as "decidedByName", decided_at as "decidedAt", total, moved, refused,
  last_id as "lastId", ended_at as "endedAt"`);

export type NewMove = Pick<
  Move,
  | 'id'
  | 'slug'
  | 'versionId'
  | 'versionNo'
  | 'definitionId'
  | 'map'
  | 'reason'
  | 'proposedBy'
  | 'proposedByName'
  | 'proposedAt'
>;

/** Writes a proposed move. False when another one of the procedure waits or runs. */
export async function insertMove(tx: Tx, move: NewMove): Promise<boolean> {
  const { rows } = await sql`
    insert into studio.process_move (id, slug, version_id, version_no, definition_id, map, reason, proposed_by,
      proposed_by_name, proposed_at, state)
    values (${move.id}, ${move.slug}, ${move.versionId}, ${move.versionNo}, ${move.definitionId},
            ${JSON.stringify(move.map)}::jsonb, ${move.reason}, ${move.proposedBy}, ${move.proposedByName},
            ${move.proposedAt}, 'PROPOSED')
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function findMove(tx: Tx, id: string): Promise<Move | undefined> {
  const { rows } =
    await sql<Move>`select ${selection} from studio.process_move where id = ${id}`.execute(tx);
  return rows[0];
}

/** The same, held until the transaction ends. */
export async function lockMove(tx: Tx, id: string): Promise<Move | undefined> {
  const { rows } = await sql<Move>`
    select ${selection} from studio.process_move where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The moves of a procedure, the latest first. */
export async function listMoves(tx: Tx, slug: string): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select ${selection} from studio.process_move where slug = ${slug} order by proposed_at desc limit 50`.execute(
    tx,
  );
  return rows;
}

/** What was decided, or how far it has come. The caller holds it. */
export async function updateMove(tx: Tx, move: Move): Promise<void> {
  await sql`
    update studio.process_move
       set state = ${move.state}, decided_by_name = ${move.decidedByName}, decided_at = ${move.decidedAt},
           total = ${move.total}, moved = ${move.moved}, refused = ${move.refused}, last_id = ${move.lastId},
           ended_at = ${move.endedAt}
     where id = ${move.id}`.execute(tx);
}

/** What came of one dossier; refusal null when it was moved. */
export interface TriedCase {
  readonly dossierId: string;
  readonly code: string;
  readonly refusal: Refusal | null;
}

export async function insertTried(
  tx: Tx,
  moveId: string,
  { dossierId, code, refusal }: TriedCase,
  at: Date,
): Promise<void> {
  await sql`
    insert into studio.tried_case (move_id, dossier_id, code, refusal, at)
    values (${moveId}, ${dossierId}, ${code}, ${refusal === null ? null : JSON.stringify(refusal)}::jsonb, ${at})
    on conflict do nothing`.execute(tx);
}

/** The dossiers that stayed, by their codes, behind one. */
export async function listStayed(
  tx: Tx,
  moveId: string,
  page: { readonly limit: number; readonly skip: number },
): Promise<TriedCase[]> {
  const { rows } = await sql<TriedCase>`
    select dossier_id as "dossierId", code, refusal from studio.tried_case
     where move_id = ${moveId} and refusal is not null
     order by code limit ${page.limit} offset ${page.skip}`.execute(tx);
  return rows;
}
