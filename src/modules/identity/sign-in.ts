import { hashPassword, isPassword, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { noteFailure, refuseGuessing } from './guessing.ts';
import type { AccountKind } from './person.ts';
import { openSession } from './session.ts';
import { findAccount } from './store/accounts.ts';

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Network address of the caller. */
  readonly address: string;
}

/** What a sign-in gives: the token of the new session, and whose it is. */
export interface SignedIn {
  readonly token: string;
  readonly kind: AccountKind;
}

/**
 * Signs in with a password. The answer and its duration do not tell whether the name exists. A wrong try is returned
 * as `wrong` and not as a refusal, since it must be remembered.
 */
export async function signIn(
  tx: Tx,
  keys: Keys,
  at: Date,
  { name, password, address }: Credentials,
): Promise<SignedIn | 'wrong' | Refusal> {
  // Name and address together: a guesser is slowed down, and nobody can lock another person out from afar.
  const subject = keys.sign('sign-in', `${name.toLowerCase()} ${address}`);
  const slow = await refuseGuessing(tx, subject, at);
  if (slow) return slow;
  const account = isAccountName(name) ? await findAccount(tx, name) : undefined;
  const hash = account?.passwordHash ?? (await unknownHash());
  if ((await isPassword(password, hash)) && account?.passwordHash) {
    return { token: await openSession(tx, account.id, at), kind: account.kind };
  }
  await noteFailure(tx, subject, at);
  return 'wrong';
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

/** Signs in to a demo account without a password. */
export async function signInDemo(tx: Tx, at: Date, name: string): Promise<SignedIn | Refusal> {
  const account = await findAccount(tx, name);
  if (!account?.isDemo) return refuse('identity.no-demo');
  return { token: await openSession(tx, account.id, at), kind: account.kind };
}
