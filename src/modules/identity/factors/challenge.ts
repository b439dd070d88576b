import { createHash, randomBytes } from 'node:crypto';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { insertSpent } from '../store/challenges.ts';

/** What a passkey is asked for. */
export type Ceremony = 'register' | 'sign-in' | 'second-step' | 'confirm';

/** How long a challenge can be answered. */
const challengeMinutes = 10;

/** For what, and for whom: an account, or the browser where nobody is known yet. */
export interface Asked {
  readonly ceremony: Ceremony;
  readonly whom: string;
  readonly at: Date;
}

/**
 * A challenge of 144 random bits (WebAuthn Level 3, 13.4.3: at least 128) that carries its end under our signature: to
 * show a page writes nothing. It is bound to ceremony and person, and answered once.
 */
export function newChallenge(keys: Keys, { ceremony, whom, at }: Asked): string {
  const random = randomBytes(18).toString('base64url');
  const endsAt = String(at.getTime() + challengeMinutes * 60_000);
  return `${random}.${endsAt}.${keys.sign('challenge', message(ceremony, whom, random, endsAt))}`;
}

/** Spends a challenge. False when it is not ours, was made for something else, is too old or was answered before. */
export async function takeChallenge(
  tx: Tx,
  keys: Keys,
  challenge: string,
  { ceremony, whom, at }: Asked,
): Promise<boolean> {
  const [random = '', endsAt = '', signature = ''] = challenge.split('.');
  if (!keys.verify('challenge', message(ceremony, whom, random, endsAt), signature)) return false;
  if (Number(endsAt) <= at.getTime()) return false;
  const hash = createHash('sha256').update(challenge).digest();
  return insertSpent(tx, hash, new Date(Number(endsAt)));
}

function message(...parts: string[]): string {
  return JSON.stringify(parts);
}
