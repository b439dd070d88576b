export type { Doubt, Medium, Turn } from './darkroom/index.ts';
export { letterDate, type FormData, type FormKind } from './forms/index.ts';
export type { Issued, IssuedKind } from './issued/issued.ts';
export {
  requestPrint,
  requestResult,
  type FormOrder,
  type ResultOrder,
} from './issued/request-print.ts';
export { readVerificationCode } from './issued/verification-code.ts';
export { addFile, type ReceivedFile } from './papers/add-file.ts';
export type { OwnerGate } from './papers/owner-gate.ts';
export {
  paperState,
  type BoundPdf,
  type Paper,
  type PaperFile,
  type PaperPage,
  type PaperState,
} from './papers/paper.ts';
export {
  findPaper,
  forgetPapers,
  hasUnreadable,
  mergedPdf,
  movePapers,
} from './papers/read-papers.ts';
export { findIssued, isPrinted, listIssued as issuedFor } from './store/issued.ts';
export { listPapers } from './store/papers.ts';
export { PaperCard, type PaperCardProps } from './pages/paper-card.tsx';
