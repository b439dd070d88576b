import { unitsBelow, worldsOf, type CalendarChange } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { WorkingCalendar } from '#/values/working-time.ts';
import type { Clockwork, Turn } from './moves.ts';

/** The units whose calendar a change concerns; null for all. */
export async function unitsConcerned(tx: Tx, { unitId }: CalendarChange): Promise<string[] | null> {
  return unitId === null ? null : unitsBelow(tx, unitId);
}

/** The calendars around a change, for the units of some dossiers. */
export function turnsOf(
  tx: Tx,
  change: CalendarChange,
  at: Date,
): (clockworks: readonly Clockwork[]) => Promise<Turn> {
  const worlds = worldsOf(tx, change);
  const before = new Map<string, WorkingCalendar>();
  const after = new Map<string, WorkingCalendar>();
  return async (clockworks) => {
    const units = new Set(
      clockworks.flatMap(({ dossier }) => [dossier.unitId, ...dossier.unitIds]),
    );
    for (const unitId of units) {
      if (before.has(unitId)) continue;
      before.set(unitId, await worlds.before(unitId));
      after.set(unitId, await worlds.after(unitId));
    }
    return { before: (id) => before.get(id)!, after: (id) => after.get(id)!, at };
  };
}
