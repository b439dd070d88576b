import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#/platform/crypto/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { isId } from '#/values/id.ts';
import { ProtocolFault, secretHash } from '../program-http.ts';
import { personCode, preAuthorisedCode } from './offer.ts';
import { holdOffer, insertNonce, updateToken, updateTried, type Offer } from '../store/offers.ts';

const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
/** A million codes, five of them may be tried. */
const mostTries = 5;
const nonceSeconds = 300;

/**
 * The token of a wallet for its offer (OpenID4VCI, 6.1). A wrong code of the person is counted, so the fault is
 * returned: thrown, it would take the count back.
 */
export async function giveToken(
  tx: Tx,
  keys: Keys,
  form: Readonly<Record<string, string>>,
  at: Date,
): Promise<object | ProtocolFault> {
  if (form['grant_type'] !== grant) return new ProtocolFault('unsupported_grant_type');
  const code = form['pre-authorized_code'] ?? '';
  const id = code.split('.', 1)[0]!;
  if (!isId(id) || !isSame(code, preAuthorisedCode(keys, id)))
    return new ProtocolFault('invalid_grant');
  const offer = await holdOffer(tx, { id });
  if (!offer || offer.expiresAt <= at || offer.tokenHash !== null || offer.tries >= mostTries)
    return new ProtocolFault('invalid_grant');
  const typed = form['tx_code'];
  if (typed === undefined) return new ProtocolFault('invalid_request');
  if (!isSame(typed, personCode(keys, id))) {
    await updateTried(tx, id);
    return new ProtocolFault('invalid_grant');
  }
  const token = randomBytes(32).toString('base64url');
  await updateToken(tx, id, secretHash(token));
  const seconds = Math.floor((offer.expiresAt.getTime() - at.getTime()) / 1000);
  return { access_token: token, token_type: 'Bearer', expires_in: seconds };
}

/** The offer that a token is for. @throws ProtocolFault */
export async function offerOfToken(
  tx: Tx,
  authorization: string | undefined,
  at: Date,
): Promise<Offer> {
  const token = /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1];
  const offer = token && (await holdOffer(tx, { tokenHash: secretHash(token) }));
  if (!offer || offer.expiresAt <= at || offer.takenAt !== null)
    throw new ProtocolFault('invalid_token', 401);
  return offer;
}

/** A nonce for one proof (OpenID4VCI, 7). */
export async function giveNonce(tx: Tx, at: Date): Promise<object> {
  const nonce = randomBytes(24).toString('base64url');
  await insertNonce(tx, secretHash(nonce), new Date(at.getTime() + nonceSeconds * 1000));
  return { c_nonce: nonce };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
