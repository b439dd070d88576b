import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Keys } from '../crypto/index.ts';
import { policy, type CookieNames } from './cookies.ts';

/** Guards against posts that another site makes a browser send. */
export interface CsrfGuard {
  /** The token for forms of this browser; gives it a visitor cookie when it has none. */
  tokenFor(request: FastifyRequest, reply: FastifyReply): string;
  /** Whether `given` is the token of this browser. */
  isOurs(request: FastifyRequest, given: unknown): boolean;
}

/**
 * Token = HMAC over the browser's visitor cookie, which is bound to it and never readable by scripts (OWASP,
 * Cross-Site Request Forgery Prevention: signed double submit). The pipeline checks the origin beside it.
 */
export function csrfGuard(keys: Keys, names: CookieNames, isHttps: boolean): CsrfGuard {
  return {
    tokenFor(request, reply) {
      let visitor = request.cookies[names.visitor];
      if (!visitor) {
        visitor = randomBytes(18).toString('base64url');
        request.cookies[names.visitor] = visitor;
        void reply.setCookie(names.visitor, visitor, { ...policy(isHttps), maxAge: 30 * 86_400 });
      }
      return keys.sign('csrf', visitor);
    },
    isOurs(request, given) {
      const visitor = request.cookies[names.visitor];
      if (!visitor || typeof given !== 'string') return false;
      return keys.verify('csrf', visitor, given);
    },
  };
}

/** Whether a browser says that a request comes from our own pages, by Sec-Fetch-Site and Origin; programs say nothing. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  if (origin === undefined || origin === 'null') return origin === undefined;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const own = `${protocol}//${request.host}`;
  return URL.canParse(own) && new URL(own).host === host;
}
