import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { kindCodes } from './codes.ts';

/** A token by its names. */
export interface TokenName {
  readonly instanceId: string;
  readonly token: number;
}

/** A timer and what its instance is about. */
export interface DueTimer extends TokenName {
  readonly subject: string;
}

/**
 * Timers that are due, by instance, earliest instances first. Read without a lock: whoever fires one takes the
 * instance and looks again, because the other order of locks would meet a person's step head on.
 */
export async function listDueTimers(tx: Tx, at: Date, limit: number): Promise<readonly DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    select instance_id as "instanceId", id as token, subject from (
      select instance_id, id, subject from process.token
      where kind = ${sql.lit(kindCodes.timer)} and not suspended and due_at <= ${at}
      order by due_at limit ${limit}
    ) due order by instance_id, id`.execute(tx);
  return rows;
}

/** Puts off a timer or job that could not go on, and keeps why. The instance must be held. */
export async function postpone(
  tx: Tx,
  { instanceId, token }: TokenName,
  until: Date,
  fault: string | null,
): Promise<void> {
  await sql`
    update process.token set due_at = ${until}, fault = ${fault}
    where instance_id = ${instanceId} and id = ${token}`.execute(tx);
}

/** Runs work that may fail without taking the transaction down: what it wrote is undone, the error is given back. */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T | Error> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const outcome = await work();
    await sql`release savepoint attempt`.execute(tx);
    return outcome;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx);
    return error instanceof Error ? error : new Error(String(error));
  }
}
