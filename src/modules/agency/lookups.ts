import type { Tx } from '#/platform/db/index.ts';
import type { Lookups, Option } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import clinics from './data/clinics.json' with { type: 'json' };
import ethnicGroups from './data/ethnic-groups.json' with { type: 'json' };
import identityPapers from './data/identity-papers.json' with { type: 'json' };
import nationalities from './data/nationalities.json' with { type: 'json' };
import { communesIn, gazetteer, provincesIn } from './gazetteer.ts';
import { placeText, type Place } from './place.ts';

/**
 * The lists that forms choose from on a day, in memory: `provinces` and `communes` (within a province code) by code;
 * `ethnic-groups`, `nationalities`, `identity-issuers` and `clinics` (within a province code, or all) by their
 * Vietnamese name, as papers print them; `identity-papers` by a short code. An unknown list is empty.
 */
export async function lookupsOf(tx: Tx, on: Day): Promise<Lookups> {
  const known = await gazetteer(tx);
  const lists: Record<string, (within: string | undefined) => readonly Option[]> = {
    ...fixed,
    provinces: () => provincesIn(known, on).map(placeOption),
    communes: (within) => communesIn(known, within ?? '', on).map(placeOption),
  };
  return {
    options: (list, within) => (Object.hasOwn(lists, list) ? (lists[list]?.(within) ?? []) : []),
  };
}

const namedOption = (vi: string, en: string): Option => ({ value: vi, label: text(vi, en) });

const groups = ethnicGroups.map(({ name }) => namedOption(name, name));
const countries = nationalities.map(({ vi, en }) => namedOption(vi, en));
const issuers = identityPapers.issuers.map(({ vi, en }) => namedOption(vi, en));
const papers: readonly Option[] = identityPapers.kinds.map(({ value, vi, en }) => ({
  value,
  label: text(vi, en),
}));

const fixed: Record<string, (within: string | undefined) => readonly Option[]> = {
  'ethnic-groups': () => groups,
  nationalities: () => countries,
  'identity-issuers': () => issuers,
  'identity-papers': () => papers,
  clinics: (within) =>
    clinics
      .filter(({ province }) => within === undefined || province === within)
      .map(({ name }) => namedOption(name, name)),
};

function placeOption(place: Place): Option {
  return { value: place.code, label: placeText(place) };
}
