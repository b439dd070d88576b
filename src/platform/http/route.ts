import type { Static, TSchema } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Tx } from '#/platform/db/index.ts';
import type { Lang } from '#/values/text.ts';
import type { Queue } from '../crypto/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Access } from './access.ts';
import type { Actor } from './actor.ts';

/** How a reader wants pages to look; kept in a cookie. */
export interface Look {
  readonly large: boolean;
  readonly contrast: boolean;
  readonly theme: 'auto' | 'light' | 'dark';
}

/** One request for a page, read and checked. */
export interface Visit {
  readonly actor: Actor | null;
  readonly lang: Lang;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly csrf: string;
  readonly look: Look;
  readonly now: Date;
  readonly isDemo: boolean;
  /** Network address of the caller, as the trusted proxy tells it. */
  readonly address: string;
  /** The session token that the browser sent: only for ending sessions. */
  readonly session?: string | undefined;
  /** The token of a sign-in that waits for its second factor: only for signing in. */
  readonly pending?: string | undefined;
  /** What this browser is known by to those who signed in with it: only for signing in. */
  readonly device?: string | undefined;
  /** What this browser holds of a sign-in at the national identity: only for signing in. */
  readonly national?: string | undefined;
  /** The query as it was sent, undecoded: only for answers of providers who do not encode what they send. */
  readonly search?: string | undefined;
  /** Words for the top of the page after a successful act. */
  readonly notice?: string | undefined;
}

/** What a form posted: the last value counts where only one is expected. */
export type Body = Readonly<Record<string, string | string[]>>;

/** A page to show. */
export interface Shown {
  readonly title: string;
  readonly view: VNode;
  readonly layout: 'citizen' | 'desk' | 'bare';
  readonly status?: 200 | 403 | 404 | 409 | 422 | undefined;
  /** Without scripts the page comes anew after so many seconds; with them an island does better. */
  readonly renewSeconds?: number | undefined;
  /** A script of this page compiles WebAssembly that comes from this site (CSP Level 3, `wasm-unsafe-eval`). */
  readonly compilesWasm?: boolean | undefined;
}

/** Where the browser goes next (303 See Other); `notice` is shown there once. */
export interface Redirect {
  readonly goTo: string;
  readonly notice?: string | undefined;
  /** Cookies to set or, with null, to clear. Only sign-in and settings need them. */
  readonly cookies?:
    | Readonly<Record<string, { value: string; maxAgeSeconds: number } | null>>
    | undefined;
}

type Answer = Shown | Redirect | Refusal;

/**
 * Long work in the middle of an answer. The transaction ends before it, so that nobody waits for its connection; what
 * the work gives goes on in a new one, after the visit was read and checked again.
 */
export interface Aside {
  readonly aside: () => Promise<(tx: Tx, visit: Visit) => Promise<Answer>>;
}

export interface PageRoute {
  readonly kind: 'page';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
  readonly handle: (tx: Tx, visit: Visit, body: Body) => Promise<Answer | Aside>;
  /** Before which one has to find a place; when it is full the answer is 429, without a look at the database. */
  readonly queue?: Pick<Queue, 'enter'> | undefined;
  /**
   * The form only saves what was typed, so that it may be sent again for its sender: when the session was over, it is
   * kept until they have signed in. Never for a form with a password.
   */
  readonly isResumed?: boolean | undefined;
}

/** A call of the JSON API, checked by its schemas. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly actor: Actor | null;
  readonly lang: Lang;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly now: Date;
}

export interface ApiSchemas {
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly answer: TSchema;
  /** One sentence for the API's description. */
  readonly summary: string;
}

export interface ApiRoute {
  readonly kind: 'api';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly schemas: ApiSchemas;
  readonly handle: (tx: Tx, call: Call<never, never, never>) => Promise<unknown>;
}

/** A route that streams and answers by itself: files and resumable uploads. It is still signed in and checked. */
export interface RawRoute {
  readonly kind: 'raw';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly path: string;
  readonly access: Access;
  readonly handle: (request: FastifyRequest, reply: FastifyReply, visit: Visit) => Promise<unknown>;
}

/**
 * A route that other programs call with proof of their own: a token, a signed message. No cookie is looked at, so
 * neither origin nor token of a form is asked; it reads the body, checks the proof and answers by itself.
 */
export interface ProgramRoute {
  readonly kind: 'program';
  readonly method: RawRoute['method'];
  readonly path: string;
  readonly access: Access;
  readonly handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

export type Route = PageRoute | ApiRoute | RawRoute | ProgramRoute;

/** A page that is looked at; after work aside when it is long. */
export function get(
  path: string,
  access: Access,
  show: (tx: Tx, visit: Visit) => Promise<Answer | Aside>,
): Route {
  return { kind: 'page', method: 'GET', path, access, handle: show };
}

/**
 * A form that is sent. It answers with a redirect, a refusal, or the same page with status 422, after work aside when
 * it is long; then it says before which queue.
 */
export function post(
  path: string,
  access: Access,
  submit: (tx: Tx, visit: Visit, body: Body) => Promise<Answer | Aside>,
  options: Pick<PageRoute, 'queue' | 'isResumed'> = {},
): Route {
  return { kind: 'page', method: 'POST', path, access, handle: submit, ...options };
}

type Typed<S> = S extends TSchema ? Static<S> : undefined;

/** A JSON endpoint. The schemas validate the call and make the published description. */
export function api<const S extends ApiSchemas>(
  method: ApiRoute['method'],
  path: string,
  access: Access,
  schemas: S,
  handle: (
    tx: Tx,
    call: Call<Typed<S['params']>, Typed<S['query']>, Typed<S['body']>>,
  ) => Promise<Static<S['answer']> | Refusal>,
): Route {
  return { kind: 'api', method, path, access, schemas, handle };
}

/** A streaming endpoint. */
export function raw(
  method: RawRoute['method'],
  path: string,
  access: Access,
  handle: RawRoute['handle'],
): Route {
  return { kind: 'raw', method, path, access, handle };
}

/** An endpoint for programs that carry their own proof. */
export function program(
  method: ProgramRoute['method'],
  path: string,
  handle: ProgramRoute['handle'],
): Route {
  return { kind: 'program', method, path, access: ['anyone'], handle };
}
