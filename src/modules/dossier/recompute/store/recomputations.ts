import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** How far the deadlines have followed a change. */
export interface Recomputation {
  readonly changeId: string;
  readonly lastId: string | null;
  readonly examined: number;
  readonly finishedAt: Date | null;
}

/** A deadline as it was moved. */
export interface StoredMove {
  readonly what: string;
  readonly step: { readonly vi: string; readonly en: string } | null;
  readonly before: string;
  readonly after: string;
}

const columns = sql.raw(
  `change_id as "changeId", last_id as "lastId", examined, finished_at as "finishedAt"`,
);

/** Notes that deadlines have to follow a change. */
export async function insertRecomputation(tx: Tx, changeId: string, at: Date): Promise<void> {
  await sql`insert into dossier.recomputation (change_id, begun_at) values (${changeId}, ${at})`.execute(
    tx,
  );
}

export async function findRecomputation(
  tx: Tx,
  changeId: string,
): Promise<Recomputation | undefined> {
  const { rows } = await sql<Recomputation>`
    select ${columns} from dossier.recomputation where change_id = ${changeId}`.execute(tx);
  return rows[0];
}

/** The oldest that is not finished, held; undefined when there is none or somebody else works at it. */
export async function takeRecomputation(tx: Tx): Promise<Recomputation | undefined> {
  const { rows } = await sql<Recomputation>`
    select ${columns} from dossier.recomputation r
     where change_id = (select change_id from dossier.recomputation where finished_at is null
                         order by begun_at, change_id limit 1)
       for update of r skip locked`.execute(tx);
  return rows[0];
}

/** Notes how far it came. */
export async function updateRecomputation(
  tx: Tx,
  { changeId, lastId, examined, finishedAt }: Recomputation,
): Promise<void> {
  await sql`update dossier.recomputation
    set last_id = ${lastId}, examined = ${examined}, finished_at = ${finishedAt} where change_id = ${changeId}`.execute(
    tx,
  );
}

/** Notes what was moved in a dossier. False when the change has moved it before. */
export async function insertRecomputed(
  tx: Tx,
  {
    changeId,
    dossierId,
    moves,
    at,
  }: { changeId: string; dossierId: string; moves: unknown; at: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into dossier.recomputed (change_id, dossier_id, moves, at)
    values (${changeId}, ${dossierId}, ${JSON.stringify(moves)}, ${at}) on conflict do nothing`.execute(
    tx,
  );
  return numAffectedRows > 0n;
}

/** How many dossiers and steps a change has moved. */
export async function countRecomputed(
  tx: Tx,
  changeId: string,
): Promise<{ dossiers: number; steps: number }> {
  const { rows } = await sql<{ dossiers: number; steps: number }>`
    select count(distinct dossier_id) as dossiers, count(*) filter (where move ->> 'what' = 'step') as steps
      from dossier.recomputed, jsonb_array_elements(moves) as move where change_id = ${changeId}`.execute(
    tx,
  );
  return rows[0]!;
}

/** The first of the moved dossiers with their moves. */
export async function listRecomputed(
  tx: Tx,
  changeId: string,
  limit: number,
): Promise<{ code: string; versionId: string; moves: StoredMove[] }[]> {
  const { rows } = await sql<{
    code: string;
    versionId: string;
    moves: StoredMove[];
  }>`/* beyond: deadlines of an office */
    select d.code, d.version_id as "versionId", r.moves
      from dossier.recomputed r join dossier.dossier d on d.id = r.dossier_id
     where r.change_id = ${changeId} order by r.dossier_id limit ${limit}`.execute(tx);
  return rows;
}

/** Moves the time for an answer to a supplement request. */
export async function updateAnswerDue(tx: Tx, id: string, answerDueAt: Date): Promise<void> {
  await sql`update dossier.supplement set answer_due_at = ${answerDueAt} where id = ${id}`.execute(
    tx,
  );
}
