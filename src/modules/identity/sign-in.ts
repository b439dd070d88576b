import { hashPassword, isPassword, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { noteFailure, refuseGuessing } from './guessing.ts';
import { enterOrWait, type Coming, type Entered, type Entrance, type Halfway } from './enter.ts';
import type { AccountKind } from './person.ts';
import { openSession } from './session.ts';
import { findAccount } from './store/accounts.ts';
import { listBlocked } from './store/blocked-ways.ts';
import { insertSignIn } from './store/sign-ins.ts';

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Network address of the caller. */
  readonly address: string;
}

/** The hash that a password must fit; null for a name without. */
export type WantedHash = { readonly wanted: string | null };

/**
 * Signing in takes three steps, since the second is long and must hold no transaction: `beginSignIn` finds the hash,
 * `isRightPassword` compares, `finishSignIn` opens the session. The answer and its duration do not tell whether the
 * name exists.
 */
export async function beginSignIn(
  tx: Tx,
  keys: Keys,
  at: Date,
  { name, address }: Credentials,
): Promise<WantedHash | Refusal> {
  const slow = await refuseGuessing(tx, keys, { at: 'sign-in', target: name, address }, at);
  if (slow) return slow;
  return { wanted: await wantedHash(tx, name) };
}

/** Whether the password fits. For a name without a hash it takes as long, and is never right. */
export async function isRightPassword({ wanted }: WantedHash, password: string): Promise<boolean> {
  const isRight = await isPassword(password, wanted ?? (await unknownHash()));
  return isRight && wanted !== null;
}

/**
 * Opens the session, or waits for the second factor. A wrong try is returned as `wrong` and not as a refusal, since it
 * must be remembered; so is one whose account was closed or got another password meanwhile.
 */
export async function finishSignIn(
  tx: Tx,
  entrance: Entrance,
  coming: Coming,
  { name, address }: Credentials,
  { wanted, isRight }: WantedHash & { readonly isRight: boolean },
): Promise<Entered | Halfway | Refusal | 'wrong'> {
  const account = isRight ? await findAccount(tx, name) : undefined;
  if (account !== undefined && account.passwordHash === wanted) {
    // Told only to who knows the password: to others the account looks like any.
    if ((await listBlocked(tx, account.id)).has('password')) return refuse('identity.way-blocked');
    return enterOrWait(tx, entrance, account, coming);
  }
  await noteFailure(tx, entrance.keys, { at: 'sign-in', target: name, address }, coming.at);
  return 'wrong';
}

async function wantedHash(tx: Tx, name: string): Promise<string | null> {
  const account = isAccountName(name) ? await findAccount(tx, name) : undefined;
  return account?.passwordHash ?? null;
}

/** What could be a name at all: the database takes no control characters. */
function isAccountName(name: string): boolean {
  return /^[\p{L}\p{N}._@-]{1,100}$/u.test(name);
}

let decoy: Promise<string> | undefined;

/** A hash that costs as much to check as a real one, for names that do not exist. */
function unknownHash(): Promise<string> {
  decoy ??= hashPassword('không ai có mật khẩu này');
  return decoy;
}

/** Signs in to a demo account without a password and without a second factor, as the demo's buttons promise. */
export async function signInDemo(
  tx: Tx,
  at: Date,
  name: string,
): Promise<{ readonly token: string; readonly kind: AccountKind } | Refusal> {
  const account = await findAccount(tx, name);
  if (!account?.isDemo) return refuse('identity.no-demo');
  const token = await openSession(tx, account.id, at, 'demo');
  await insertSignIn(tx, account.id, { by: 'demo', assurance: null, isNewDevice: false, at });
  return { token, kind: account.kind };
}
