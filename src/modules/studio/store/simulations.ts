import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Simulation } from '../simulation/simulation.ts';

const selection =
  sql.raw(`id, draft_id as "draftId", revision, setting, office, asked_by_name as "askedByName",
  asked_at as "askedAt", state, done, total, result, fault`);

export async function insertSimulation(
  tx: Tx,
  {
    id,
    draftId,
    revision,
    setting,
    office,
    askedByName,
    askedAt,
    total,
    ...more
  }: Omit<Simulation, 'state' | 'done' | 'result' | 'fault'> & { readonly askedBy: string },
): Promise<void> {
  await sql`
    insert into studio.simulation
      (id, draft_id, revision, setting, office, asked_by, asked_by_name, asked_at, state, total)
    values (${id}, ${draftId}, ${revision}, ${JSON.stringify(setting)}::jsonb, ${JSON.stringify(office)}::jsonb,
            ${more.askedBy}, ${askedByName}, ${askedAt}, 'WAITING', ${total})`.execute(tx);
}

export async function findSimulation(tx: Tx, id: string): Promise<Simulation | undefined> {
  const { rows } =
    await sql<Simulation>`select ${selection} from studio.simulation where id = ${id}`.execute(tx);
  return rows[0];
}

/** The simulations of a draft, the latest first. */
export async function listSimulations(tx: Tx, draftId: string): Promise<Simulation[]> {
  const { rows } = await sql<Simulation>`
    select ${selection} from studio.simulation
     where draft_id = ${draftId} order by asked_at desc, id desc limit 50`.execute(tx);
  return rows;
}

/** How far it has come, or what came of it. */
export async function updateSimulation(
  tx: Tx,
  id: string,
  now: Pick<Simulation, 'state' | 'done' | 'result' | 'fault'> & { readonly endedAt: Date | null },
): Promise<void> {
  await sql`
    update studio.simulation
       set state = ${now.state}, done = ${now.done}, fault = ${now.fault}, ended_at = ${now.endedAt},
           result = ${now.result === null ? null : JSON.stringify(now.result)}::jsonb
     where id = ${id}`.execute(tx);
}
