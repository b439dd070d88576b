import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Act } from '../store/index.ts';

/** A dossier that is over, with how it passed from state to state. */
export interface ClosedDossier {
  readonly endedAt: Date;
  readonly passages: readonly Pick<Act, 'at' | 'fromState' | 'toState'>[];
}

/** The latest dossiers of a procedure that a unit received and that ended with a result. */
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
  }>`
    select d.id, d.ended_at as "endedAt", a.at, a.from_state as "fromState", a.to_state as "toState"
      from (select id, ended_at from dossier.dossier
             where procedure_id = ${procedureId} and unit_id = ${unitId} and ended_at is not null
               and state in ('RESOLVED', 'REFUSED_RESULT', 'DELIVERED')
             order by ended_at desc limit ${limit}) d
      join dossier.act a on a.dossier_id = d.id
     where a.from_state is distinct from a.to_state and a.at <= d.ended_at
     order by d.id, a.seq`.execute(tx);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((passages) => ({
    endedAt: passages[0]!.endedAt,
    passages,
  }));
}
