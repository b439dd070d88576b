import { sql } from 'kysely';
import { sealedContent } from '#/modules/dossier/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { ChangeKind, Judgement } from '../replay/judgement.ts';
import type { Replay } from '../replay/replay.ts';

const selection = sql.raw(`id, draft_id as "draftId", revision, base_version_id as "baseVersionId",
  procedure_id as "procedureId", since, until, asked_by_name as "askedByName", asked_at as "askedAt", state, total, looked,
  changed, fees, deadline, papers, eligibility, broken, sum_was as "sumWas", sum_now as "sumNow", last_at as "lastAt",
  last_id as "lastId", ended_at as "endedAt", fault`);

export async function insertReplay(
  tx: Tx,
  replay: Pick<
    Replay,
    | 'id'
    | 'draftId'
    | 'revision'
    | 'baseVersionId'
    | 'procedureId'
    | 'since'
    | 'until'
    | 'askedByName'
    | 'askedAt'
  > & { readonly askedBy: string },
): Promise<void> {
  await sql`
    insert into studio.replay
      (id, draft_id, revision, base_version_id, procedure_id, since, until, asked_by, asked_by_name, asked_at, state)
    values (${replay.id}, ${replay.draftId}, ${replay.revision}, ${replay.baseVersionId}, ${replay.procedureId},
            ${replay.since}, ${replay.until}, ${replay.askedBy}, ${replay.askedByName}, ${replay.askedAt}, 'WAITING')`.execute(
    tx,
  );
}

export async function findReplay(tx: Tx, id: string): Promise<Replay | undefined> {
  const { rows } =
    await sql<Replay>`select ${selection} from studio.replay where id = ${id}`.execute(tx);
  return rows[0];
}

/** A replay, locked until the transaction ends; undefined too when somebody else holds it. */
export async function lockReplay(tx: Tx, id: string): Promise<Replay | undefined> {
  const { rows } = await sql<Replay>`
    select ${selection} from studio.replay where id = ${id} for update skip locked`.execute(tx);
  return rows[0];
}

/** The replays of a draft, the latest first. */
export async function listReplays(tx: Tx, draftId: string): Promise<Replay[]> {
  const { rows } = await sql<Replay>`
    select ${selection} from studio.replay where draft_id = ${draftId} order by asked_at desc, id desc limit 50`.execute(
    tx,
  );
  return rows;
}

/** A dossier that was filed, with what rules need of it. */
export interface FiledDossier {
  readonly id: string;
  readonly code: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly channel: 'ONLINE' | 'DIRECT' | 'POSTAL';
  readonly placeCode: string;
  readonly submittedAt: Date;
  readonly variant: 'NORMAL' | 'VERIFY' | 'EXTEND';
}

/** How many dossiers a replay looks at. */
export async function countFiled(
  tx: Tx,
  replay: Pick<Replay, 'procedureId' | 'since' | 'until'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`/* beyond: how many there are */
    select count(*) as count from dossier.dossier
     where procedure_id = ${replay.procedureId} and submitted_at >= ${replay.since} and submitted_at < ${replay.until}`.execute(
    tx,
  );
  return rows[0]!.count;
}

/** The dossiers that come next, in the order of filing. */
export async function listFiledAfter(
  tx: Tx,
  replay: Replay,
  limit: number,
): Promise<FiledDossier[]> {
  const from = replay.lastAt ?? replay.since;
  const after =
    replay.lastAt === null || replay.lastId === null
      ? sql``
      : sql`and (submitted_at, id) > (${replay.lastAt}, ${replay.lastId})`;
  const { rows } = await sql<FiledDossier>`
    select d.id, d.code, d.channel, d.place_code as "placeCode", d.submitted_at as "submittedAt", d.variant,
           ${sealedContent.pick('d', { answers: 'answers' })}
      from dossier.dossier d
     where procedure_id = ${replay.procedureId} and submitted_at >= ${from} and submitted_at < ${replay.until} ${after}
     order by submitted_at, id limit ${limit}`.execute(tx);
  return rows;
}

/** A dossier that would be otherwise. */
export interface ReplayChange {
  readonly dossierId: string;
  readonly code: string;
  readonly kinds: readonly ChangeKind[];
  readonly was: Judgement;
  readonly now: Judgement;
}

export async function insertChanges(
  tx: Tx,
  replayId: string,
  changes: readonly ReplayChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ dossierId, code, kinds, was, now }) => ({
    dossier_id: dossierId,
    code,
    kinds,
    was,
    now,
  }));
  await sql`
    insert into studio.replay_change (replay_id, dossier_id, code, kinds, was, now)
    select ${replayId}, c.dossier_id, c.code, c.kinds, c.was, c.now
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c (dossier_id uuid, code text, kinds text[], was jsonb, now jsonb)
    on conflict do nothing`.execute(tx);
}

/** How far a replay has come. */
export async function updateReplay(
  tx: Tx,
  id: string,
  now: Omit<
    Replay,
    | 'id'
    | 'draftId'
    | 'revision'
    | 'baseVersionId'
    | 'procedureId'
    | 'since'
    | 'until'
    | 'askedByName'
    | 'askedAt'
  >,
): Promise<void> {
  await sql`
    update studio.replay
       set state = ${now.state}, total = ${now.total}, looked = ${now.looked}, changed = ${now.changed},
           fees = ${now.fees}, deadline = ${now.deadline}, papers = ${now.papers}, eligibility = ${now.eligibility},
           broken = ${now.broken}, sum_was = ${now.sumWas}, sum_now = ${now.sumNow}, last_at = ${now.lastAt},
           last_id = ${now.lastId}, ended_at = ${now.endedAt}, fault = ${now.fault}
     where id = ${id}`.execute(tx);
}

/** One page of the dossiers that would be otherwise, by code. */
export async function listChanges(
  tx: Tx,
  replayId: string,
  kind: ChangeKind | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ changes: ReplayChange[]; total: number }> {
  const only = kind === undefined ? sql`` : sql`and kinds @> array[${kind}]`;
  const { rows } = await sql<ReplayChange & { total: number }>`
    select dossier_id as "dossierId", code, kinds, was, now, count(*) over () as total
      from studio.replay_change where replay_id = ${replayId} ${only}
     order by code limit ${limit} offset ${offset}`.execute(tx);
  return { changes: rows, total: rows[0]?.total ?? 0 };
}

export async function findChange(
  tx: Tx,
  replayId: string,
  code: string,
): Promise<(ReplayChange & { personIds: string[] }) | undefined> {
  const { rows } = await sql<
    ReplayChange & { personIds: string[] }
  >`/* beyond: whose reading is recorded */
    select c.dossier_id as "dossierId", c.code, c.kinds, c.was, c.now,
           array[d.owner_person_id, d.submitter_person_id] as "personIds"
      from studio.replay_change c join dossier.dossier d on d.id = c.dossier_id
     where c.replay_id = ${replayId} and c.code = ${code}`.execute(tx);
  return rows[0];
}
