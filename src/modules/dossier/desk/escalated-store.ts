import { sql, type RawBuilder } from 'kysely';
import { isLeader, isSuperiorRole } from '../superiors.ts';
import type { Scope } from './scope.ts';

/**
 * Ids of dossiers with a waiting step of which superiors were told: leaders see all of their authority, the head of a
 * unit those of the unit.
 */
export function escalated({ posts }: Scope): RawBuilder<unknown> {
  const isLed = posts.some(({ role }) => isLeader(role));
  const headed = posts.filter(({ role }) => isSuperiorRole(role)).map(({ unitId }) => unitId);
  return sql`select e.dossier_id
    from dossier.escalation e join process.token t on t.instance_id = e.instance_id and t.id = e.token
   where e.tells <> 'holder' and (${isLed} or e.unit_id = any(${headed}::uuid[]))`;
}
