import type { ArtefactName } from '#/modules/procedure/index.ts';

/** Why a draft is written. */
export type Purpose = 'NEW' | 'CHANGE' | 'RETIRE' | 'ROLL_BACK';

/** Where a draft stands. */
export type DraftState = 'EDITING' | 'IN_REVIEW' | 'APPROVED' | 'PUBLISHED' | 'DISCARDED';

/** A procedure that is being written. Its texts are kept through all revisions. */
export interface Draft {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly purpose: Purpose;
  /** The published version from which it was copied, or with which it last caught up; null for a new procedure. */
  readonly baseVersionId: string | null;
  readonly state: DraftState;
  readonly revision: number;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly approvedSha256: string | null;
  readonly publishedVersionId: string | null;
}

/** What may be done to a draft. */
export type DraftVerb =
  | 'begin'
  | 'save'
  | 'catch-up'
  | 'ask-review'
  | 'send-back'
  | 'approve'
  | 'publish'
  | 'discard';

/** Something that was done to a draft. */
export interface DraftAct {
  readonly seq: number;
  readonly verb: DraftVerb;
  readonly at: Date;
  readonly personId: string;
  readonly actorName: string;
  readonly revision: number;
  readonly words: string;
  /** The texts that it wrote. */
  readonly wrote: readonly ArtefactName[];
}

/** From which states each verb is lawful, and where it leads. A save ends a review: what is approved is what is published. */
const moves: Readonly<
  Record<
    Exclude<DraftVerb, 'begin'>,
    { readonly from: readonly DraftState[]; readonly to: DraftState }
  >
> = {
  save: { from: ['EDITING', 'IN_REVIEW', 'APPROVED'], to: 'EDITING' },
  'catch-up': { from: ['EDITING', 'IN_REVIEW', 'APPROVED'], to: 'EDITING' },
  'ask-review': { from: ['EDITING'], to: 'IN_REVIEW' },
  'send-back': { from: ['IN_REVIEW', 'APPROVED'], to: 'EDITING' },
  approve: { from: ['IN_REVIEW'], to: 'APPROVED' },
  publish: { from: ['APPROVED'], to: 'PUBLISHED' },
  discard: { from: ['EDITING', 'IN_REVIEW', 'APPROVED'], to: 'DISCARDED' },
};

/** Whether a verb is lawful now. */
export function mayNow(verb: Exclude<DraftVerb, 'begin'>, state: DraftState): boolean {
  return moves[verb].from.includes(state);
}

/** Where a verb leads. */
export function stateAfter(verb: Exclude<DraftVerb, 'begin'>): DraftState {
  return moves[verb].to;
}

/** Verbs whose doer has written the text and therefore may not approve it. */
export const writingVerbs: readonly DraftVerb[] = ['begin', 'save', 'catch-up'];
