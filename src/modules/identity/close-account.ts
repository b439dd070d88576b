import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { deleteFactors } from './factors/delete-factors.ts';
import { closeAccountOf, findAccount } from './store/accounts.ts';

/** Closes an account by its name: its sessions end, its factors go, and nobody can sign in with it again. What it did stays. */
export async function closeAccount(
  tx: Tx,
  name: string,
  at: Date,
): Promise<{ readonly personId: string } | Refusal> {
  const account = await findAccount(tx, name);
  if (!account || account.kind === 'system') return refuse('identity.no-account', { name });
  await closeAccountOf(tx, account.id, at);
  await deleteFactors(tx, account.id);
  return { personId: account.personId };
}
