import type { Tx } from '#/platform/db/index.ts';
import type { Actor, ApiRoute, Body, Route, Visit } from '#/platform/http/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { ownFactors } from './factors/own-factors.ts';
import { readReturnPath } from './return-path.ts';
import { hasPasskeyRole } from './store/passkey-roles.ts';

/** How fresh a proof of oneself an act of weight asks for (OWASP ASVS 5.0, 7.5.3; RFC 9470). */
export interface StepUp {
  /** Minutes that a sign-in or confirmation counts. */
  readonly minutes: number;
  /** Those without a second factor are not asked where the form asks for the password anyhow. */
  readonly whom: 'everyone' | 'those-with-second-factor';
  /** Whether roles that the data names (`identity.passkey_role`) must have confirmed by a passkey. */
  readonly byPasskey?: boolean | undefined;
  /** Whether it is asked for in the demo too, whose accounts open by a button. */
  readonly inDemo: boolean;
}

/** The acts that ask again, as data. */
export const stepUps = {
  factors: { minutes: 10, whom: 'everyone', inDemo: true },
  password: { minutes: 10, whom: 'those-with-second-factor', inDemo: true },
  counter: { minutes: 30, whom: 'everyone', inDemo: false },
  mandate: { minutes: 10, whom: 'everyone', inDemo: false },
  approval: { minutes: 5, whom: 'everyone', inDemo: false, byPasskey: true },
} as const satisfies Record<string, StepUp>;

/** Whether the person proved to be themselves as lately as the act asks. */
function isFresh({ confirmedAt, at }: Actor, { minutes }: StepUp): boolean {
  return confirmedAt != null && at.getTime() - confirmedAt.getTime() <= minutes * 60_000;
}

/** The page that asks again and then leads to `path`. */
function confirmPath(path: string, asked: 'any' | 'passkey'): string {
  const back = encodeURIComponent(readReturnPath(path) ?? '/');
  return `/tai-khoan/xac-nhan?tiep=${back}${asked === 'passkey' ? '&bang=khoa' : ''}`;
}

/** Which requests of a route are meant, and where people go on afterwards. */
export interface StepUpScope {
  /** A page; the route's own address when omitted. */
  readonly back?: string | undefined;
  /** By what was posted, or by the parameters of an API's address; all when omitted. */
  readonly isAct?: ((fields: Readonly<Record<string, unknown>>) => boolean) | undefined;
}

/**
 * The same route, for people who proved lately who they are. Pages lead others to confirm it first; the API, which
 * cannot, refuses.
 */
export function withStepUp(stepUp: StepUp, route: Route, scope: StepUpScope = {}): Route {
  const { back, isAct = () => true } = scope;
  switch (route.kind) {
    case 'page':
      return {
        ...route,
        async handle(tx: Tx, visit: Visit, body: Body) {
          const { actor, isDemo } = visit;
          const asked =
            actor && isAct(body) ? await mustConfirm(tx, actor, stepUp, isDemo) : 'nothing';
          if (asked !== 'nothing') return { goTo: confirmPath(back ?? visit.path, asked) };
          return route.handle(tx, visit, body);
        },
      };
    case 'api':
      return {
        ...route,
        async handle(tx: Tx, call: Parameters<ApiRoute['handle']>[1]) {
          const { actor } = call;
          const isMeant = actor !== null && isAct({ ...(call.params as object) });
          const asked = isMeant ? await mustConfirm(tx, actor, stepUp, false) : 'nothing';
          if (asked === 'passkey') return refuse('identity.passkey-first');
          if (asked === 'any')
            return refuse('identity.confirm-first', { minutes: String(stepUp.minutes) });
          return route.handle(tx, call);
        },
      };
    case 'raw':
    case 'program':
      throw new Error(`${route.path} answers by itself and cannot ask again`);
  }
}

async function mustConfirm(
  tx: Tx,
  actor: Actor,
  stepUp: StepUp,
  isDemo: boolean,
): Promise<'nothing' | 'any' | 'passkey'> {
  if (isDemo && !stepUp.inDemo) return 'nothing';
  const isByPasskey =
    stepUp.byPasskey === true &&
    (await hasPasskeyRole(
      tx,
      actor.posts.map(({ role }) => role),
    ));
  if (isFresh(actor, stepUp) && (!isByPasskey || actor.confirmedBy === 'passkey')) return 'nothing';
  if (isByPasskey) return 'passkey';
  return stepUp.whom === 'everyone' || (await ownFactors(tx, actor.accountId)).isOn
    ? 'any'
    : 'nothing';
}
