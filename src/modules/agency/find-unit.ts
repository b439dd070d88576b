import type { Tx } from '#/platform/db/index.ts';
import { refuse, type Refusal } from '#/platform/refusal.ts';
import { directory } from './directory.ts';
import { selectUnits } from './store/units.ts';
import type { Unit, UnitKind } from './unit.ts';

/** All units that have not ended, each agency followed by its departments. */
export function listUnits(tx: Tx): Promise<Unit[]> {
  return selectUnits(tx);
}

/** The ids of a unit and of all units below it. */
export async function unitsBelow(tx: Tx, id: string): Promise<string[]> {
  const units = await selectUnits(tx);
  const below = (above: string): string[] => [
    above,
    ...units.filter(({ parentId }) => parentId === above).flatMap((unit) => below(unit.id)),
  ];
  return below(id);
}

/** The unit of an id. @throws Error when there is none. */
export async function getUnit(tx: Tx, id: string): Promise<Unit> {
  const unit = (await directory(tx)).byId(id);
  if (!unit) throw new Error(`No unit ${id}`);
  return unit;
}

/** The unit of a kind that serves the people of a commune, undefined when none is declared. */
export async function findUnitServing(
  tx: Tx,
  kind: UnitKind,
  placeCode: string,
): Promise<Unit | undefined> {
  return (await directory(tx)).serving(kind, placeCode);
}

/** The communes whose people's committees work with this installation; none before a unit is declared. */
export async function servedPlaces(tx: Tx): Promise<readonly string[]> {
  return (await directory(tx)).servedPlaces;
}

/**
 * The unit of a kind that works together with a unit: the one that serves the commune where that unit sits. Refused
 * with `agency.no-unit-of-kind` when the commune has none.
 */
export async function unitFor(tx: Tx, kind: UnitKind, homeUnitId: string): Promise<Unit | Refusal> {
  const home = await getUnit(tx, homeUnitId);
  if (home.kind === kind) return home;
  const unit = await findUnitServing(tx, kind, home.placeCode);
  return unit ?? refuse('agency.no-unit-of-kind', { kind, unit: home.name.vi });
}
