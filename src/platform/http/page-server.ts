import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { say } from '#/values/text.ts';
import { narrow, readAs, type Tx } from '../db/index.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { applyCookies, readLang } from './cookies.ts';
import { lineOf } from './line-of.ts';
import { noteActor } from './log-request.ts';
import { readerAt } from './reader-at.ts';
import { entryOf } from './problem.ts';
import type { Aside, Body, PageRoute, Redirect, Shown, Visit } from './route.ts';
import { policyWithWasm } from './security-headers.ts';
import { leadToSignIn, rememberOwner, resumePost } from './resume.ts';
import { stopOf } from './stop.ts';
import { actorOf, leaveNotice, visitOf } from './visit.ts';
import type { Web } from './web.ts';

/** Serves a page by the pipeline; its own work and all checks share one transaction, which a refusal rolls back. */
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
  if (route.queue === undefined) return answerInTurn(web, route, request, reply);
  const place = route.queue.enter();
  if (place === undefined) return answerBusy(web, request, reply);
  try {
    return await answerInTurn(web, route, request, reply);
  } finally {
    place.leave();
  }
}

type Step = (tx: Tx, visit: Visit, body: Body) => Promise<Outcome | Aside>;

async function answerInTurn(
  web: Web,
  route: PageRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const resumed = route.method === 'GET' ? await resumePost(web, request, reply) : undefined;
  if (resumed !== undefined) return reply.redirect(resumed, 303);
  let step: Step = route.handle;
  for (;;) {
    const { outcome, visit } = await take(web, route, request, reply, step);
    if (!('aside' in outcome)) return conclude(web, reply, outcome, visit);
    step = await outcome.aside();
  }
}

/** One transaction of an answer; the visit is read and checked in each. */
async function take(
  web: Web,
  route: PageRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  step: Step,
): Promise<{ outcome: Outcome | Aside; visit: Visit }> {
  // The transaction may run twice after a deadlock; the visit of the last run counts.
  const met: { visit?: Visit } = {};
  const outcome = await web.database.transaction<Outcome | Aside>(async (tx) => {
    const actor = await actorOf(web, tx, request);
    noteActor(request, actor);
    met.visit = visitOf(web, request, reply, actor);
    await narrow(tx, lineOf(actor));
    readAs(tx, readerAt('page', route, actor));
    if (actor) rememberOwner(web, request, reply, actor);
    const body = bodyOf(request);
    const stop = stopOf(web, route, { request, actor, token: last(body['_csrf']) });
    if (stop?.refused === 'http.not-signed-in')
      return leadToSignIn(web, tx, route, request, met.visit);
    if (stop?.refused === 'http.mandate-ended') return backToOneself(web, met.visit, stop);
    if (stop) return turnedAway(web, met.visit, stop);
    return step(tx, met.visit, body);
  });
  return { outcome, visit: met.visit! };
}

/** Whoever acted for another and may not any more is themselves again, and told so. */
function backToOneself(web: Web, { lang }: Visit, stop: Refusal): Redirect {
  return {
    goTo: '/',
    notice: say(lang, entryOf(stop, web.refusals).words),
    cookies: { [web.names.mandate]: null },
  };
}

/** Too many at once: told in words, without session and database. */
function answerBusy(web: Web, request: FastifyRequest, reply: FastifyReply): unknown {
  const busy = refuse('http.busy');
  return reply
    .code(entryOf(busy, web.refusals).status)
    .header('retry-after', '5')
    .type('text/html; charset=utf-8')
    .send(web.rendering.unreadable(busy, readLang(request, web.names)));
}

/** Somebody may not do this here; a form that is not ours is asked for again. */
function turnedAway(web: Web, visit: Visit, { refused }: Refusal): Shown {
  const shown =
    refused === 'http.forbidden' ? web.rendering.forbidden(visit) : web.rendering.staleForm(visit);
  return { ...shown, status: 403 };
}

function conclude(web: Web, reply: FastifyReply, outcome: Outcome, visit: Visit): unknown {
  if (isRefusal(outcome)) {
    const { status } = entryOf(outcome, web.refusals);
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
  if (shown.compilesWasm === true) void reply.header('content-security-policy', policyWithWasm);
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
