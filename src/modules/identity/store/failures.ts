import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** Notes a failed try. */
export async function insertFailure(tx: Tx, subject: string, at: Date): Promise<void> {
  await sql`insert into identity.sign_in_failure (subject, at) values (${subject}, ${at})`.execute(
    tx,
  );
}

/** How often a subject failed since an instant. */
export async function countFailures(tx: Tx, subject: string, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from identity.sign_in_failure where subject = ${subject} and at > ${since}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Throws away failures from before an instant. */
export async function deleteFailures(tx: Tx, before: Date): Promise<void> {
  await sql`delete from identity.sign_in_failure where at < ${before}`.execute(tx);
}
