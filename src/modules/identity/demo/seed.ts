import type { Tx } from '#/platform/db/index.ts';
import { createAccount } from '../create-account.ts';
import { findAccount, setDemoAccountsOpen } from '../store/accounts.ts';
import { demoAccounts } from './accounts.ts';

/** Opens the demo accounts. May run at every start. */
export async function openDemoAccounts(tx: Tx, at: Date): Promise<void> {
  await setDemoAccountsOpen(tx, true, at);
  for (const { name, kind, person } of demoAccounts) {
    if (!(await findAccount(tx, name)))
      await createAccount(tx, { name, kind, person, isDemo: true, at });
  }
}

/** Closes the demo accounts that an earlier run in demo mode left behind: outside it they do not exist. */
export async function closeDemoAccounts(tx: Tx, at: Date): Promise<void> {
  await setDemoAccountsOpen(tx, false, at);
}
