import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Keys } from '../crypto/index.ts';
import { policy, type CookieNames } from './cookies.ts';

/** Guards against posts that another site makes a browser send. */
export interface CsrfGuard {
  /** The token for forms of this browser; gives it a visitor cookie when it has none. */
  tokenFor(request: FastifyRequest, reply: FastifyReply): string;
  /** Whether a post comes from our own page: origin and token agree. `given` is the posted token. */
  isOurs(request: FastifyRequest, given: unknown): boolean;
}

/**
 * Token = HMAC over the browser's visitor cookie, which is bound to it and never readable by scripts; beside it the
 * Origin and Sec-Fetch-Site headers are checked (OWASP, Cross-Site Request Forgery Prevention: signed double submit).
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
      if (!visitor || typeof given !== 'string' || !isSameOrigin(request)) return false;
      return keys.verify('csrf', visitor, given);
    },
  };
}

function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  if (origin === undefined || origin === 'null') return origin === undefined;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
