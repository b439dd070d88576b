import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '#/values/text.ts';
import type { Look, Redirect } from './route.ts';

/** How long a choice of language or look stays. */
export const yearSeconds = 365 * 86_400;

/** Names of the cookies that the platform sets. None is readable by scripts. */
export interface CookieNames {
  readonly session: string;
  readonly visitor: string;
  readonly look: string;
  readonly lang: string;
  readonly notice: string;
  /** Whose browser it is, as a signature. */
  readonly owner: string;
  /** Opens the form that a session left behind. */
  readonly kept: string;
  /** A sign-in that waits for its second factor. */
  readonly pending: string;
  /** Which browser it is, to those who signed in with it. */
  readonly device: string;
  /** A sign-in that is under way at the national identity. */
  readonly national: string;
  /** By which mandate its holder acts for another. */
  readonly mandate: string;
}

/** On https every cookie is bound to the host by its prefix (RFC 6265bis, 4.1.3.2). */
export function cookieNames(isHttps: boolean): CookieNames {
  const prefix = isHttps ? '__Host-' : '';
  return {
    session: `${prefix}cqs_session`,
    visitor: `${prefix}cqs_visitor`,
    look: `${prefix}cqs_look`,
    lang: `${prefix}cqs_lang`,
    notice: `${prefix}cqs_notice`,
    owner: `${prefix}cqs_owner`,
    kept: `${prefix}cqs_kept`,
    pending: `${prefix}cqs_pending`,
    device: `${prefix}cqs_device`,
    national: `${prefix}cqs_national`,
    mandate: `${prefix}cqs_mandate`,
  };
}

/** The look that a reader chose: words in one cookie, unknown ones are passed over. */
export function readLook(value: string | undefined): Look {
  const words = new Set((value ?? '').split('.'));
  const theme = words.has('dark') ? 'dark' : words.has('light') ? 'light' : 'auto';
  return { large: words.has('large'), contrast: words.has('contrast'), theme };
}

/** The cookie text of a look. */
export function writeLook(look: Look): string {
  return [look.large && 'large', look.contrast && 'contrast', look.theme !== 'auto' && look.theme]
    .filter(Boolean)
    .join('.');
}

/** The language: from the address (`?lang=`), else the cookie, else Vietnamese. */
export function readLang(request: FastifyRequest, names: CookieNames): Lang {
  const asked = (request.query as Record<string, unknown>)['lang'] ?? request.cookies[names.lang];
  return asked === 'en' ? 'en' : 'vi';
}

/** Sets or clears what a redirect says, under cookies' one policy. */
export function applyCookies(reply: FastifyReply, redirect: Redirect, isHttps: boolean): void {
  for (const [name, cookie] of Object.entries(redirect.cookies ?? {})) {
    if (cookie === null) void reply.clearCookie(name, policy(isHttps));
    else
      void reply.setCookie(name, cookie.value, {
        ...policy(isHttps),
        maxAge: cookie.maxAgeSeconds,
      });
  }
}

/** Not for scripts, not for other sites' posts, only over https where there is https. */
export function policy(isHttps: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps } as const;
}
