export { append, type NewEntry } from './append.ts';
export { verifyLedger } from './cli.ts';
export type { PublicFacts } from './leaf/leaf.ts';
export { inspectLedger, type Verdict } from './monitor/inspect.ts';
export type { LedgerNames } from './names.ts';
export { LedgerReceipt } from './pages/ledger-receipt.tsx';
export type { RowPlace, Source, SourceRow } from './source.ts';
export { resumeLedger } from './resume.ts';
export { standingOf, type Standing } from './standing.ts';
