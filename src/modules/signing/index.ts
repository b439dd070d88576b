/** Signatures of officials and seals of offices on papers, and judging those of others. */
export { ceremonySource } from './ledger-source.ts';
export { openPaperSigner } from './paper-signer.ts';
export { refuseUnready, type WishedSignatures } from './ready.ts';
export { createValidation, type Validation } from './validate.ts';
export { VerdictView } from './pages/verdict-view.tsx';
export { createVerdicts, type Verdict, type Verdicts } from './verdict.ts';
export type { PaperSigner, SigningStep } from './sign-paper.ts';
