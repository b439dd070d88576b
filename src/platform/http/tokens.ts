import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#/values/text.ts';
import type { Tx } from '../db/index.ts';
import type { Actor } from './actor.ts';

/** An access token as it was sent, with the proof that its key is held (RFC 9449, 4). */
export interface SentToken {
  readonly scheme: 'dpop' | 'bearer';
  readonly token: string;
  readonly proof: string | undefined;
  readonly method: string;
  /** Path of the address, without query. */
  readonly path: string;
  /** The route as it is declared: `GET /api/v1/…`. */
  readonly route: string;
  readonly at: Date;
}

/** Why a token opens nothing; told in WWW-Authenticate (RFC 6750, 3.1; RFC 9449, 7.1). */
export interface TokenFault {
  readonly status: 401 | 403;
  readonly error: 'invalid_token' | 'invalid_dpop_proof' | 'insufficient_scope';
  /** What the route asks for, when the token was not given it. */
  readonly scope?: string | undefined;
}

/** Whoever a good token speaks for. */
export interface TokenCaller {
  /** As they are now; null when their account, their consent or the program is no more. */
  actorOf(tx: Tx, at: Date, lang: Lang): Promise<Actor | null>;
}

/** Judges access tokens. */
export interface TokenDoor {
  /** Checks token and proof, which is spent by it: to be asked before the transaction of the call. */
  check(sent: SentToken): Promise<TokenCaller | TokenFault>;
}

/** Whether it opens nothing. */
export function isFault(judged: TokenCaller | TokenFault): judged is TokenFault {
  return 'error' in judged;
}

/** The token that a request carries; undefined when it carries none of a kind that we know. */
export function readToken(request: FastifyRequest, at: Date): SentToken | undefined {
  const found = /^(dpop|bearer) +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '');
  if (!found) return undefined;
  const proof = request.headers['dpop'];
  return {
    scheme: found[1]!.toLowerCase() as SentToken['scheme'],
    token: found[2]!,
    proof: typeof proof === 'string' ? proof : undefined,
    method: request.method,
    path: request.url.split('?', 1)[0]!,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    at,
  };
}

/** Says what kind of token is wanted, and what was wrong with the one that came. */
export function challenge(reply: FastifyReply, fault?: TokenFault): void {
  const facts = [
    ...(fault ? [`error="${fault.error}"`] : []),
    ...(fault?.scope === undefined ? [] : [`scope="${fault.scope}"`]),
    'algs="ES256"',
  ];
  void reply.header('www-authenticate', `DPoP ${facts.join(', ')}`);
}
