import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import type { DeadlineUnit } from '#/values/deadline.ts';

export type Channel = CatalogueFacts['channels'][number];

/** A way to hand in, with its time and fees as published. */
export interface RecordMethod {
  readonly channel: Channel | null;
  readonly qty: number | null;
  /** As written: WORKING_DAY, OTHER, … */
  readonly unit: string | null;
  readonly words: string;
  readonly fees: readonly RecordFee[];
}

export interface RecordFee {
  /** Whole đồng; null when only words tell it. */
  readonly amount: number | null;
  readonly words: string;
}

export interface RecordPaper {
  readonly code: string;
  readonly name: string;
  readonly originals: number | null;
  readonly copies: number | null;
  readonly required: boolean | null;
  /** What stands above it: "Giấy tờ phải xuất trình", a case, or nothing. */
  readonly heading: string;
}

/** A case of the procedure with a time of its own. */
export interface RecordCase {
  readonly name: string;
  readonly qty: number;
  readonly unit: DeadlineUnit;
}

/** A procedure as the national catalogue publishes it, as far as it was understood. */
export interface CatalogueRecord {
  readonly code: string;
  readonly name: string;
  readonly decision: string;
  readonly field: { readonly code: string; readonly name: string };
  readonly agency: string;
  readonly level: CatalogueFacts['agencyLevel'] | null;
  readonly online: CatalogueFacts['onlineLevel'] | null;
  readonly steps: string;
  readonly methods: readonly RecordMethod[];
  /** The time in words, where it stands apart from the methods. */
  readonly deadlineWords: string;
  readonly feeWords: string;
  readonly sets: number | null;
  readonly papers: readonly RecordPaper[];
  readonly cases: readonly RecordCase[];
  readonly subjects: readonly string[];
  readonly results: readonly { readonly code: string; readonly name: string }[];
  readonly legalBases: readonly { readonly number: string; readonly title: string }[];
  readonly conditions: readonly string[];
  /** What stood in the file and fits nowhere. */
  readonly leftovers: readonly string[];
}

/** The record before anything was read. */
export const emptyRecord: CatalogueRecord = {
  code: '',
  name: '',
  decision: '',
  field: { code: '', name: '' },
  agency: '',
  level: null,
  online: null,
  steps: '',
  methods: [],
  deadlineWords: '',
  feeWords: '',
  sets: null,
  papers: [],
  cases: [],
  subjects: [],
  results: [],
  legalBases: [],
  conditions: [],
  leftovers: [],
};
