import type { Tx } from '#/platform/db/index.ts';
import { deleteCodeApp } from '../store/code-apps.ts';
import { deleteDevicesOf } from '../store/devices.ts';
import { deletePasskeysOf } from '../store/passkeys.ts';
import { deletePendingOf } from '../store/pending-sign-ins.ts';
import { deleteRecoveryCodes } from '../store/recovery-codes.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

/** Throws away everything that an account proves itself with besides its password, and all that it opened. */
export async function deleteFactors(tx: Tx, accountId: string): Promise<void> {
  await deleteCodeApp(tx, accountId);
  await deletePasskeysOf(tx, accountId);
  await deleteRecoveryCodes(tx, accountId);
  await deleteDevicesOf(tx, accountId);
  await deletePendingOf(tx, accountId);
  await deleteSessionsOf(tx, accountId);
}
