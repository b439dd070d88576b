import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { countFailures, deleteFailures, insertFailure } from './store/failures.ts';

/** After this many failures in a quarter of an hour there is no further try for the same subject. */
const maxFailures = 8;
const windowMinutes = 15;

/** A refusal when too many tries failed for this subject (a keyed hash, never the name itself). */
export async function refuseGuessing(
  tx: Tx,
  subject: string,
  at: Date,
): Promise<Refusal | undefined> {
  const failures = await countFailures(tx, subject, windowBefore(at));
  return failures >= maxFailures ? refuse('identity.too-many-tries') : undefined;
}

/** Notes that a try failed. Return another outcome than a refusal with it, or it is rolled back. */
export async function noteFailure(tx: Tx, subject: string, at: Date): Promise<void> {
  await insertFailure(tx, subject, at);
}

/** Throws away failures that no longer count. */
export async function forgetFailures(tx: Tx, at: Date): Promise<void> {
  await deleteFailures(tx, windowBefore(at));
}

function windowBefore(at: Date): Date {
  return new Date(at.getTime() - windowMinutes * 60_000);
}
