import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import type { Dossier } from '../dossier.ts';
import type { Ladder, Level } from './ladder.ts';

const columns = sql.raw(`id, valid_from as "validFrom", rungs, source, recorded_by as "recordedBy",
  recorded_at as "recordedAt"`);

/** The ladder that holds on a day. @throws Error when none does. */
export async function getLadder(tx: Tx, on: Day): Promise<Ladder> {
  const { rows } = await sql<Ladder>`
    select ${columns} from dossier.ladder where valid_from <= ${on}
    order by valid_from desc, recorded_at desc limit 1`.execute(tx);
  if (!rows[0]) throw new Error(`no ladder holds on ${on}`);
  return rows[0];
}

/** All ladders that were ever entered, the latest first. */
export async function listLadders(tx: Tx, limit: number): Promise<Ladder[]> {
  const { rows } = await sql<Ladder>`
    select ${columns} from dossier.ladder order by valid_from desc, recorded_at desc limit ${limit}`.execute(
    tx,
  );
  return rows;
}

export async function insertLadder(tx: Tx, ladder: Ladder): Promise<void> {
  await sql`insert into dossier.ladder (id, valid_from, rungs, source, recorded_by, recorded_at)
    values (${ladder.id}, ${ladder.validFrom}, ${JSON.stringify(ladder.rungs)}, ${ladder.source}, ${ladder.recordedBy},
            ${ladder.recordedAt})`.execute(tx);
}

/** A step that waits and has not been told of on every rung. */
export interface WatchedStep extends Pick<Dossier, 'unitId' | 'unitIds' | 'variant'> {
  readonly instanceId: string;
  readonly token: number;
  readonly definitionId: string;
  readonly node: number;
  readonly dossierId: string;
  readonly stepUnitId: string | null;
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** The rungs that were told of. */
  readonly told: readonly number[];
}

const watched = sql`
  t.instance_id as "instanceId", t.id as token, i.definition_id as "definitionId", t.node, d.id as "dossierId",
  t.unit_id as "stepUnitId", t.created_at as "openedAt", t.due_at as "dueAt", d.unit_id as "unitId",
  d.unit_ids as "unitIds", d.variant,
  array(select e.rung from dossier.escalation e where e.instance_id = t.instance_id and e.token = t.id) as told`;

const source = sql`process.token t
  join process.instance i on i.id = t.instance_id
  join dossier.dossier d on d.id = t.subject`;

/**
 * The next steps with a due time whose clock runs, in the order of their names. A result that waits to be fetched waits
 * for its applicant: nobody is urged.
 */
export async function listWatched(
  tx: Tx,
  asked: {
    readonly before: Date;
    readonly rungs: number;
    readonly after: Pick<WatchedStep, 'instanceId' | 'token'> | null;
    readonly limit: number;
  },
): Promise<WatchedStep[]> {
  const { instanceId = '00000000-0000-0000-0000-000000000000', token = 0 } = asked.after ?? {};
  const { rows } = await sql<WatchedStep>`
    select ${watched} from ${source}
     where t.kind = 1 and not t.suspended and d.paused_at is null and d.ended_at is null and t.due_at < ${asked.before}
       and (t.instance_id, t.id) > (${instanceId}::uuid, ${token}::int)
       and (select count(*) from dossier.escalation e where e.instance_id = t.instance_id and e.token = t.id) < ${asked.rungs}
     order by t.instance_id, t.id limit ${asked.limit}`.execute(tx);
  return rows;
}

/** The same step, if it still waits and its clock runs. */
export async function findWatched(
  tx: Tx,
  { instanceId, token }: Pick<WatchedStep, 'instanceId' | 'token'>,
): Promise<WatchedStep | undefined> {
  const { rows } = await sql<WatchedStep>`
    select ${watched} from ${source}
     where t.instance_id = ${instanceId} and t.id = ${token} and t.kind = 1 and not t.suspended
       and d.paused_at is null and d.ended_at is null and t.due_at is not null`.execute(tx);
  return rows[0];
}

/** Notes that a rung was told of. False when it was before. */
export async function insertEscalation(
  tx: Tx,
  told: {
    readonly step: WatchedStep;
    readonly rung: number;
    readonly tells: Level;
    readonly ladderId: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { step, rung, tells, ladderId, at } = told;
  const { numAffectedRows = 0n } = await sql`
    insert into dossier.escalation (instance_id, token, rung, dossier_id, tells, unit_id, step_due_at, ladder_id, at)
    values (${step.instanceId}, ${step.token}, ${rung}, ${step.dossierId}, ${tells},
            ${step.stepUnitId ?? step.unitId}, ${step.dueAt}, ${ladderId}, ${at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows > 0n;
}

/** A rung that was told of, of a step that still waits. */
export interface OpenEscalation {
  readonly taskId: string;
  readonly rung: number;
  readonly tells: Level;
  readonly at: Date;
}

/** What was told of the steps of a dossier that still wait, in order. */
export async function listEscalations(tx: Tx, dossierId: string): Promise<OpenEscalation[]> {
  const { rows } = await sql<OpenEscalation>`
    select e.instance_id || '.' || e.token as "taskId", e.rung, e.tells, e.at
      from dossier.escalation e join process.token t on t.instance_id = e.instance_id and t.id = e.token
     where e.dossier_id = ${dossierId} order by e.at, e.rung`.execute(tx);
  return rows;
}
