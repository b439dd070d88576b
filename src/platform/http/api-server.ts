import { createHash } from 'node:crypto';
import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '../db/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { mayUse } from './access.ts';
import { readLang } from './cookies.ts';
import { findFirstAnswer, keepFirstAnswer } from './idempotency.ts';
import { refusalProblem, sendProblem, type Problem } from './problem.ts';
import type { ApiRoute } from './route.ts';
import { actorOf } from './visit.ts';
import type { Web } from './web.ts';

const strict = new Ajv({ allErrors: true });
const coercing = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true });
formats.default(strict);
formats.default(coercing);

type Part = 'params' | 'query' | 'body';

/** Serves a JSON endpoint: validated by the schemas that describe it, errors as RFC 9457 problems. */
export function serveApi(server: FastifyInstance, web: Web, route: ApiRoute): void {
  const checks = (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema: TSchema | undefined = route.schemas[part];
    return schema
      ? [{ part, validate: (part === 'body' ? strict : coercing).compile(schema) }]
      : [];
  });
  server.route({
    method: route.method,
    url: route.path,
    handler: (request, reply) => answer(web, route, checks, request, reply),
  });
}

interface Check {
  readonly part: Part;
  readonly validate: ValidateFunction;
}

async function answer(
  web: Web,
  route: ApiRoute,
  checks: readonly Check[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const lang = readLang(request, web.names);
  const isWrite = route.method !== 'GET';
  if (
    isWrite &&
    request.cookies[web.names.session] &&
    !web.csrf.isOurs(request, request.headers['x-csrf-token'])
  ) {
    return sendProblem(reply, {
      title: 'Thiếu hoặc sai mã chống giả mạo (x-csrf-token)',
      status: 403,
      code: 'http.stale-form',
    });
  }
  const wrong = checks.flatMap(({ part, validate }) =>
    validate(request[part]) ? [] : (validate.errors ?? []).map((error) => fieldError(part, error)),
  );
  if (wrong.length > 0) {
    return sendProblem(reply, {
      title: 'Dữ liệu gửi lên chưa đúng',
      status: 422,
      code: 'http.invalid',
      errors: wrong,
    });
  }
  const outcome = await web.database.transaction((tx) => perform(web, route, request, tx));
  if (isRefusal(outcome)) return sendProblem(reply, refusalProblem(outcome, web.refusals, lang));
  if (isProblem(outcome)) return sendProblem(reply, outcome.problem);
  return reply
    .header('cache-control', 'private, no-store')
    .type('application/json; charset=utf-8')
    .send(outcome ?? {});
}

interface Denied {
  readonly problem: Omit<Problem, 'type'>;
}

async function perform(
  web: Web,
  route: ApiRoute,
  request: FastifyRequest,
  tx: Tx,
): Promise<unknown> {
  const actor = await actorOf(web, tx, request);
  if (!mayUse(actor, route.access)) {
    const status = actor === null ? 401 : 403;
    return {
      problem: {
        title: actor === null ? 'Cần đăng nhập' : 'Bạn không dùng được chức năng này',
        status,
        code: 'http.forbidden',
      },
    };
  }
  const key = request.headers['idempotency-key'];
  const repeated =
    typeof key === 'string' && actor && route.method !== 'GET'
      ? { actor: actor.accountId, key, hash: hashOf(request) }
      : null;
  if (repeated) {
    const first = await findFirstAnswer(tx, repeated);
    if (first === 'other-request') return refuse('http.idempotency-key-reused');
    if (first) return first.answer;
  }
  const call = {
    actor,
    lang: readLang(request, web.names),
    params: request.params,
    query: request.query,
    body: request.body,
    now: web.clock.now(),
  };
  const outcome = await route.handle(tx, call as never);
  if (repeated && !isRefusal(outcome))
    await keepFirstAnswer(tx, { ...repeated, answer: outcome, at: call.now });
  return outcome;
}

function isProblem(outcome: unknown): outcome is Denied {
  return typeof outcome === 'object' && outcome !== null && 'problem' in outcome;
}

function fieldError(part: Part, error: ErrorObject): { at: string; message: string } {
  return { at: `${part}${error.instancePath}`, message: error.message ?? error.keyword };
}

function hashOf(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
}
