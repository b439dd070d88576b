import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Lang } from '#/values/text.ts';
import type { Clock } from '../clock.ts';
import type { Keys } from '../crypto/index.ts';
import type { Database, Tx } from '../db/index.ts';
import type { Log } from '../log.ts';
import { refuse, type Refusal, type RefusalTable } from '../refusal.ts';
import type { Actor } from './actor.ts';
import { serveApi } from './api-server.ts';
import { bodyLimit, readAddress, readBodies, readForm } from './bodies.ts';
import { cookieNames, readLang, type CookieNames } from './cookies.ts';
import { csrfGuard, type CsrfGuard } from './csrf.ts';
import { answerFailure, isApi } from './failure.ts';
import { refuseFlood, type Meter } from './flood.ts';
import { logRequest } from './log-request.ts';
import { servePage } from './page-server.ts';
import { refusalProblem, sendProblem } from './problem.ts';
import { serveProgram, serveRaw } from './raw-server.ts';
import type { Route, Shown, Visit } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { clearAtSignOut } from './sign-out.ts';
import type { TokenDoor } from './tokens.ts';
import { noticeUnnamedProxy } from './unnamed-proxy.ts';

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
  /** A request that cannot be read; drawn without database. */
  unreadable(refusal: Refusal, lang: Lang): string;
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
  /** Addresses and networks of proxies whose X-Forwarded-* headers are believed; false believes nobody. */
  readonly trustProxy: readonly string[] | false;
  /** Finds who a session token belongs to. */
  identify(tx: Tx, token: string, at: Date, lang: Lang): Promise<Actor | null>;
  /** The actor as one who acts for another; undefined when they may not. Without it nobody does. */
  actBy?(tx: Tx, actor: Actor, mandateId: string): Promise<Actor | undefined>;
  /** Who comes to the API by an access token; nobody when omitted. */
  readonly tokens?: TokenDoor | undefined;
  /** How many requests one session, one network and one costly door take; no limit when omitted. */
  readonly meter?: Meter | undefined;
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
  const names = cookieNames(options.isHttps);
  const web: Web = { ...options, names, csrf: csrfGuard(options.keys, names, options.isHttps) };
  const server = fastify({
    logger: false,
    trustProxy: options.trustProxy && [...options.trustProxy],
    bodyLimit,
    genReqId: () => randomUUID(),
    routerOptions: {
      maxParamLength: 200,
      ignoreTrailingSlash: true,
      querystringParser: readForm,
    },
    // An address that cannot be read meets no hook.
    frameworkErrors(error, request, reply) {
      setSecurityHeaders(request, reply, options.isHttps);
      return answerFailure(web, error, request, reply);
    },
    forceCloseConnections: 'idle',
  });
  await server.register(cookie);
  await readBodies(server);
  await server.register(compress, { threshold: 1024, encodings: ['gzip', 'identity'] });
  const noticeProxy = noticeUnnamedProxy(options.log);
  server.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(request, reply, options.isHttps);
    noticeProxy(request);
    readAddress(request.url);
    refuseFlood(web, request, reply);
  });
  clearAtSignOut(server, names.session);
  endConnectionsAtClose(server);
  server.addHook('onResponse', async (request, reply) => logRequest(options.log, request, reply));
  server.setErrorHandler((error, request, reply) => answerFailure(web, error, request, reply));
  for (const route of options.routes) serve(server, web, route);
  server.setNotFoundHandler((request, reply) => answerNotFound(web, request, reply));
  return server;
}

/** A connection on which the last answer is given while the server closes would else be waited for until it times out. */
function endConnectionsAtClose(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
}

function serve(server: FastifyInstance, web: Web, route: Route): void {
  switch (route.kind) {
    case 'page':
      return servePage(server, web, route);
    case 'api':
      return serveApi(server, web, route);
    case 'raw':
      return serveRaw(server, web, route);
    case 'program':
      return serveProgram(server, route);
  }
}

function answerNotFound(web: Web, request: FastifyRequest, reply: FastifyReply): unknown {
  if (isApi(request)) {
    const lang = readLang(request, web.names);
    return sendProblem(reply, refusalProblem(refuse('http.not-found'), web.refusals, lang));
  }
  return servePage.notFound(web, request, reply);
}
