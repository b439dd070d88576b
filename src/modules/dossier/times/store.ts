import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Act } from '../store/index.ts';

/** A dossier that is over, with how it passed from state to state. */
export interface ClosedDossier {
  readonly endedAt: Date;
  readonly passages: readonly Pick<Act, 'at' | 'fromState' | 'toState'>[];
}

/**
 * The latest dossiers of a procedure that a unit received and that ended with a result. Each is looked up for itself
 * (`offset 0`): the planner would read all acts that there are when it misjudges how many dossiers it finds.
 */
export async function listClosed(
  tx: Tx,
  { procedureId, unitId }: { readonly procedureId: string; readonly unitId: string },
  limit: number,
): Promise<ClosedDossier[]> {
  const { rows } = await sql<{
    id: string;
    endedAt: Date;
    at: Date;
    fromState: Act['fromState'];
    toState: Act['toState'];
  }>`/* beyond: how long it took, whose ever it was */
    select d.id, d.ended_at as "endedAt", a.at, a.from_state as "fromState", a.to_state as "toState"
      from (select id, ended_at from dossier.dossier
             where procedure_id = ${procedureId} and unit_id = ${unitId} and ended_at is not null
               and state in ('RESOLVED', 'REFUSED_RESULT', 'DELIVERED')
             order by ended_at desc limit ${limit}) d
     cross join lateral (
       select at, from_state, to_state, seq from dossier.act
        where dossier_id = d.id and from_state is distinct from to_state and at <= d.ended_at offset 0) a
     order by d.id, a.seq`.execute(tx);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((passages) => ({
    endedAt: passages[0]!.endedAt,
    passages,
  }));
}
