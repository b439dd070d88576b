import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Why data about a person must be kept, with how many things of that kind there are. */
export interface Hold {
  readonly kind: 'open-dossier' | 'open-account' | 'register' | 'receipt';
  readonly count: number;
}

/**
 * What keeps the data of a person from being destroyed: dossiers that are not over, an open account, valid entries of
 * registers, receipts of the last ten years (Decree 174/2016/NĐ-CP, article 13).
 */
export async function listHolds(tx: Tx, personId: string, at: Date): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    select kind, count(*) as count from (
      select 'open-dossier' as kind from dossier.dossier
       where (owner_person_id = ${personId} or submitter_person_id = ${personId}) and ended_at is null
      union all
      select 'open-account' from identity.account where person_id = ${personId} and closed_at is null
      union all
      select 'register' from registry.entry e join dossier.dossier d on d.id = e.subject
       where d.owner_person_id = ${personId} and e.voided_at is null
      union all
      select 'receipt' from payment.receipt r
        join payment.payment p on p.id = r.payment_id join payment.demand d on d.id = p.demand_id
       where d.payer_person_id = ${personId} and r.issued_at > ${at}::timestamptz - interval '10 years') held
     group by kind order by kind`.execute(tx);
  return rows;
}

/** All under whose keys data of a person is sealed: the person, their accounts, their drafts and dossiers. */
export async function listKeySubjects(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select ${personId}::uuid as id
    union select id from identity.account where person_id = ${personId}
    union select id from dossier.dossier where owner_person_id = ${personId}
    union select t.id from dossier.draft t
     where coalesce(t.person_id, (select person_id from identity.account where id = t.account_id)) = ${personId}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Forgets by what a person is looked up and searched. */
export async function forgetLookUps(tx: Tx, personId: string): Promise<void> {
  await sql`update dossier.dossier set tokens = '' where owner_person_id = ${personId}`.execute(tx);
}

/** Whose dossiers and drafts these are; ids of anything else are left out. */
export async function ownersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string;
    owner: string;
  }>`/* beyond: whose data was read does not depend on who read it */
    select id, owner_person_id as owner from dossier.dossier where id = any(${[...ids]}::uuid[])
    union all
    select t.id, coalesce(t.person_id, (select person_id from identity.account where id = t.account_id))
      from dossier.draft t where t.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, owner }) => [id, owner]));
}
