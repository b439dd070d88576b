export { highlight, type Piece } from './highlight.ts';
export {
  buildSearchIndex,
  type FieldPlan,
  type Found,
  type Hit,
  type SearchDocument,
  type SearchIndex,
} from './search-index.ts';
export type { ThesaurusGroup } from './thesaurus.ts';
