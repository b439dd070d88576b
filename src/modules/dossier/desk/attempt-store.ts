import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import { isRefusal, type Refusal } from '#/platform/refusal.ts';

/**
 * Runs an act so that a refusal takes back what the act did and nothing else: the transaction around it goes on. So a
 * page can show the dossier as it stands together with why the act was refused, and a batch can do what can be done.
 * What throws still ends the whole transaction.
 */
export async function attempt<T>(tx: Tx, act: () => Promise<T | Refusal>): Promise<T | Refusal> {
  await sql`savepoint act`.execute(tx);
  const outcome = await act();
  await (isRefusal(outcome) ? sql`rollback to savepoint act` : sql`release savepoint act`).execute(
    tx,
  );
  return outcome;
}
