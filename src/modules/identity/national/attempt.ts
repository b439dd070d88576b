import { createHash, randomBytes } from 'node:crypto';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { insertSpent } from '../store/challenges.ts';
import type { Secrets } from './provider.ts';

/** How long codes are remembered as used: far longer than any provider takes them. */
const codeMinutes = 15;

/** A sign-in that is under way at a provider. */
export interface Attempt {
  readonly secrets: Secrets;
  readonly goTo: string | undefined;
  readonly endsAt: Date;
}

/**
 * Begins a sign-in. All of it lies in the browser's cookie, under our signature: beginning writes nothing. The state is
 * derived from the whole cookie, so that the answer counts in this browser alone.
 */
export function beginAttempt(
  keys: Keys,
  { goTo = '', endsAt }: { readonly goTo?: string | undefined; readonly endsAt: Date },
): { readonly cookie: string; readonly secrets: Secrets } {
  const held = [
    randomBytes(32).toString('base64url'),
    String(endsAt.getTime()),
    Buffer.from(goTo).toString('base64url'),
  ].join('.');
  const cookie = `${held}.${keys.sign('national-attempt', held)}`;
  return { cookie, secrets: secretsOf(keys, cookie) };
}

/** What a browser holds of its sign-in, if it is ours and not too old. */
export function readAttempt(keys: Keys, cookie: string | undefined, at: Date): Attempt | undefined {
  const [random = '', endsAt = '', goTo = '', signature = ''] = (cookie ?? '').split('.');
  const held = `${random}.${endsAt}.${goTo}`;
  if (cookie !== `${held}.${signature}` || !keys.verify('national-attempt', held, signature))
    return undefined;
  if (Number(endsAt) <= at.getTime()) return undefined;
  return {
    secrets: secretsOf(keys, cookie),
    goTo: goTo === '' ? undefined : Buffer.from(goTo, 'base64url').toString(),
    endsAt: new Date(Number(endsAt)),
  };
}

/** Uses up a state and the code that came with it. False when either was used before, in this browser or another. */
export async function spendAttempt(
  tx: Tx,
  { secrets, endsAt }: Attempt,
  code: string,
  at: Date,
): Promise<boolean> {
  const codeEndsAt = new Date(at.getTime() + codeMinutes * 60_000);
  const isFirst = await insertSpent(tx, hashOf('state', secrets.state), endsAt);
  return (await insertSpent(tx, hashOf('code', code), codeEndsAt)) && isFirst;
}

function secretsOf(keys: Keys, cookie: string): Secrets {
  return {
    state: keys.sign('national-state', cookie),
    nonce: keys.sign('national-nonce', cookie),
    verifier: keys.sign('national-verifier', cookie),
  };
}

function hashOf(kind: string, value: string): Buffer {
  return createHash('sha256').update(`national ${kind} ${value}`).digest();
}
