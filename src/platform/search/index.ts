export { highlight } from './highlight.ts';
export { buildSearchIndex, type FieldPlan, type SearchDocument } from './search-index.ts';
export type { ThesaurusGroup } from './thesaurus.ts';
