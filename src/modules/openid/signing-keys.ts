import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { seal, unseal, type Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { systemAccountId } from '#/platform/http/index.ts';
import {
  insertSigningKey,
  listSigningKeys,
  lockSigningKeys,
  type SigningKey,
} from './store/signing-keys.ts';

/** A new key is seen by all clients before it signs: they may keep the old list for so long. */
const leadHours = 24;
/** Tokens of the old key live on for minutes; its signature is asked for again when somebody signs out. */
const overlapDays = 30;
/** Age at which a key is followed by another. */
const keyDays = 90;

const hour = 3_600_000;
const purpose = 'openid signing keys';

/** Why a key is made: the first one, in time, or because the one before it may be known to others. */
export type Occasion = 'first' | 'turn' | 'leak';

/**
 * Makes the next signing key (ES256). In time, it signs after a day and the old one is shown for a month more; after a
 * leak it signs at once, and the old one is worth nothing from now on.
 */
export async function makeSigningKey(
  tx: Tx,
  keys: Keys,
  occasion: Occasion,
  by: string,
  at: Date,
): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { calculateJwkThumbprint } = await import('jose');
  const bare = publicKey.export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(bare);
  const isAtOnce = occasion !== 'turn';
  const signsFrom = isAtOnce ? at : new Date(at.getTime() + leadHours * hour);
  const othersEndAt =
    occasion === 'leak' ? at : new Date(signsFrom.getTime() + overlapDays * 24 * hour);
  const plain = JSON.stringify(privateKey.export({ format: 'jwk' }));
  await insertSigningKey(
    tx,
    {
      kid,
      publicJwk: { ...bare, kid, alg: 'ES256', use: 'sig' },
      sealed: seal(keys.derive(purpose), plain, kid),
      publishedAt: at,
      signsFrom,
    },
    by,
    othersEndAt,
  );
}

/** The keys that are shown now; the first is made when there is none. */
export async function signingKeys(tx: Tx, keys: Keys, at: Date): Promise<SigningKey[]> {
  const known = await listSigningKeys(tx, at);
  if (known.some(({ signsFrom }) => signsFrom <= at)) return known;
  await lockSigningKeys(tx);
  const again = await listSigningKeys(tx, at);
  if (again.some(({ signsFrom }) => signsFrom <= at)) return again;
  await makeSigningKey(tx, keys, 'first', systemAccountId, at);
  return listSigningKeys(tx, at);
}

/** The next key is made when the last one has grown old. */
export async function turnKeys(tx: Tx, keys: Keys, at: Date): Promise<void> {
  await lockSigningKeys(tx);
  const [last] = await listSigningKeys(tx, at);
  const oldest = new Date(at.getTime() - keyDays * 24 * hour);
  if (last && last.signsFrom < oldest) await makeSigningKey(tx, keys, 'turn', systemAccountId, at);
}

/** All keys with their private parts, the one that signs now first: what the provider is built on. */
export function privateJwks(known: readonly SigningKey[], keys: Keys, at: Date): JWK[] {
  const [ready, waiting] = [
    known.filter(({ signsFrom }) => signsFrom <= at),
    known.filter(({ signsFrom }) => signsFrom > at),
  ];
  return [...ready, ...waiting].map(({ kid, publicJwk, sealed }) => {
    const plain = unseal(keys.derive(purpose), sealed, kid);
    if (plain === undefined)
      throw new Error(`signing key ${kid} does not open: another installation sealed it`);
    return { ...(JSON.parse(plain) as JWK), ...publicJwk };
  });
}
