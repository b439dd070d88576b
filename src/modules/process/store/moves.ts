import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A token at its place in another version. */
export interface MovedToken {
  readonly id: number;
  readonly node: number;
  readonly role: string | null;
  readonly unitId: string | null;
}

/** Puts an instance with all its tokens onto another version. The instance must be held. */
export async function updateVersion(
  tx: Tx,
  instanceId: string,
  to: {
    readonly definitionId: string;
    readonly placementId: string;
    readonly units: Readonly<Record<string, string>>;
  },
  tokens: readonly MovedToken[],
): Promise<void> {
  const rows = tokens.map(({ id, node, role, unitId }) => ({ id, node, role, unit_id: unitId }));
  await sql`
    with placed as (
      insert into process.placement (id, units)
      values (${to.placementId}, ${JSON.stringify(to.units)}::jsonb) on conflict do nothing
    ), turned as (
      update process.instance set definition_id = ${to.definitionId}, placement_id = ${to.placementId}
      where id = ${instanceId}
    )
    update process.token t set node = moved.node, role = moved.role, unit_id = moved.unit_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as moved (id int, node smallint, role text, unit_id uuid)
    where t.instance_id = ${instanceId} and t.id = moved.id`.execute(tx);
}
