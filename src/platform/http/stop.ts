import type { FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../refusal.ts';
import { mayUse } from './access.ts';
import type { Actor } from './actor.ts';
import { isOwnOrigin } from './csrf.ts';
import { doorOf, takes, type Step } from './pipeline.ts';
import type { Route } from './route.ts';
import type { Web } from './web.ts';

interface Caller {
  readonly request: FastifyRequest;
  readonly actor: Actor | null;
  /** The token that came with the form, or in the header. */
  readonly token: unknown;
  /** Known by an access token instead of a cookie: another site cannot make a browser send that. */
  readonly isByToken?: boolean | undefined;
}

/** The first check of the pipeline that a request fails, as a refusal of ours; undefined when it may go on. */
export function stopOf(web: Web, route: Route, caller: Caller): Refusal | undefined {
  // Neither in the other's name nor, what nobody wanted, in their own.
  if (caller.actor?.hasLostMandate) return refuse('http.mandate-ended');
  const door = doorOf(route);
  const failed = checks.find(
    ([step, passes]) => takes(step, door, caller.actor !== null) && !passes(web, route, caller),
  );
  if (failed === undefined) return undefined;
  const [step] = failed;
  return refuse(step === 'access' && caller.actor === null ? 'http.not-signed-in' : codes[step]);
}

type Check = (web: Web, route: Route, caller: Caller) => boolean;

const checks: readonly (readonly [keyof typeof codes & Step, Check])[] = [
  ['access', (_web, { access }, { actor }) => mayUse(actor, access)],
  ['origin', (_web, _route, { request }) => isOwnOrigin(request)],
  [
    'token',
    (web, _route, { request, token, isByToken = false }) =>
      isByToken || web.csrf.isOurs(request, token),
  ],
];

const codes = {
  access: 'http.forbidden',
  origin: 'http.foreign-origin',
  token: 'http.stale-form',
} as const;
