import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { State, Verb } from '../dossier.ts';

/** One thing that was done to a dossier. */
export interface Act {
  readonly seq: number;
  readonly verb: Verb;
  readonly at: Date;
  readonly accountId: string;
  readonly actorName: string;
  readonly unitId: string | null;
  readonly role: string | null;
  readonly fromState: State | null;
  readonly toState: State;
  readonly words: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Appends an act and gives it with its number; the caller holds the dossier's lock, so numbers have no gaps. */
export async function insertAct(tx: Tx, dossierId: string, act: Omit<Act, 'seq'>): Promise<Act> {
  const { rows } = await sql<{ seq: number }>`
    insert into dossier.act
      (dossier_id, seq, verb, at, account_id, actor_name, unit_id, role, from_state, to_state, words, facts)
    select ${dossierId}::uuid, coalesce(max(seq), 0) + 1, ${act.verb}, ${act.at}, ${act.accountId}::uuid, ${act.actorName},
           ${act.unitId}::uuid, ${act.role}, ${act.fromState}, ${act.toState}, ${act.words}, ${JSON.stringify(act.facts)}::jsonb
      from dossier.act where dossier_id = ${dossierId} returning seq`.execute(tx);
  return { seq: rows[0]!.seq, ...act };
}

/** Writes the act with which a dossier begins. */
export async function insertFirstAct(
  tx: Tx,
  dossierId: string,
  act: Omit<Act, 'seq'>,
): Promise<Act> {
  await sql`/* unanswered */
    insert into dossier.act
      (dossier_id, seq, verb, at, account_id, actor_name, unit_id, role, from_state, to_state, words, facts)
    values (${dossierId}, 1, ${act.verb}, ${act.at}, ${act.accountId}, ${act.actorName}, ${act.unitId}, ${act.role},
            ${act.fromState}, ${act.toState}, ${act.words}, ${JSON.stringify(act.facts)})`.execute(
    tx,
  );
  return { seq: 1, ...act };
}

/** Everything that was done, in order. */
export async function listActs(tx: Tx, dossierId: string): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select seq, verb, at, account_id as "accountId", actor_name as "actorName", unit_id as "unitId", role,
           from_state as "fromState", to_state as "toState", words, facts
      from dossier.act where dossier_id = ${dossierId} order by seq`.execute(tx);
  return rows;
}

/** One of the things that were done. @throws Error when there is none of this number. */
export async function getAct(tx: Tx, dossierId: string, seq: number): Promise<Act> {
  const act = (await listActs(tx, dossierId)).find((one) => one.seq === seq);
  if (!act) throw new Error(`dossier ${dossierId} has no act ${seq}`);
  return act;
}

/** What was done last. @throws Error when nothing ever was. */
export async function getLastAct(
  tx: Tx,
  dossierId: string,
): Promise<Pick<Act, 'verb' | 'actorName' | 'at'>> {
  const { rows } = await sql<Pick<Act, 'verb' | 'actorName' | 'at'>>`
    select verb, actor_name as "actorName", at from dossier.act
     where dossier_id = ${dossierId} order by seq desc limit 1`.execute(tx);
  if (!rows[0]) throw new Error(`dossier ${dossierId} has no history`);
  return rows[0];
}
