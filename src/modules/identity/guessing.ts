import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { networkOf } from '#/platform/network.ts';
import { countFailures, deleteFailures, insertFailure } from './store/failures.ts';

/** What is guessed at: an account's password, a dossier's tracking secret, a registered number, one's own password, a code. */
export type Guessed =
  | 'sign-in'
  | 'second-factor'
  | 'tracking'
  | 'register'
  | 'password-change'
  | 'password-code'
  | 'mandate';

/** A try at something secret. */
export interface Guess {
  readonly at: Guessed;
  /** The account name or code that is tried; kept as a keyed hash alone. */
  readonly target: string;
  /** Network address of the caller. */
  readonly address: string;
}

interface Limit {
  readonly most: number;
  readonly minutes: number;
}

/** Failures of one target from one network: what a person who mistypes needs, and little more. */
const pair: Limit = { most: 8, minutes: 15 };

/** The same while the target is under attack from many places. */
const pairUnderAttack: Limit = { most: 2, minutes: 60 };

/**
 * Failures of one target from everywhere. Beyond it nobody is refused: only the limit of each network gets tighter, so
 * nobody can lock somebody else out.
 */
const target: Limit = { most: 30, minutes: 60 };

/** Failures of one network at anything: high, since thousands of telephones share an address of their carrier. */
const network: Limit = { most: 200, minutes: 15 };

/**
 * Wrong codes of an account's app in browsers with which it was never signed in. Three of a million codes are right at
 * any time, so who has the password and many networks would find one in the end: fifty tries a day leave them 0.015 %.
 * The owner still gets in with a browser they used before, a passkey or a recovery code (OWASP, device cookies).
 */
const strangers: Limit = { most: 50, minutes: 1440 };

const longestMinutes = strangers.minutes;

/** A refusal when this try must wait. */
export async function refuseGuessing(
  tx: Tx,
  keys: Keys,
  guess: Guess,
  at: Date,
): Promise<Refusal | undefined> {
  const subjects = subjectsOf(keys, guess);
  const failed = ({ minutes }: Limit, subject: string) =>
    countFailures(tx, subject, minutesBefore(at, minutes));
  if ((await failed(network, subjects.network)) >= network.most) return wait(network);
  const isUnderAttack = (await failed(target, subjects.target)) >= target.most;
  const limit = isUnderAttack ? pairUnderAttack : pair;
  return (await failed(limit, subjects.pair)) >= limit.most ? wait(limit) : undefined;
}

/** Notes that a try failed. Return another outcome than a refusal with it, or it is rolled back. */
export async function noteFailure(tx: Tx, keys: Keys, guess: Guess, at: Date): Promise<void> {
  for (const subject of Object.values(subjectsOf(keys, guess)))
    await insertFailure(tx, subject, at);
}

/** A refusal when unknown browsers have tried too many codes of this account's app today. */
export async function refuseStranger(
  tx: Tx,
  keys: Keys,
  accountId: string,
  at: Date,
): Promise<Refusal | undefined> {
  const since = minutesBefore(at, strangers.minutes);
  const failed = await countFailures(tx, strangerOf(keys, accountId), since);
  return failed >= strangers.most ? refuse('identity.unknown-browser') : undefined;
}

/** Notes that an unknown browser tried a wrong code. */
export async function noteStranger(tx: Tx, keys: Keys, accountId: string, at: Date): Promise<void> {
  await insertFailure(tx, strangerOf(keys, accountId), at);
}

/** Throws away failures that no longer count. */
export async function forgetFailures(tx: Tx, at: Date): Promise<void> {
  await deleteFailures(tx, minutesBefore(at, longestMinutes));
}

function subjectsOf(keys: Keys, guess: Guess) {
  const subject = (...parts: string[]) =>
    keys.sign('guessing', JSON.stringify([guess.at, ...parts]));
  const from = networkOf(guess.address);
  const what = guess.target.toLowerCase();
  return {
    network: subject('network', from),
    target: subject('target', what),
    pair: subject('pair', what, from),
  };
}

function strangerOf(keys: Keys, accountId: string): string {
  return keys.sign('guessing', JSON.stringify(['second-factor', 'stranger', accountId]));
}

function wait({ minutes }: Limit): Refusal {
  return refuse('identity.too-many-tries', { minutes: String(minutes) });
}

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000);
}
