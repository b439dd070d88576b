import type { Tx } from '#/platform/db/index.ts';
import type { Actor, Body, Route, Visit } from '#/platform/http/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { ownFactors } from './factors/own-factors.ts';
import { readReturnPath } from './return-path.ts';

/** How fresh a proof of oneself an act of weight asks for (OWASP ASVS 5.0, 7.5.3; RFC 9470). */
export interface StepUp {
  /** Minutes that a sign-in or confirmation counts. */
  readonly minutes: number;
  /** Those without a second factor are not asked where the form asks for the password anyhow. */
  readonly whom: 'everyone' | 'those-with-second-factor';
  /** Whether it is asked for in the demo too, whose accounts open by a button. */
  readonly inDemo: boolean;
}

/** The acts that ask again, as data. */
export const stepUps = {
  factors: { minutes: 10, whom: 'everyone', inDemo: true },
  password: { minutes: 10, whom: 'those-with-second-factor', inDemo: true },
  counter: { minutes: 30, whom: 'everyone', inDemo: false },
  approval: { minutes: 5, whom: 'everyone', inDemo: false },
} as const satisfies Record<string, StepUp>;

/** Whether the person proved to be themselves as lately as the act asks. */
export function isFresh({ confirmedAt, at }: Actor, { minutes }: StepUp): boolean {
  return confirmedAt != null && at.getTime() - confirmedAt.getTime() <= minutes * 60_000;
}

/** The page that asks again and then leads to `path`. */
export function confirmPath(path: string): string {
  return `/tai-khoan/xac-nhan?tiep=${encodeURIComponent(readReturnPath(path) ?? '/')}`;
}

/** A refusal for calls that cannot be led to a page: the person has to prove again who they are first. */
export async function refuseStale(
  tx: Tx,
  actor: Actor,
  stepUp: StepUp,
  isDemo: boolean,
): Promise<Refusal | undefined> {
  return (await mustConfirm(tx, actor, stepUp, isDemo))
    ? refuse('identity.confirm-first', { minutes: String(stepUp.minutes) })
    : undefined;
}

/**
 * The same route, for people who proved lately who they are; others are led to confirm it and then to `back` (the
 * route's own address when omitted: it must be a page).
 */
export function withStepUp(stepUp: StepUp, route: Route, back?: string): Route {
  if (route.kind !== 'page') throw new Error(`${route.path} is no page: call refuseStale in it`);
  return {
    ...route,
    async handle(tx: Tx, visit: Visit, body: Body) {
      if (visit.actor && (await mustConfirm(tx, visit.actor, stepUp, visit.isDemo)))
        return { goTo: confirmPath(back ?? visit.path) };
      return route.handle(tx, visit, body);
    },
  };
}

async function mustConfirm(
  tx: Tx,
  actor: Actor,
  stepUp: StepUp,
  isDemo: boolean,
): Promise<boolean> {
  if (isFresh(actor, stepUp) || (isDemo && !stepUp.inDemo)) return false;
  return stepUp.whom === 'everyone' || (await ownFactors(tx, actor.accountId)).isOn;
}
