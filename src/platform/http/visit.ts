import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#/values/text.ts';
import type { Tx } from '../db/index.ts';
import type { Actor } from './actor.ts';
import { policy, readLang, readLook, yearSeconds } from './cookies.ts';
import type { Visit } from './route.ts';
import type { Web } from './web.ts';

/** Who sends this request: the account of its session cookie, or null. */
export async function actorOf(web: Web, tx: Tx, request: FastifyRequest): Promise<Actor | null> {
  const token = request.cookies[web.names.session];
  if (!token) return null;
  const actor = await web.identify(tx, token, web.clock.now(), readLang(request, web.names));
  return onBehalf(web, tx, request, actor);
}

/**
 * The same person, acting by the mandate that the request names, if it names one: programs in a header, pages in a
 * cookie. It is trusted in nothing: whether it holds is asked anew.
 */
async function onBehalf(
  web: Web,
  tx: Tx,
  request: FastifyRequest,
  actor: Actor | null,
): Promise<Actor | null> {
  const named = request.headers['x-mandate'];
  const wanted = typeof named === 'string' ? named : request.cookies[web.names.mandate];
  const mandate = wanted === '' ? undefined : wanted;
  if (actor === null || mandate === undefined) return actor;
  return (await web.actBy?.(tx, actor, mandate)) ?? { ...actor, hasLostMandate: true };
}

/**
 * Whoever comes by an access token acts for whom the token says: the person consented to that and to nobody else. A
 * header that names another mandate is refused rather than ignored.
 */
export function withinToken(request: FastifyRequest, actor: Actor | null): Actor | null {
  const named = request.headers['x-mandate'];
  if (actor === null || named === undefined || named === actor.actingFor?.mandateId) return actor;
  return { ...actor, hasLostMandate: true };
}

/** Reads everything about a request that a page may want to know. */
export function visitOf(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
): Visit {
  return {
    actor,
    lang: rememberLang(web, request, reply),
    path: request.url.split('?', 1)[0] ?? '/',
    params: textValues(request.params),
    query: textValues(request.query),
    csrf: web.csrf.tokenFor(request, reply),
    look: readLook(request.cookies[web.names.look]),
    now: web.clock.now(),
    isDemo: web.isDemo,
    address: request.ip,
    session: request.cookies[web.names.session],
    pending: request.cookies[web.names.pending],
    device: request.cookies[web.names.device],
    national: request.cookies[web.names.national],
    search: request.url.split('?').slice(1).join('?'),
    notice: takeNotice(web, request, reply),
  };
}

/** A language that the address asks for (`?lang=en`) stays for the pages that follow. */
function rememberLang(web: Web, request: FastifyRequest, reply: FastifyReply): Lang {
  const lang = readLang(request, web.names);
  const isAsked = Object.hasOwn((request.query ?? {}) as object, 'lang');
  if (isAsked && request.cookies[web.names.lang] !== lang) {
    void reply.setCookie(web.names.lang, lang, { ...policy(web.isHttps), maxAge: yearSeconds });
  }
  return lang;
}

function textValues(values: unknown): Record<string, string> {
  const entries = Object.entries((values ?? {}) as Record<string, unknown>).map(([name, value]) => {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return [name, typeof last === 'string' ? last : ''] as const;
  });
  return Object.fromEntries(entries);
}

/** A notice is shown once: it travels in a signed cookie from the act to the next page. */
function takeNotice(web: Web, request: FastifyRequest, reply: FastifyReply): string | undefined {
  const sealed = request.cookies[web.names.notice];
  if (!sealed || request.method !== 'GET') return undefined;
  void reply.clearCookie(web.names.notice, policy(web.isHttps));
  const [words = '', signature = ''] = sealed.split('.');
  return web.keys.verify('notice', words, signature)
    ? Buffer.from(words, 'base64url').toString()
    : undefined;
}

/** Sends words along to the next page. */
export function leaveNotice(web: Web, reply: FastifyReply, words: string): void {
  const text = Buffer.from(words).toString('base64url');
  const sealed = `${text}.${web.keys.sign('notice', text)}`;
  void reply.setCookie(web.names.notice, sealed, { ...policy(web.isHttps), maxAge: 120 });
}
