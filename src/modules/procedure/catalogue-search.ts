import { buildSearchIndex, type FieldPlan, type SearchDocument } from '#/platform/search/index.ts';
import type { Text } from '#/values/text.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { findLifeEvent } from './life-events.ts';
import { thesaurus } from './thesaurus.ts';

type Field = 'name' | 'words' | 'about' | 'papers' | 'terms';

const plan: FieldPlan<Field> = {
  name: { weight: 3, b: 0.5, accentWeight: 3, isSubject: true },
  words: { weight: 2.5, b: 0.3, accentWeight: 2.5, isSubject: true },
  about: { weight: 1, b: 0.6, accentWeight: 1, isSubject: true },
  papers: { weight: 0.5, b: 0.6 },
  terms: { weight: 0.2, b: 0.6 },
};

/** Below this share of the question a hit answers something else; better to say that nothing was found. */
const leastCoverage = 0.35;
/** A hit that scores less than this share of the best one only shares a common word with the question. */
const leastShare = 0.25;

/** What is found, and how the question was read. */
interface CatalogueFound {
  readonly slugs: readonly string[];
  /** Plain syllables to mark. */
  readonly words: ReadonlySet<string>;
  /** Misspelt syllables and how they were read. */
  readonly corrections: ReadonlyMap<string, string>;
}

/** Searches the catalogue in memory. */
export interface CatalogueSearch {
  find(question: string, limit: number): CatalogueFound;
}

/** Builds the search over catalogue facts; `popularity` (0 to 1) of a procedure breaks ties. */
export function catalogueSearch(
  catalogue: readonly CatalogueFacts[],
  popularity: (slug: string) => number,
): CatalogueSearch {
  const index = buildSearchIndex(
    catalogue.map((facts) => documentOf(facts, popularity(facts.slug))),
    plan,
    thesaurus,
  );
  return {
    find(question, limit) {
      const { hits, words, corrections } = index.find(question, limit);
      const least = (hits[0]?.score ?? 0) * leastShare;
      const fitting = hits.filter((hit) => hit.coverage >= leastCoverage && hit.score >= least);
      const slugs = fitting.map((hit) => hit.id);
      return { slugs, words, corrections };
    },
  };
}

function documentOf(facts: CatalogueFacts, popularity: number): SearchDocument<Field> {
  const events = facts.lifeEvents.flatMap((code) => findLifeEvent(code) ?? []);
  return {
    id: facts.slug,
    popularity,
    fields: {
      name: both(facts.name, facts.shortName),
      words: [...facts.words, facts.code],
      about: both(
        facts.field.name,
        ...events.map((event) => event.name),
        ...facts.conditions,
        ...facts.subjects,
      ),
      papers: both(
        ...facts.papers.map((paper) => paper.name),
        ...facts.results.map((result) => result.name),
      ),
      terms: both(facts.deadlineText, facts.feeText, facts.executingAgency, facts.jurisdiction),
    },
  };
}

function both(...texts: readonly Text[]): string[] {
  return texts.flatMap(({ vi, en }) => [vi, en]);
}
