import { sql } from 'kysely';
import { once, type Tx } from '#/platform/db/index.ts';
import type { Day } from '#/values/day.ts';
import { rulesOf, type Rules, type WrittenRule } from '../rules.ts';

/** Writes a rule, unless one of its kind begins on the same day. False, and nothing written, then. */
export async function insertRule(
  tx: Tx,
  rule: WrittenRule & { readonly id: string; readonly by: string | null; readonly at: Date },
): Promise<boolean> {
  const { id, kind, subject, effectiveFrom, content, source, by, at } = rule;
  const { numAffectedRows } = await sql`
    insert into notify.rule (id, kind, subject, effective_from, content, source, made_by, made_at)
    values (${id}, ${kind}, ${subject}, ${effectiveFrom}, ${JSON.stringify(content)}, ${source}, ${by}, ${at})
    on conflict (kind, subject, effective_from) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The rules in force on a day. */
export function getRules(tx: Tx, on: Day): Promise<Rules> {
  return once(tx, `notify rules ${on}`, async () => rulesOf(await listRules(tx, on)));
}

/** Everything written that has begun by a day, or everything at all. */
async function listRules(tx: Tx, until: Day | null): Promise<WrittenRule[]> {
  const { rows } = await sql<WrittenRule>`
    select kind, subject, effective_from as "effectiveFrom", content, source from notify.rule
     where ${until}::date is null or effective_from <= ${until}
     order by effective_from, made_at`.execute(tx);
  return rows;
}
