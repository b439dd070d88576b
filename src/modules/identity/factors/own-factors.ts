import type { Tx } from '#/platform/db/index.ts';
import { findCodeApp } from '../store/code-apps.ts';
import { listPasskeys, type Passkey } from '../store/passkeys.ts';
import { countRecoveryCodes } from '../store/recovery-codes.ts';

/** With what an account proves who its person is, besides a password. */
export interface OwnFactors {
  /** Since when there is an app for codes; null without. */
  readonly appSince: Date | null;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
  /** Whether signing in asks for a second factor. Recovery codes alone are none. */
  readonly isOn: boolean;
}

/** The factors of an account. */
export async function ownFactors(tx: Tx, accountId: string): Promise<OwnFactors> {
  const [app, passkeys, recoveryCodesLeft] = await Promise.all([
    findCodeApp(tx, accountId),
    listPasskeys(tx, accountId),
    countRecoveryCodes(tx, accountId),
  ]);
  const appSince = app?.since ?? null;
  return { appSince, passkeys, recoveryCodesLeft, isOn: appSince !== null || passkeys.length > 0 };
}
