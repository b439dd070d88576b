import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Dossier, State, Verb } from '../dossier.ts';
import { sealedAct } from './sealed.ts';

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

type Owned = Pick<Dossier, 'id' | 'ownerPersonId'>;

/** Appends an act and gives it with its number; the caller holds the dossier's lock, so numbers have no gaps. */
export async function insertAct(tx: Tx, dossier: Owned, act: Omit<Act, 'seq'>): Promise<Act> {
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) + 1 as seq from dossier.act where dossier_id = ${dossier.id}`.execute(
    tx,
  );
  return write(tx, dossier, { seq: rows[0]!.seq, ...act });
}

/** Writes the act with which a dossier begins. */
export function insertFirstAct(tx: Tx, dossier: Owned, act: Omit<Act, 'seq'>): Promise<Act> {
  return write(tx, dossier, { seq: 1, ...act });
}

async function write(tx: Tx, { id, ownerPersonId }: Owned, act: Act): Promise<Act> {
  const { seq, actorName, words, facts } = act;
  const row = `${id}/${seq}`;
  const sealed = await sealedAct.seal(tx, ownerPersonId, row, { actorName, words, facts });
  await sql`/* unanswered */
    insert into dossier.act
      (dossier_id, seq, verb, at, account_id, unit_id, role, from_state, to_state, sealed)
    values (${id}, ${seq}, ${act.verb}, ${act.at}, ${act.accountId}, ${act.unitId}, ${act.role},
            ${act.fromState}, ${act.toState}, ${sealed})`.execute(tx);
  return act;
}

/** Everything that was done, in order. */
export async function listActs(tx: Tx, dossierId: string): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select a.seq, a.verb, a.at, a.account_id as "accountId", a.unit_id as "unitId", a.role,
           a.from_state as "fromState", a.to_state as "toState", ${sealedAct.read('a')}
      from dossier.act a where a.dossier_id = ${dossierId} order by a.seq`.execute(tx);
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
    select a.verb, a.at, ${sealedAct.pick('a', { actorName: 'actorName' })} from dossier.act a
     where a.dossier_id = ${dossierId} order by a.seq desc limit 1`.execute(tx);
  if (!rows[0]) throw new Error(`dossier ${dossierId} has no history`);
  return rows[0];
}
