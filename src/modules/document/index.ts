export { mayReprint } from './access.ts';
export { letterDate, letterhead, type FormData } from './forms/index.ts';
export type { Issued } from './issued/issued.ts';
export { issuedNames, issuedSource } from './issued/ledger-source.ts';
export { keepReceived, type ReceivedPaper } from './issued/keep-received.ts';
export { reprint, reprintAll } from './issued/reprint.ts';
export { requestPrint, requestResult } from './issued/request-print.ts';
export { PaperCard } from './pages/paper-card.tsx';
export { PrintStanding } from './pages/print-standing.tsx';
export { listNeededKeys } from './store/files.ts';
export { area as paperArea } from './papers/paper-works.ts';
export { keepPaper, type BoundPaper } from './papers/keep-paper.ts';
export type { Change, Matter, OwnerGate } from './papers/owner-gate.ts';
export type { Paper } from './papers/paper.ts';
export { findPaper, movePapers, sealPapers } from './papers/read-papers.ts';
export {
  countFailed as failedPrintsOf,
  findIssued,
  isPrinted,
  issuedData,
  listIssued as issuedFor,
} from './store/issued.ts';
export { sealPlainFiles } from './seal-plain-files.ts';
export { listPapers } from './store/papers.ts';
export { sealedIssued } from './store/issued.ts';
