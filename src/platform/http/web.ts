import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Lang } from '#/values/text.ts';
import type { Clock } from '../clock.ts';
import type { Keys } from '../crypto/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { isOutage } from '../db/index.ts';
import type { Log } from '../log.ts';
import type { Refusal, RefusalTable } from '../refusal.ts';
import type { Actor } from './actor.ts';
import { serveApi } from './api-server.ts';
import { cookieNames, type CookieNames } from './cookies.ts';
import { csrfGuard, type CsrfGuard } from './csrf.ts';
import { servePage } from './page-server.ts';
import { sendProblem } from './problem.ts';
import { serveRaw } from './raw-server.ts';
import type { Route, Shown, Visit } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** How the application draws what the platform cannot know. */
export interface Rendering {
  /** A whole HTML document. */
  page(shown: Shown, visit: Visit): string;
  /** The page of a refusal. */
  refusal(refusal: Refusal, visit: Visit): Shown;
  /** No such page. */
  notFound(visit: Visit): Shown;
  /** Signed in, but not for this. */
  forbidden(visit: Visit): Shown;
  /** A form that came from another site or sat too long. */
  staleForm(visit: Visit): Shown;
  /** A bug; drawn without database. */
  failure(incident: string, lang: Lang): string;
  /** The database is away for a moment; drawn without database. */
  outage(lang: Lang): string;
}

export interface WebOptions {
  readonly routes: readonly Route[];
  readonly refusals: RefusalTable;
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Log;
  readonly isHttps: boolean;
  readonly isDemo: boolean;
  readonly trustProxy: boolean;
  /** Finds who a session token belongs to. */
  identify(tx: Tx, token: string, at: Date, lang: Lang): Promise<Actor | null>;
  readonly rendering: Rendering;
  /** Address of the sign-in page for a visitor who wanted `path`. */
  signInPath(path: string): string;
}

/** What every kind of route is served with. */
export interface Web extends WebOptions {
  readonly names: CookieNames;
  readonly csrf: CsrfGuard;
}

/** Builds the server of pages and API from the routes. It does not listen yet. */
export async function buildWeb(options: WebOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: options.trustProxy,
    bodyLimit: 1_048_576,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  });
  const names = cookieNames(options.isHttps);
  const web: Web = { ...options, names, csrf: csrfGuard(options.keys, names, options.isHttps) };
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 1_048_576 });
  await server.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] });
  server.addHook('onRequest', async (request, reply) =>
    setSecurityHeaders(request, reply, options.isHttps),
  );
  server.addHook('onResponse', async (request, reply) => logRequest(options.log, request, reply));
  server.setErrorHandler((error, request, reply) => answerFailure(web, error, request, reply));
  for (const route of options.routes) serve(server, web, route);
  server.setNotFoundHandler((request, reply) => answerNotFound(web, request, reply));
  return server;
}

function serve(server: FastifyInstance, web: Web, route: Route): void {
  switch (route.kind) {
    case 'page':
      return servePage(server, web, route);
    case 'api':
      return serveApi(server, web, route);
    case 'raw':
      return serveRaw(server, web, route);
  }
}

function answerNotFound(web: Web, request: FastifyRequest, reply: FastifyReply): unknown {
  if (request.url.startsWith('/api/')) {
    return sendProblem(reply, {
      title: 'Không có địa chỉ này',
      status: 404,
      code: 'http.not-found',
    });
  }
  return servePage.notFound(web, request, reply);
}

function answerFailure(
  web: Web,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): unknown {
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const lang = request.headers['accept-language']?.startsWith('en') ? 'en' : 'vi';
  const isApi = request.url.startsWith('/api/');
  if (status < 500) {
    return isApi
      ? sendProblem(reply, { title: 'Yêu cầu không đọc được', status, code: 'http.unreadable' })
      : reply
          .code(status)
          .type('text/html; charset=utf-8')
          .send(web.rendering.failure(request.id, lang));
  }
  const isAway = isOutage(error);
  web.log.error(
    { err: error, incident: request.id, route: request.routeOptions.url },
    isAway ? 'database is away' : 'request failed',
  );
  if (isAway) void reply.header('retry-after', '5');
  if (isApi) {
    const title = isAway ? 'Hệ thống đang gián đoạn, hãy thử lại sau ít phút' : 'Hệ thống gặp lỗi';
    return sendProblem(reply, {
      title,
      status: isAway ? 503 : 500,
      code: isAway ? 'http.unavailable' : 'http.failure',
      detail: request.id,
    });
  }
  const html = isAway ? web.rendering.outage(lang) : web.rendering.failure(request.id, lang);
  return reply
    .code(isAway ? 503 : 500)
    .type('text/html; charset=utf-8')
    .send(html);
}

function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const facts = {
    id: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  };
  log.debug(facts, 'request');
}
