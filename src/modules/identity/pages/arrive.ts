import type { Config } from '#/platform/config/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Redirect, Visit } from '#/platform/http/index.ts';
import type { Entered, Halfway } from '../enter.ts';
import { closeSession } from '../session.ts';
import { pathAfter } from './home.ts';
import { withEntered, withPending } from './session-cookie.ts';

/** Where somebody signing in goes: to what they wanted when they are in, else to the second step. */
export async function arrive(
  tx: Tx,
  config: Config,
  visit: Visit,
  outcome: Entered | Halfway,
  goTo: string | null | undefined,
): Promise<Redirect> {
  if ('pending' in outcome) return { goTo: '/dang-nhap/buoc-hai', ...withPending(config, outcome) };
  if (visit.session !== undefined) await closeSession(tx, visit.session);
  return { goTo: pathAfter(goTo ?? undefined, outcome.kind), ...withEntered(config, outcome) };
}
