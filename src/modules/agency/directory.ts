import type { Tx } from '#/platform/db/index.ts';
import { remember } from './remember.ts';
import { findVersion } from './store/dataset.ts';
import { selectAllUnits, selectAreas } from './store/units.ts';
import type { Unit, UnitKind } from './unit.ts';

/** All units with the places that they serve, in memory. */
export interface Directory {
  /** Ended or not. */
  byId(id: string): Unit | undefined;
  byKey(key: string): Unit | undefined;
  /** The unit of a kind that serves a place; one that has its seat there comes first. */
  serving(kind: UnitKind, placeCode: string): Unit | undefined;
  /** The communes whose people's committees are declared here, in the order of their units. */
  readonly servedPlaces: readonly string[];
}

/** The units as they are now, read again only when they were changed. */
export async function directory(tx: Tx): Promise<Directory> {
  const version = await findVersion(tx, 'units');
  return version === undefined ? build(tx) : directories(version, () => build(tx));
}

const directories = remember<Directory>(2);

async function build(tx: Tx): Promise<Directory> {
  const units = await selectAllUnits(tx);
  const areas = await selectAreas(tx);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const standing = units.filter(({ to }) => to === null);
  const serves = new Set(areas.map(({ unitId, placeCode }) => `${unitId} ${placeCode}`));
  return {
    byId: (id) => byId.get(id),
    byKey: (key) => byKey.get(key),
    serving(kind, placeCode) {
      const found = standing.filter(
        (unit) => unit.kind === kind && serves.has(`${unit.id} ${placeCode}`),
      );
      return found.find((unit) => unit.placeCode === placeCode) ?? found[0];
    },
    servedPlaces: standing
      .filter(({ kind }) => kind === 'people-committee')
      .flatMap(({ id }) =>
        areas.filter(({ unitId }) => unitId === id).map(({ placeCode }) => placeCode),
      ),
  };
}
