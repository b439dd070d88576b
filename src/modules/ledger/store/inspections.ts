import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Something that does not fit: what kind, and where. No personal data. */
export interface Misfit {
  readonly kind: string;
  readonly place: string;
}

/** A run of the monitor. */
export interface Inspection {
  readonly id: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly leaves: number;
  readonly compared: number;
  readonly findings: readonly Misfit[];
}

export async function insertInspection(tx: Tx, one: Inspection): Promise<void> {
  await sql`
    insert into ledger.inspection (id, began_at, ended_at, leaves, compared, findings)
    values (${one.id}, ${one.beganAt}, ${one.endedAt}, ${one.leaves}, ${one.compared},
            ${JSON.stringify(one.findings)})`.execute(tx);
}

/** The latest run. */
export async function findLatestInspection(tx: Tx): Promise<Inspection | undefined> {
  const { rows } = await sql<Inspection>`
    select id, began_at as "beganAt", ended_at as "endedAt", leaves, compared, findings
      from ledger.inspection order by ended_at desc limit 1`.execute(tx);
  return rows[0];
}
