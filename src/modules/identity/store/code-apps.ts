import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** An app for one-time codes, its secret sealed. */
export interface CodeApp {
  readonly secret: Buffer;
  readonly lastStep: number;
  readonly since: Date;
}

/** The app of an account, if it has one. */
export async function findCodeApp(tx: Tx, accountId: string): Promise<CodeApp | undefined> {
  const { rows } = await sql<CodeApp>`
    select secret, last_step as "lastStep", since from identity.code_app
     where account_id = ${accountId}`.execute(tx);
  return rows[0];
}

/** Keeps an app; one that was there before goes. */
export async function insertCodeApp(
  tx: Tx,
  app: { readonly accountId: string; readonly secret: Buffer; readonly step: number; at: Date },
): Promise<void> {
  await sql`insert into identity.code_app (account_id, secret, last_step, since)
    values (${app.accountId}, ${app.secret}, ${app.step}, ${app.at})
    on conflict (account_id) do update
       set secret = excluded.secret, last_step = excluded.last_step, since = excluded.since`.execute(
    tx,
  );
}

/** Notes that the code of a step was accepted. False when it, or a later one, was before: of two at once, one wins. */
export async function updateLastStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity.code_app set last_step = ${step}
     where account_id = ${accountId} and last_step < ${step}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Takes the app away. False when there was none. */
export async function deleteCodeApp(tx: Tx, accountId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from identity.code_app where account_id = ${accountId}`.execute(tx);
  return numAffectedRows === 1n;
}
