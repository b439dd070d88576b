import { createHash } from 'node:crypto';
import type { JWK, JWTPayload } from 'jose';
import type { TokenFault } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { levels } from './provider/vouch.ts';
import { listSigningKeys } from './store/signing-keys.ts';
import { wordsIn } from './words-in.ts';
import { spendId } from './store/tokens.ts';

/** An access token of ours that is good, and whose key the sender has. */
export interface GoodToken {
  readonly clientId: string;
  /** The name under which the client knows who acts; the client's own id when it acts by itself. */
  readonly subject: string;
  readonly scopes: readonly string[];
  /** How sure it was at the sign-in who the person is. */
  readonly assurance: 1 | 2 | undefined;
  /** The consent that it was made under; undefined for a program. */
  readonly grant: string | undefined;
}

/** A token as it came, with the proof and what the proof must speak of. */
export interface Presented {
  readonly scheme: 'dpop' | 'bearer';
  readonly token: string;
  readonly proof: string | undefined;
  readonly method: string;
  readonly path: string;
  /** Path of the interface that the token must be made for. */
  readonly audience: string;
  readonly at: Date;
}

/** Seconds that a proof may be old, or its clock ahead (RFC 9449, 11.1). */
const proofSeconds = 60;

/** Checks tokens that our own provider made, and the proof that comes with each (RFC 9068, 4; RFC 9449, 4.3). */
export function tokenCheck(services: Pick<Services, 'database' | 'config'>) {
  const { database, config } = services;
  let known: { readonly readAt: number; readonly keys: ReadonlyMap<string, JWK> } | undefined;

  /** The public key of a name; the list is read again for a name that nobody knows, but not by everybody's will. */
  async function keyOf(kid: string, at: Date): Promise<JWK | undefined> {
    const age = known && Math.abs(at.getTime() - known.readAt);
    if (!known || age! > 30_000 || (!known.keys.has(kid) && age! > 1_000)) {
      const keys = await database.transaction((tx) => listSigningKeys(tx, at));
      known = {
        readAt: at.getTime(),
        keys: new Map(keys.map((key) => [key.kid, key.publicJwk])),
      };
    }
    return known.keys.get(kid);
  }

  async function claimsOf({ token, audience, at }: Presented): Promise<JWTPayload | undefined> {
    const jose = await import('jose');
    try {
      const { payload } = await jose.jwtVerify(
        token,
        async ({ kid = '' }) => {
          const key = await keyOf(kid, at);
          if (!key) throw new Error('no such key');
          return jose.importJWK(key, 'ES256');
        },
        {
          issuer: config.publicUrl,
          audience: `${config.publicUrl}${audience}`,
          typ: 'at+jwt',
          algorithms: ['ES256'],
          currentDate: at,
          requiredClaims: ['exp', 'client_id', 'sub', 'cnf'],
        },
      );
      return payload;
    } catch {
      return undefined;
    }
  }

  async function isProven(sent: Presented, jkt: string): Promise<boolean> {
    const { token, proof, method, path, at } = sent;
    if (proof === undefined) return false;
    const jose = await import('jose');
    try {
      const { payload, protectedHeader } = await jose.jwtVerify(proof, jose.EmbeddedJWK, {
        typ: 'dpop+jwt',
        algorithms: ['ES256'],
        currentDate: at,
        maxTokenAge: proofSeconds,
        clockTolerance: 5,
        requiredClaims: ['jti', 'iat', 'htm', 'htu', 'ath'],
      });
      const { jti, htm, htu, ath } = payload as Record<string, string>;
      const isOurs =
        htm === method &&
        addressOf(htu) === new URL(path, config.publicUrl).href &&
        ath === createHash('sha256').update(token).digest('base64url') &&
        (await jose.calculateJwkThumbprint(protectedHeader.jwk!)) === jkt;
      if (!isOurs || typeof jti !== 'string' || jti.length > 200) return false;
      // Spent in a transaction of its own: a call that is refused has used its proof all the same.
      const endsAt = new Date(at.getTime() + 2 * proofSeconds * 1000);
      return await database.transaction((tx) => spendId(tx, `${jkt} ${jti}`, endsAt, at));
    } catch {
      return false;
    }
  }

  return async function check(sent: Presented): Promise<GoodToken | TokenFault> {
    const claims = await claimsOf(sent);
    const jkt = (claims?.['cnf'] as { jkt?: unknown } | undefined)?.jkt;
    if (!claims || typeof jkt !== 'string' || sent.scheme !== 'dpop')
      return { status: 401, error: 'invalid_token' };
    if (!(await isProven(sent, jkt))) return { status: 401, error: 'invalid_dpop_proof' };
    return {
      clientId: String(claims['client_id']),
      subject: actorIn(claims),
      scopes: wordsIn(claims['scope']),
      assurance: claims['acr'] === undefined ? undefined : claims['acr'] === levels[0] ? 2 : 1,
      grant: typeof claims['grant'] === 'string' ? claims['grant'] : undefined,
    };
  };
}

/** Who acts: `act.sub` where it is for another (RFC 8693, 4.1). */
function actorIn({ sub = '', act }: JWTPayload): string {
  const actor = (act as { readonly sub?: unknown } | undefined)?.sub;
  return typeof actor === 'string' ? actor : sub;
}

/** The address that a proof speaks of, without query and fragment. */
function addressOf(htu: string | undefined): string | undefined {
  if (htu === undefined || !URL.canParse(htu)) return undefined;
  const url = new URL(htu);
  url.search = '';
  url.hash = '';
  return url.href;
}
