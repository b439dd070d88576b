import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readingAs } from '../db/index.ts';
import type { Actor } from './actor.ts';
import { noteActor } from './log-request.ts';
import { doorOf, takes } from './pipeline.ts';
import { readerAt } from './reader-at.ts';
import { refusalProblem, sendProblem } from './problem.ts';
import type { ProgramRoute, RawRoute } from './route.ts';
import { stopOf } from './stop.ts';
import { actorOf, visitOf } from './visit.ts';
import type { Web } from './web.ts';

/**
 * Serves a streaming route by the pipeline. The token of a write comes in the header `x-csrf-token` or in the query
 * `_csrf`, since the body is not read here.
 */
export function serveRaw(server: FastifyInstance, web: Web, route: RawRoute): void {
  server.register(async (scope) => {
    if (!takes('body', doorOf(route), false)) leaveBodies(scope);
    scope.route({
      method: route.method,
      url: route.path,
      exposeHeadRoute: false,
      handler: (request, reply) => answer(web, route, request, reply),
    });
  });
}

/** Serves a route for programs, which does all by itself. */
export function serveProgram(server: FastifyInstance, route: ProgramRoute): void {
  const { method, path, handle } = route;
  server.register(async (scope) => {
    leaveBodies(scope);
    scope.route({
      method,
      url: path,
      exposeHeadRoute: false,
      handler: (request, reply) =>
        readingAs(readerAt('program', route, null), () => handle(request, reply)),
    });
  });
}

/** The route reads the body itself: no parser may consume or refuse it before. */
function leaveBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
}

async function answer(
  web: Web,
  route: RawRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const actor = await knownActor(web, route, request);
  noteActor(request, actor);
  const visit = visitOf(web, request, reply, actor);
  const token =
    request.headers['x-csrf-token'] ?? (request.query as Record<string, unknown>)['_csrf'];
  const stop = stopOf(web, route, { request, actor, token });
  if (stop === undefined)
    return readingAs(readerAt('file', route, actor), () => route.handle(request, reply, visit));
  if (stop.refused === 'http.not-signed-in' && request.method === 'GET')
    return reply.redirect(web.signInPath(request.url), 303);
  return sendProblem(reply, refusalProblem(stop, web.refusals, visit.lang));
}

/** What is open to anyone (pictures, style, whether we are alive) must not need the database. */
async function knownActor(
  web: Web,
  { access }: RawRoute,
  request: FastifyRequest,
): Promise<Actor | null> {
  if (access.includes('anyone')) return null;
  return web.database.transaction((tx) => actorOf(web, tx, request));
}
