import type { CatalogueFacts } from '../catalogue.ts';
import { findLifeEvent } from '../life-events.ts';
import type { Catalogue } from '../published.ts';
import type { Text } from '#/values/text.ts';
import { agencyLevels } from './labels.ts';

/** What a reader of the catalogue asked for, as it stands in the address. */
export interface Asked {
  readonly q: string;
  readonly event: string;
  readonly field: string;
  readonly agency: string;
  readonly page: number;
}

/** The services that answer, and how the question was read. */
export interface Selection {
  readonly services: readonly CatalogueFacts[];
  readonly marked: ReadonlySet<string>;
  readonly corrections: ReadonlyMap<string, string>;
  /** Filters that are on, in words, each with the address without it. */
  readonly chosen: readonly { readonly words: Text; readonly without: string }[];
}

/** A person reads three pages of results at most; whoever needs more asks anew. */
const mostFound = 60;

/** Reads the address of the catalogue; anything strange counts as not asked. */
export function readAsked(query: Readonly<Record<string, string>>): Asked {
  return {
    q: (query['q'] ?? '').trim().slice(0, 200),
    event: query['su-kien'] ?? '',
    field: query['linh-vuc'] ?? '',
    agency: query['co-quan'] ?? '',
    page: /^[1-9]\d{0,3}$/.test(query['trang'] ?? '') ? Number(query['trang']) : 1,
  };
}

/** The address of a question to the catalogue. */
export function hrefOf({ q, event, field, agency, page }: Asked): string {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (event !== '') query.set('su-kien', event);
  if (field !== '') query.set('linh-vuc', field);
  if (agency !== '') query.set('co-quan', agency);
  if (page > 1) query.set('trang', String(page));
  const written = query.toString();
  return written === '' ? '/dich-vu' : `/dich-vu?${written}`;
}

/** Searches and filters the catalogue. */
export function selectServices(catalogue: Catalogue, asked: Asked): Selection {
  const all = catalogue.all.map((procedure) => procedure.facts);
  const found = asked.q === '' ? undefined : catalogue.search.find(asked.q, mostFound);
  const bySlug = new Map(all.map((facts) => [facts.slug, facts]));
  const candidates = found ? found.slugs.flatMap((slug) => bySlug.get(slug) ?? []) : all;
  return {
    services: candidates.filter((facts) => isWithin(facts, asked)),
    marked: found?.words ?? new Set(),
    corrections: found?.corrections ?? new Map(),
    chosen: chosenOf(all, asked),
  };
}

function isWithin(facts: CatalogueFacts, { event, field, agency }: Asked): boolean {
  return (
    (event === '' || facts.lifeEvents.includes(event)) &&
    (field === '' || facts.field.code === field) &&
    (agency === '' || facts.agencyLevel === agency)
  );
}

function chosenOf(all: readonly CatalogueFacts[], asked: Asked): Selection['chosen'] {
  const named = [
    { key: 'event', words: findLifeEvent(asked.event)?.name },
    { key: 'field', words: all.find((facts) => facts.field.code === asked.field)?.field.name },
    { key: 'agency', words: agencyName(asked.agency) },
  ] as const;
  return named.flatMap(({ key, words }) =>
    words === undefined ? [] : [{ words, without: hrefOf({ ...asked, [key]: '', page: 1 }) }],
  );
}

function agencyName(code: string): Text | undefined {
  return Object.hasOwn(agencyLevels, code)
    ? agencyLevels[code as CatalogueFacts['agencyLevel']]
    : undefined;
}
