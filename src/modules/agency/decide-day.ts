import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/actor.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { partsOf, type Day } from '#/values/day.ts';
import type { CalendarDay } from './calendar.ts';
import { listCalendarDays } from './working-calendar.ts';
import { replaceCalendarDay, supersede } from './store/calendars.ts';
import { updateVersion } from './store/dataset.ts';

/**
 * Settles a day of the country's calendar that is only proposed or awaits confirmation: by the decision that is
 * named as its source it is a day off, or an ordinary day after all. Deadlines told before keep the version they were
 * told by.
 */
export async function decideDay(
  tx: Tx,
  actor: Actor,
  decision: { readonly on: Day; readonly isApproved: boolean; readonly source: string },
): Promise<CalendarDay | Refusal> {
  const days = await listCalendarDays(tx, partsOf(decision.on).year, null);
  const day = days.find(({ on, status }) => on === decision.on && status !== 'APPROVED');
  if (!day) return refuse('agency.no-such-day');
  const decided: CalendarDay = { ...day, status: 'APPROVED', source: decision.source };
  if (decision.isApproved) await replaceCalendarDay(tx, decided, actor.at);
  else await supersede(tx, decision.on, null, actor.at);
  await updateVersion(tx, 'calendar');
  return decided;
}
