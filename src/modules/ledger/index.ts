export { append, type NewEntry } from './append.ts';
export type { PublicFacts } from './leaf/leaf.ts';
export type { RowPlace, Source, SourceRow } from './source.ts';
