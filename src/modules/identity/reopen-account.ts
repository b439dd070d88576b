import type { Tx } from '#/platform/db/index.ts';
import { reopenOfficial } from './store/accounts.ts';

/**
 * Opens the closed account of an official again; names of officials are never given to another. Its factors went when
 * it was closed: a second one is set up at the next sign-in. False when there is no such account.
 */
export function reopenAccount(tx: Tx, accountId: string): Promise<boolean> {
  return reopenOfficial(tx, accountId);
}
