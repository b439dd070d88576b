import type { Day } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import territories from './data/territories.json' with { type: 'json' };

/** An area in which the People's Council set fees of its own. */
export interface Territory {
  /** The code that fee rules name: CT-PL1. */
  readonly code: string;
  readonly name: Text;
  readonly from: Day;
  readonly source: string;
}

/** The fee area of a commune on a day, undefined where one table of fees holds for the whole province. */
export function territoryOf(placeCode: string, on: Day): Territory | undefined {
  return byPlace.get(placeCode)?.find(({ from }) => from <= on);
}

const byPlace = new Map<string, Territory[]>();
for (const { code, vi, en, from, source, communes } of territories) {
  const territory: Territory = { code, name: text(vi, en), from: from as Day, source };
  for (const commune of communes) {
    byPlace.set(commune, [territory, ...(byPlace.get(commune) ?? [])]);
  }
}
