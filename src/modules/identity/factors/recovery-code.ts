import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { newPasswordCode, plainPasswordCode } from '../password-code.ts';
import { insertChange } from '../store/factor-changes.ts';
import { replaceRecoveryCodes, updateCodeUsed } from '../store/recovery-codes.ts';

/** How many codes are handed out at once. */
const recoveryCodes = 10;

interface Whose {
  readonly accountId: string;
  readonly at: Date;
}

/** New recovery codes, to be shown once; those from before work no more. */
export async function issueRecoveryCodes(
  tx: Tx,
  keys: Keys,
  { accountId, at }: Whose,
): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newPasswordCode);
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => macOf(keys, accountId, code)),
    at,
  );
  await insertChange(tx, { accountId, change: 'codes-issued', by: accountId, at });
  return codes;
}

/** Whether this is one of the account's recovery codes; from now on it is used up. */
export async function takeRecoveryCode(
  tx: Tx,
  keys: Keys,
  { accountId, at }: Whose,
  code: string,
): Promise<boolean> {
  if (!(await updateCodeUsed(tx, accountId, macOf(keys, accountId, code), at))) return false;
  await insertChange(tx, { accountId, change: 'code-used', by: accountId, at });
  return true;
}

/** Codes have 60 random bits: a keyed hash is enough to keep them, a slow one would add nothing. */
function macOf(keys: Keys, accountId: string, code: string): string {
  return keys.sign('recovery-code', `${accountId} ${plainPasswordCode(code)}`);
}
