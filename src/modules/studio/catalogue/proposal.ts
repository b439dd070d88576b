import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import type { DeadlineUnit } from '#/values/deadline.ts';

export interface ProposedPaper {
  readonly code: string;
  readonly name: string;
  readonly group: CatalogueFacts['papers'][number]['group'];
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  readonly note?: string | undefined;
}

/** What an official confirms or corrects before it becomes a draft. */
export interface Proposal {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly agencyLevel: CatalogueFacts['agencyLevel'] | undefined;
  readonly executingAgency: string;
  readonly receivingUnit: CatalogueFacts['receivingUnit'];
  readonly onlineLevel: CatalogueFacts['onlineLevel'];
  readonly channels: CatalogueFacts['channels'];
  readonly fieldCode: string;
  readonly fieldName: string;
  readonly subjects: readonly string[];
  readonly steps: string;
  readonly sets: number;
  readonly papers: readonly ProposedPaper[];
  readonly qty: number | undefined;
  readonly unit: DeadlineUnit | undefined;
  readonly cutoff: string | undefined;
  readonly deadlineText: string;
  readonly feeText: string;
  /** The fee in đồng, when it is one amount for everybody. */
  readonly amount: number;
  readonly results: readonly { readonly code: string; readonly name: string }[];
  readonly legalBases: readonly { readonly number: string; readonly title: string }[];
  readonly conditions: readonly string[];
}

/** Longest texts, as in the catalogue. */
export const longest = { words: 6000, short: 120, title: 500, papers: 60 } as const;
