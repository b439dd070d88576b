import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { say, type Lang } from '#/values/text.ts';
import { narrow, readAs, type Tx } from '../db/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Actor } from './actor.ts';
import { readLang } from './cookies.ts';
import { fitOf, Misfit, type Fit } from './fit.ts';
import { findFirstAnswer, keepFirstAnswer } from './idempotency.ts';
import { lineOf } from './line-of.ts';
import { readerAt } from './reader-at.ts';
import { noteActor } from './log-request.ts';
import { doorOf, takes } from './pipeline.ts';
import { refusalProblem, sendProblem } from './problem.ts';
import type { ApiRoute } from './route.ts';
import { stopOf } from './stop.ts';
import { challenge, isFault, readToken, type TokenCaller, type TokenFault } from './tokens.ts';
import { actorOf, withinToken } from './visit.ts';
import type { Web } from './web.ts';

/** Serves a JSON endpoint by the pipeline: validated by the schemas that describe it, errors as RFC 9457 problems. */
export function serveApi(server: FastifyInstance, web: Web, route: ApiRoute): void {
  const fit = fitOf(route.schemas);
  server.route({
    method: route.method,
    url: route.path,
    handler: (request, reply) => answer(web, route, fit, request, reply),
  });
}

async function answer(
  web: Web,
  route: ApiRoute,
  fit: Fit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const lang = readLang(request, web.names);
  const caller = await tokenCaller(web, request);
  if (caller !== undefined && isFault(caller)) return answerFault(web, reply, caller, lang);
  const outcome = await web.database.transaction((tx) =>
    perform(web, route, fit, request, caller, tx),
  );
  if (outcome instanceof Misfit) {
    const problem = refusalProblem(refuse('http.invalid'), web.refusals, lang);
    const errors = outcome.errors.map(({ at, words }) => ({ at, message: say(lang, words) }));
    return sendProblem(reply, { ...problem, errors });
  }
  if (isRefusal(outcome) && outcome.refused === 'http.not-signed-in') challenge(reply);
  if (isRefusal(outcome)) return sendProblem(reply, refusalProblem(outcome, web.refusals, lang));
  return reply
    .header('cache-control', 'private, no-store')
    .type('application/json; charset=utf-8')
    .send(outcome ?? {});
}

async function perform(
  web: Web,
  route: ApiRoute,
  fit: Fit,
  request: FastifyRequest,
  caller: TokenCaller | undefined,
  tx: Tx,
): Promise<unknown> {
  const lang = readLang(request, web.names);
  const actor = caller
    ? withinToken(request, await caller.actorOf(tx, web.clock.now(), lang))
    : await actorOf(web, tx, request);
  noteActor(request, actor);
  if (caller && actor === null) return refuse('http.not-signed-in');
  await narrow(tx, lineOf(actor));
  readAs(tx, readerAt('api', route, actor));
  const token = request.headers['x-csrf-token'];
  const stop = stopOf(web, route, { request, actor, token, isByToken: caller !== undefined });
  if (stop) return stop;
  const misfit = fit(request);
  if (misfit) return misfit;
  const call = {
    actor,
    lang,
    params: request.params,
    query: request.query,
    body: request.body,
    now: web.clock.now(),
  };
  const work = () => route.handle(tx, call as never);
  const key = request.headers['idempotency-key'];
  if (!actor || typeof key !== 'string' || !takes('idempotency', doorOf(route), true))
    return work();
  if (key.length < 1 || key.length > 200) return refuse('http.malformed');
  return once(tx, { actor: actor.accountId, key, hash: hashOf(request, actor) }, call.now, work);
}

/** Whoever the request's access token speaks for; undefined when there is none, so that the cookie counts. */
async function tokenCaller(
  web: Web,
  request: FastifyRequest,
): Promise<TokenCaller | TokenFault | undefined> {
  const sent = readToken(request, web.clock.now());
  return sent && web.tokens?.check(sent);
}

function answerFault(web: Web, reply: FastifyReply, fault: TokenFault, lang: Lang): FastifyReply {
  challenge(reply, fault);
  const code = fault.status === 403 ? 'http.token-scope' : 'http.bad-token';
  return sendProblem(reply, refusalProblem(refuse(code), web.refusals, lang));
}

/** Does the work, or gives the answer that the same key got before. */
async function once(
  tx: Tx,
  repeatable: { readonly actor: string; readonly key: string; readonly hash: Buffer },
  at: Date,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const first = await findFirstAnswer(tx, repeatable);
  if (first === 'other-request') return refuse('http.idempotency-key-reused');
  if (first) return first.answer;
  const outcome = await work();
  if (!isRefusal(outcome)) await keepFirstAnswer(tx, { ...repeatable, answer: outcome, at });
  return outcome;
}

/** What was asked, and for whom: the same words in another's name are another request. */
function hashOf(request: FastifyRequest, { actingFor }: Actor): Buffer {
  const forWhom = actingFor === undefined ? '' : ` for ${actingFor.mandateId}`;
  return createHash('sha256')
    .update(`${request.method} ${request.url}${forWhom}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
}
