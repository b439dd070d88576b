import { randomBytes } from 'node:crypto';
import { seal, unseal, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { findCodeApp, insertCodeApp, updateLastStep } from '../store/code-apps.ts';
import { insertChange } from '../store/factor-changes.ts';
import { base32 } from './base32.ts';
import { stepOfCode } from './totp.ts';

/** How long a secret that was shown waits for its first code. */
const offerMinutes = 30;

/** Bits of a secret as long as the hash (RFC 4226, 4: at least 128, better 160). */
const secretBytes = 20;

/** A secret that is shown to be put into an app. Nothing is kept of it: it travels sealed in the form. */
export interface OfferedSecret {
  /** For the eye and the app: base 32. */
  readonly secret: string;
  readonly sealed: string;
}

/** A new secret for an account's app. */
export function offerSecret(keys: Keys, accountId: string, at: Date): OfferedSecret {
  const secret = randomBytes(secretBytes);
  const endsAt = at.getTime() + offerMinutes * 60_000;
  const offer = JSON.stringify({ secret: secret.toString('base64url'), endsAt });
  const sealed = seal(keys.derive('code-app-offer'), offer, accountId).toString('base64url');
  return { secret: base32(secret), sealed };
}

/** The secret that was offered, to be shown again; undefined when it is not ours, another's, or too old. */
export function readOffer(
  keys: Keys,
  accountId: string,
  sealed: string,
  at: Date,
): (OfferedSecret & { readonly bytes: Buffer }) | undefined {
  const offer = unseal(keys.derive('code-app-offer'), Buffer.from(sealed, 'base64url'), accountId);
  if (offer === undefined) return undefined;
  const { secret, endsAt } = JSON.parse(offer) as { secret: string; endsAt: number };
  if (endsAt <= at.getTime()) return undefined;
  const bytes = Buffer.from(secret, 'base64url');
  return { secret: base32(bytes), sealed, bytes };
}

/** Keeps the offered secret once its first code is right; so the app surely has it. */
export async function addCodeApp(
  tx: Tx,
  keys: Keys,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
  { sealed, code }: { readonly sealed: string; readonly code: string },
): Promise<'added' | 'wrong' | 'too-old'> {
  const offer = readOffer(keys, accountId, sealed, at);
  if (!offer) return 'too-old';
  const step = stepOfCode(offer.bytes, plainCode(code), at, 0);
  if (step === undefined) return 'wrong';
  const secret = seal(keys.derive('code-app'), offer.bytes.toString('base64url'), accountId);
  await insertCodeApp(tx, { accountId, secret, step, at });
  await insertChange(tx, { accountId, change: 'app-added', by: accountId, at });
  return 'added';
}

/** Whether this is a code of the account's app that was not accepted before; from now on it was. */
export async function takeAppCode(
  tx: Tx,
  keys: Keys,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
  code: string,
): Promise<boolean> {
  const app = await findCodeApp(tx, accountId);
  if (!app) return false;
  const secret = unseal(keys.derive('code-app'), app.secret, accountId);
  if (secret === undefined) throw new Error(`the sealed secret of account ${accountId} is broken`);
  const step = stepOfCode(Buffer.from(secret, 'base64url'), plainCode(code), at, app.lastStep);
  return step !== undefined && updateLastStep(tx, accountId, step);
}

/** A typed code without the blanks that apps show in it. */
export function plainCode(typed: string): string {
  return typed.slice(0, 40).replace(/[\s-]/g, '');
}
