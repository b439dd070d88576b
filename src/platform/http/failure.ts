import type { FastifyReply, FastifyRequest } from 'fastify';
import { say, text, type Lang } from '#/values/text.ts';
import { isOutage } from '../db/index.ts';
import { refuse } from '../refusal.ts';
import { readLang } from './cookies.ts';
import { refusalProblem, sendProblem } from './problem.ts';
import type { Web } from './web.ts';

/**
 * Answers what was thrown. A request that cannot be read is its sender's fault and told in words; everything else is
 * ours: logged once with its causes, shown with an incident number. Pages are drawn without the database.
 */
export function answerFailure(
  web: Web,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): unknown {
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return answerUnreadable(web, status, request, reply);
  const isAway = isOutage(error);
  web.log.error(
    { err: error, incident: request.id, route: request.routeOptions.url },
    isAway ? 'database is away' : 'request failed',
  );
  if (isAway) void reply.header('retry-after', '5');
  const lang = langOf(web, request);
  if (isApi(request)) {
    return sendProblem(reply, {
      title: say(lang, isAway ? words.away : words.broken),
      status: isAway ? 503 : 500,
      code: isAway ? 'http.unavailable' : 'http.failure',
      detail: request.id,
    });
  }
  const html = isAway ? web.rendering.outage(lang) : web.rendering.failure(request.id, lang);
  return sendDocument(reply, isAway ? 503 : 500, html);
}

/** Whether a request is made by a program, which gets a problem instead of a page. */
export function isApi(request: FastifyRequest): boolean {
  return /^\/(?:api|scim)\//.test(request.url);
}

const words = {
  away: text(
    'Hệ thống đang gián đoạn. Hãy thử lại sau ít phút.',
    'The service is interrupted. Try again in some minutes.',
  ),
  broken: text(
    'Hệ thống gặp lỗi. Mã sự cố nằm ở detail.',
    'Something went wrong. The incident number is the detail.',
  ),
};

function answerUnreadable(
  web: Web,
  status: number,
  request: FastifyRequest,
  reply: FastifyReply,
): unknown {
  const lang = langOf(web, request);
  const refusal = refuse(unreadable[status] ?? 'http.malformed');
  const problem = refusalProblem(refusal, web.refusals, lang);
  if (isApi(request)) return sendProblem(reply, problem);
  return sendDocument(reply, problem.status, web.rendering.unreadable(refusal, lang));
}

const unreadable: Readonly<Record<number, string>> = {
  404: 'http.not-found',
  413: 'http.too-large',
  415: 'http.unknown-type',
  429: 'http.too-many',
};

function sendDocument(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}

/** The reader's language, even of a request whose address could not be read. */
function langOf(web: Web, request: FastifyRequest): Lang {
  return request.cookies === undefined ? 'vi' : readLang(request, web.names);
}
