import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal } from '../refusal.ts';
import { mayUse } from './access.ts';
import { applyCookies } from './cookies.ts';
import { entryOf } from './problem.ts';
import type { Body, PageRoute, Redirect, Shown, Visit } from './route.ts';
import { actorOf, leaveNotice, visitOf } from './visit.ts';
import type { Web } from './web.ts';

/**
 * Serves a page: who is it, may they, is the form ours, then the page's own work, all in one transaction that a
 * refusal rolls back.
 */
export function servePage(server: FastifyInstance, web: Web, route: PageRoute): void {
  server.route({
    method: route.method,
    url: route.path,
    handler: (request, reply) => answer(web, route, request, reply),
  });
}

/** The page for addresses that do not exist. */
servePage.notFound = async function notFound(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const visit = await web.database.transaction(async (tx) =>
    visitOf(web, request, reply, await actorOf(web, tx, request)),
  );
  return send(web, reply, { ...web.rendering.notFound(visit), status: 404 }, visit);
};

type Outcome = Shown | Redirect | Refusal;

async function answer(
  web: Web,
  route: PageRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  // The transaction may run twice after a deadlock; the visit of the last run counts.
  const met: { visit?: Visit } = {};
  const outcome = await web.database.transaction<Outcome>(async (tx) => {
    const actor = await actorOf(web, tx, request);
    met.visit = visitOf(web, request, reply, actor);
    if (!mayUse(actor, route.access)) return turnedAway(web, request, met.visit);
    const body = bodyOf(request);
    if (route.method === 'POST' && !web.csrf.isOurs(request, last(body['_csrf']))) {
      return { ...web.rendering.staleForm(met.visit), status: 403 };
    }
    return route.handle(tx, met.visit, body);
  });
  return conclude(web, reply, outcome, met.visit!);
}

function turnedAway(web: Web, request: FastifyRequest, visit: Visit): Outcome {
  if (visit.actor !== null) return { ...web.rendering.forbidden(visit), status: 403 };
  return { goTo: web.signInPath(request.method === 'GET' ? request.url : visit.path) };
}

function conclude(web: Web, reply: FastifyReply, outcome: Outcome, visit: Visit): unknown {
  if (isRefusal(outcome)) {
    const { status } = entryOf(outcome, web.refusals);
    void reply.code(status);
    return send(web, reply, web.rendering.refusal(outcome, visit), visit, status);
  }
  if ('goTo' in outcome) {
    applyCookies(reply, outcome, web.isHttps);
    if (outcome.notice !== undefined) leaveNotice(web, reply, outcome.notice);
    return reply.redirect(outcome.goTo, 303);
  }
  return send(web, reply, outcome, visit);
}

function send(web: Web, reply: FastifyReply, shown: Shown, visit: Visit, status?: number): unknown {
  return reply
    .code(status ?? shown.status ?? 200)
    .header('cache-control', visit.actor ? 'private, no-store' : 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(web.rendering.page(shown, visit));
}

function bodyOf(request: FastifyRequest): Body {
  return typeof request.body === 'object' && request.body !== null ? (request.body as Body) : {};
}

function last(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}
