import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { dayOf } from '#/values/day.ts';
import { newId } from '#/values/id.ts';
import { directory } from './directory.ts';
import { findPlace } from './gazetteer.ts';
import { upsertUnits } from './store/units.ts';
import type { Unit } from './unit.ts';

/** A unit as an installation declares it: by keys instead of ids. */
export interface DeclaredUnit extends Omit<Unit, 'id' | 'parentId'> {
  readonly parentKey: string | null;
  /** Codes of the communes whose people it serves. */
  readonly serves: readonly string[];
}

/** Declares units, parents before their departments. One that is known by its key is brought up to date. */
export async function declareUnits(
  tx: Tx,
  declared: readonly DeclaredUnit[],
  at: Date,
): Promise<{ readonly added: number; readonly changed: number } | Refusal> {
  const known = await directory(tx);
  const ids = new Map<string, string>();
  const units: (Unit & { serves: readonly string[] })[] = [];
  for (const { parentKey, ...unit } of declared) {
    for (const code of [unit.placeCode, ...unit.serves]) {
      if (!(await findPlace(tx, code, dayOf(at))))
        return refuse('agency.no-such-place', { place: code });
    }
    const parentId = parentKey === null ? null : (ids.get(parentKey) ?? known.byKey(parentKey)?.id);
    if (parentId === undefined) return refuse('agency.no-such-unit', { unit: parentKey ?? '' });
    const id = known.byKey(unit.key)?.id ?? newId();
    ids.set(unit.key, id);
    units.push({ ...unit, id, parentId });
  }
  await upsertUnits(tx, units, at);
  const changed = declared.filter(({ key }) => known.byKey(key)).length;
  return { added: declared.length - changed, changed };
}
