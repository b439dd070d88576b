import type { FastifyReply, FastifyRequest } from 'fastify';
import { say, text } from '#/values/text.ts';
import type { Tx } from '../db/index.ts';
import { isRefusal } from '../refusal.ts';
import { mayUse } from './access.ts';
import type { Actor } from './actor.ts';
import { policy } from './cookies.ts';
import { formPageOf } from './form-page.ts';
import { keepPost, keptMinutes, takePost, type KeptPost } from './kept-posts.ts';
import type { Body, PageRoute, Redirect, Visit } from './route.ts';
import { actorOf, leaveNotice, visitOf } from './visit.ts';
import type { Web } from './web.ts';

const monthSeconds = 30 * 86_400;

/**
 * Remembers whose browser this is, so that what a session left behind is given back to nobody else. The cookie is a
 * signature: it names no account.
 */
export function rememberOwner(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
) {
  const owner = ownerOf(web, actor);
  if (request.cookies[web.names.owner] === owner) return;
  void reply.setCookie(web.names.owner, owner, { ...policy(web.isHttps), maxAge: monthSeconds });
}

/**
 * Leads somebody whose session is over to sign in and back to the page that held the form. What they typed is kept
 * meanwhile when the route can take it again, the form is truly ours, and it is known whose browser it is.
 */
export async function leadToSignIn(
  web: Web,
  tx: Tx,
  route: PageRoute,
  request: FastifyRequest,
  visit: Visit,
): Promise<Redirect> {
  if (request.method === 'GET') return { goTo: web.signInPath(request.url) };
  const page = formPageOf(web.routes, request);
  const goTo = web.signInPath(page);
  const owner = request.cookies[web.names.owner];
  const body = request.body as Body;
  if (!route.isResumed || owner === undefined || !web.csrf.isOurs(request, body['_csrf']))
    return { goTo };
  const { path, params, query } = visit;
  const post: KeptPost = { route: route.path, path, params, query, body, page, owner };
  const token = await keepPost(tx, web.keys, post, visit.now);
  if (token === undefined) return { goTo };
  const maxAgeSeconds = keptMinutes * 60;
  return { goTo, cookies: { [web.names.kept]: { value: token, maxAgeSeconds } } };
}

/**
 * Sends a kept form again once its owner is signed in, and gives the page that held it. Undefined when nobody is
 * signed in yet, or there is nothing of theirs.
 */
export async function resumePost(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | undefined> {
  const token = request.cookies[web.names.kept];
  if (!token) return undefined;
  const outcome = await web.database.transaction(async (tx) => {
    const actor = await actorOf(web, tx, request);
    if (actor === null) return undefined;
    void reply.clearCookie(web.names.kept, policy(web.isHttps));
    const kept = await takePost(tx, web.keys, token, web.clock.now());
    if (kept === undefined || kept.owner !== ownerOf(web, actor)) return undefined;
    const route = web.routes.find((one) => isOf(one, kept));
    if (route?.kind !== 'page' || !mayUse(actor, route.access)) return undefined;
    const { path, params, query, body, page } = kept;
    const visit = { ...visitOf(web, request, reply, actor), path, params, query };
    const answer = await route.handle(tx, visit, body);
    return isRefusal(answer) ? answer : { page, notice: say(visit.lang, words.resumed) };
  });
  if (outcome === undefined || isRefusal(outcome)) return undefined;
  leaveNotice(web, reply, outcome.notice);
  return outcome.page;
}

function isOf(route: Web['routes'][number], kept: KeptPost): boolean {
  return (
    route.kind === 'page' &&
    route.method === 'POST' &&
    route.path === kept.route &&
    route.isResumed === true
  );
}

function ownerOf(web: Web, { accountId }: Actor): string {
  return web.keys.sign('owner', accountId);
}

const words = {
  resumed: text(
    'Phiên đăng nhập đã hết giữa chừng. Những gì bạn vừa gõ vẫn còn, xem lại rồi bấm tiếp tục.',
    'Your session had ended. What you typed is kept: look at it and go on.',
  ),
};
