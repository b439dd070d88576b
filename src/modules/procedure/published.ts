import type { Tx } from '#/platform/db/index.ts';
import { dayOf, type Day } from '#/values/day.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { catalogueSearch, type CatalogueSearch } from './catalogue-search.ts';
import { lifeEvents } from './life-events.ts';
import type { ProcedureLinks } from './links.ts';
import { getEdition, listCatalogueTexts, listInForce } from './store.ts';
import type { Version } from './version.ts';

/** A procedure that is in force, with what the public is told of it. */
export interface PublishedProcedure {
  readonly version: Version;
  readonly facts: CatalogueFacts;
}

/** All procedures in force on one day. */
export interface Catalogue {
  /** The most used first. */
  readonly all: readonly PublishedProcedure[];
  readonly search: CatalogueSearch;
  find(slug: string): PublishedProcedure | undefined;
}

/** The procedures in force on a day, read afresh. */
export async function publishedOn(tx: Tx, on: Day): Promise<PublishedProcedure[]> {
  const versions = await listInForce(tx, on);
  const texts = await listCatalogueTexts(
    tx,
    versions.map((version) => version.id),
  );
  const byId = new Map(texts.map(({ versionId, body }) => [versionId, body]));
  return versions.map((version) => ({ version, facts: readFacts(byId.get(version.id)!) }));
}

/** Gives the catalogue of the day on which `now` falls. */
export type CatalogueKeeper = (tx: Tx, now: Date) => Promise<Catalogue>;

/**
 * Keeps the catalogue of the present day in memory; it is built again when something was published or the day
 * changed. Sharing the promise means that a crowd at midnight builds it once.
 */
export function catalogueKeeper(usage: ProcedureLinks['usage']): CatalogueKeeper {
  let kept: { key: string; catalogue: Promise<Catalogue> } | undefined;
  return async (tx, now) => {
    const on = dayOf(now);
    const key = `${on} ${await getEdition(tx)}`;
    if (kept?.key !== key) {
      const building = { key, catalogue: build(tx, now, usage) };
      kept = building;
      building.catalogue.catch(() => {
        if (kept === building) kept = undefined;
      });
    }
    return kept.catalogue;
  };
}

async function build(tx: Tx, now: Date, usage: ProcedureLinks['usage']): Promise<Catalogue> {
  const used = await usage(tx, now);
  const usedBy = ({ version }: PublishedProcedure) => used.get(version.procedureId) ?? 0;
  const all = (await publishedOn(tx, dayOf(now))).toSorted(
    (a, b) =>
      usedBy(b) - usedBy(a) ||
      firstEvent(a) - firstEvent(b) ||
      (a.facts.slug < b.facts.slug ? -1 : 1),
  );
  const bySlug = new Map(all.map((procedure) => [procedure.facts.slug, procedure]));
  const most = Math.max(1, ...all.map(usedBy));
  return {
    all,
    search: catalogueSearch(
      all.map((procedure) => procedure.facts),
      (slug) => usedBy(bySlug.get(slug)!) / most,
    ),
    find: (slug) => bySlug.get(slug),
  };
}

function firstEvent({ facts }: PublishedProcedure): number {
  const place = lifeEvents.findIndex((event) => facts.lifeEvents.includes(event.code));
  return place < 0 ? lifeEvents.length : place;
}

/** The text was checked when it was published. */
function readFacts(body: string): CatalogueFacts {
  return JSON.parse(body.replace(/^\ufeff/, '')) as CatalogueFacts;
}
