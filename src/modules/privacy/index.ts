export type { ReadRecord, ReadSubject } from './read-record.ts';
export { listReadsOf, type ReadsPage } from './reads-of.ts';
export { recordRead, type Reading } from './record-read.ts';
export { listReadsOn } from './store/reads.ts';
export { readKeeper, type OwnersOf } from './store/keep-reads.ts';
