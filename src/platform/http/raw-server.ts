import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayUse } from './access.ts';
import { sendProblem } from './problem.ts';
import type { RawRoute } from './route.ts';
import { actorOf, visitOf } from './visit.ts';
import type { Web } from './web.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Serves a streaming route. Who it is and whether the request is ours is checked first; the token of a write comes in
 * the header `x-csrf-token` or in the query `_csrf`, since the body is not read here.
 */
export function serveRaw(server: FastifyInstance, web: Web, route: RawRoute): void {
  server.register(async (scope) => {
    // The route reads the body itself: no parser may consume or refuse it before.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: route.method,
      url: route.path,
      exposeHeadRoute: false,
      handler: (request, reply) => answer(web, route, request, reply),
    });
  });
}

async function answer(
  web: Web,
  route: RawRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const actor = await web.database.transaction((tx) => actorOf(web, tx, request));
  if (!mayUse(actor, route.access)) {
    if (actor === null && request.method === 'GET')
      return reply.redirect(web.signInPath(request.url), 303);
    return sendProblem(reply, {
      title: 'Bạn không dùng được chức năng này',
      status: actor ? 403 : 401,
      code: 'http.forbidden',
    } as never);
  }
  const token =
    request.headers['x-csrf-token'] ?? (request.query as Record<string, unknown>)['_csrf'];
  if (!readingMethods.has(request.method) && !web.csrf.isOurs(request, token)) {
    return sendProblem(reply, {
      title: 'Trang đã cũ, hãy tải lại rồi gửi lại',
      status: 403,
      code: 'http.stale-form',
    });
  }
  return route.handle(request, reply, visitOf(web, request, reply, actor));
}
