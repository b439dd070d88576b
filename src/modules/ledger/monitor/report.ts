import type { Misfit } from '../store/inspections.ts';

/** What the monitor looks for; each is a word in the report. */
export type MisfitKind =
  /** A leaf is not where the numbering says, or is not one of ours. */
  | 'leaf'
  /** The lists' copy of a leaf differs from the leaf. */
  | 'copy'
  /** A leaf does not continue its case: an act is missing, twice, or out of order. */
  | 'chain'
  /** Stored hashes are not those of the leaves. */
  | 'tile'
  /** The log's own account of its end differs. */
  | 'end'
  /** A signed checkpoint is not that of the leaves, or its signature is wrong. */
  | 'checkpoint'
  /** A cosignature does not hold. */
  | 'cosignature'
  /** An act of the office has no leaf. */
  | 'omitted'
  /** An act of the office is not what its leaf committed to. */
  | 'changed'
  /** A leaf has no act of the office any more. */
  | 'vanished'
  /** Leaves lost what opens them without an erasure in the log. */
  | 'unopened'
  /** Acts have waited too long for their place in the log. */
  | 'stuck';

/** Gathers what does not fit. A flood is cut: the first thousand tell enough. */
export class Report {
  readonly findings: Misfit[] = [];
  /** All that was found, listed or not. */
  count = 0;

  add(kind: MisfitKind, place: string): void {
    this.count += 1;
    if (this.findings.length < 1000) this.findings.push({ kind, place });
  }
}
