import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';

/** How an office signs from a day on. */
export interface Practice {
  readonly unitId: string;
  readonly from: Day;
  readonly level: 'none' | 'B-T' | 'B-LT' | 'B-LTA';
  /** Diameter of its seal in millimetres. */
  readonly sealMm: number;
  readonly source: string;
}

const columns = sql`unit_id as "unitId", valid_from as "from", level, seal_mm as "sealMm", source`;

/** How an office signs on a day; undefined when it does not. */
export async function findPractice(tx: Tx, unitId: string, on: Day): Promise<Practice | undefined> {
  const { rows } = await sql<Practice>`
    select ${columns} from signing.practice where unit_id = ${unitId} and valid_from <= ${on}
     order by valid_from desc limit 1`.execute(tx);
  return rows[0]?.level === 'none' ? undefined : rows[0];
}

/** All practices, past and to come. */
export async function listPractices(tx: Tx): Promise<Practice[]> {
  const { rows } = await sql<Practice>`
    select ${columns} from signing.practice order by valid_from desc, unit_id`.execute(tx);
  return rows;
}

/** Lays down how an office signs from a day on; on the same day the last word counts. */
export async function upsertPractice(
  tx: Tx,
  one: Practice & { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into signing.practice (unit_id, valid_from, level, seal_mm, source, set_by, set_at)
    values (${one.unitId}, ${one.from}, ${one.level}, ${one.sealMm}, ${one.source}, ${one.by}, ${one.at})
    on conflict (unit_id, valid_from) do update
      set level = excluded.level, seal_mm = excluded.seal_mm, source = excluded.source, set_by = excluded.set_by,
          set_at = excluded.set_at`.execute(tx);
}

/** How many days before a certificate runs out people are told, falling. */
export async function findWarningDays(tx: Tx, on: Day): Promise<readonly number[]> {
  const { rows } = await sql<{ days: number[] }>`
    select days from signing.warning where valid_from <= ${on} order by valid_from desc limit 1`.execute(
    tx,
  );
  return rows[0]?.days ?? [];
}
