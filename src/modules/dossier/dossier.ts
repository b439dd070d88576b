import type { Allowance } from '#/values/deadline.ts';

/** Internal states. The ten national codes follow from them (see national-state.ts). */
export const states = [
  'SUBMITTED',
  'RESUBMITTED',
  'ACCEPTED',
  'REFUSED_INTAKE',
  'ASSIGNED',
  'HANDLING',
  'VERIFYING',
  'CONSULTING',
  'DRAFTING',
  'CONFIRMING',
  'AWAITING_SIGNATURE',
  'SIGNED',
  'SUPPLEMENT_REQUIRED',
  'PAYMENT_REQUIRED',
  'WITHDRAWN',
  'STOPPED',
  'REFUSED_RESULT',
  'RESOLVED',
  'DELIVERED',
] as const;

export type State = (typeof states)[number];

export type Channel = 'DIRECT' | 'ONLINE' | 'POSTAL';
export type Delivery = 'ONLINE' | 'COUNTER' | 'POST';
export type Variant = 'NORMAL' | 'VERIFY' | 'EXTEND';

/** The allowance that a dossier has by law, with the case of the procedure that it belongs to. */
export interface Deadline extends Allowance {
  readonly case?: string | undefined;
}

/** What was filed as one paper: listed on the receipt. */
export interface FiledPaper {
  readonly code: string;
  readonly name: string;
  readonly pages: number;
  readonly sha256: string;
}

/** A dossier as it stands. Instants are null until they happened. */
export interface Dossier {
  readonly id: string;
  readonly code: string;
  readonly legacyCode: string | null;
  readonly procedureId: string;
  readonly versionId: string;
  readonly unitId: string;
  /** All units that take part by the process. */
  readonly unitIds: readonly string[];
  readonly placeCode: string;
  readonly channel: Channel;
  readonly accountId: string | null;
  readonly submitterPersonId: string;
  readonly ownerPersonId: string;
  /** By which mandate the submitter filed it for the owner. */
  readonly mandateId: string | null;
  readonly ownerName: string;
  readonly abstract: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: readonly FiledPaper[];
  readonly delivery: Delivery;
  readonly deliveryAddress: string | null;
  readonly trackingSecret: string;
  readonly state: State;
  readonly resumeState: State | null;
  readonly variant: Variant;
  readonly proposal: 'grant' | 'refuse' | null;
  readonly proposalWords: string | null;
  readonly deadline: Deadline;
  readonly submittedAt: Date;
  readonly acceptDueAt: Date;
  readonly acceptedAt: Date | null;
  readonly firstDueAt: Date | null;
  readonly dueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly overdueAt: Date | null;
  readonly reappointedAt: Date | null;
  readonly endedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly supplements: number;
  readonly instanceId: string | null;
  /** The deployed process that it was moved to; null while it runs on that of its version. */
  readonly definitionId: string | null;
  readonly resultNumber: string | null;
  readonly resultDocumentId: string | null;
}

/** A dossier that is about to be filed, before its numbers are drawn. */
export type Unnumbered = Omit<Dossier, 'code' | 'legacyCode'>;

/** Everything that can be done to a filed dossier. */
export type Verb =
  | 'submit'
  | 'claim'
  | 'release'
  | 'assign'
  | 'accept'
  | 'refuse'
  | 'request-supplement'
  | 'allow-supplement'
  | 'deny-supplement'
  | 'answer-supplement'
  | 'forward'
  | 'propose-refusal'
  | 'return'
  | 'approve'
  | 'register'
  | 'deliver'
  | 'extend'
  | 'jump'
  | 'change-process'
  | 'withdraw'
  | 'stop'
  | 'demand-payment'
  | 'settle'
  | 'apologise'
  | 'message'
  | 'check-paper'
  | 'finish-leg'
  | 'refuse-leg'
  | 'elapse'
  | 'recompute'
  | 'deem'
  | 'escalate'
  | 'give-opinion'
  | 'leg-news'
  | 'confirm-draft'
  | 'dispute-draft';

const beforeDecision: readonly State[] = [
  'SUBMITTED',
  'RESUBMITTED',
  'ACCEPTED',
  'ASSIGNED',
  'HANDLING',
  'VERIFYING',
  'CONSULTING',
  'DRAFTING',
  'CONFIRMING',
  'AWAITING_SIGNATURE',
  'SUPPLEMENT_REQUIRED',
  'PAYMENT_REQUIRED',
];

const underway: readonly State[] = [
  'ACCEPTED',
  'ASSIGNED',
  'HANDLING',
  'VERIFYING',
  'CONSULTING',
  'DRAFTING',
];

/** From which states each verb is lawful; verbs that complete a step also need that step open (see steps.ts). */
export const lawfulFrom: Readonly<Record<Exclude<Verb, 'submit'>, readonly State[]>> = {
  claim: states,
  release: states,
  assign: states,
  accept: ['SUBMITTED', 'RESUBMITTED'],
  refuse: ['SUBMITTED', 'RESUBMITTED'],
  'request-supplement': ['SUBMITTED', 'RESUBMITTED', ...underway],
  'allow-supplement': ['SUBMITTED', 'RESUBMITTED', ...underway],
  'deny-supplement': ['SUBMITTED', 'RESUBMITTED', ...underway],
  'answer-supplement': ['SUPPLEMENT_REQUIRED'],
  forward: underway,
  'propose-refusal': underway,
  return: ['DRAFTING', 'AWAITING_SIGNATURE'],
  approve: ['AWAITING_SIGNATURE'],
  register: ['SIGNED'],
  deliver: ['RESOLVED', 'REFUSED_RESULT'],
  extend: underway,
  jump: [...underway, 'AWAITING_SIGNATURE'],
  withdraw: beforeDecision,
  stop: ['SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED', ...underway],
  'demand-payment': underway,
  settle: ['PAYMENT_REQUIRED'],
  apologise: [...underway, 'AWAITING_SIGNATURE', 'SIGNED'],
  message: states,
  'check-paper': ['SUBMITTED', 'RESUBMITTED', ...underway],
  'finish-leg': underway,
  'refuse-leg': underway,
  elapse: beforeDecision,
  recompute: [...beforeDecision, 'SIGNED'],
  'change-process': [...beforeDecision, 'SIGNED', 'RESOLVED', 'REFUSED_RESULT'],
  deem: beforeDecision,
  escalate: [...beforeDecision, 'SIGNED'],
  'give-opinion': underway,
  'leg-news': [...beforeDecision, 'SIGNED'],
  'confirm-draft': ['CONFIRMING'],
  'dispute-draft': ['CONFIRMING'],
};

/** Whether the law of dossiers allows a verb now. */
export function mayNow(verb: Exclude<Verb, 'submit'>, state: State): boolean {
  return lawfulFrom[verb].includes(state);
}

const ended: ReadonlySet<State> = new Set([
  'REFUSED_INTAKE',
  'WITHDRAWN',
  'STOPPED',
  'REFUSED_RESULT',
  'RESOLVED',
  'DELIVERED',
]);

/** Whether processing is over (Decision 766/QĐ-TTg, indicator 2.1: the effective end). */
export function isEnded(state: State): boolean {
  return ended.has(state);
}

/** Whether the clock stands because the applicant must act: adds something, pays, or reads the draft. */
export function isPaused(state: State): boolean {
  return pausing.has(state);
}

const pausing: ReadonlySet<State> = new Set([
  'SUPPLEMENT_REQUIRED',
  'PAYMENT_REQUIRED',
  'CONFIRMING',
]);

/** What nobody can do any more once the result stands in the register, whatever state further steps bring. */
const beforeResult: ReadonlySet<Verb> = new Set([
  'withdraw',
  'stop',
  'propose-refusal',
  'extend',
  'jump',
]);

/** Whether a verb is lawful for a dossier now. */
export function mayDo(
  verb: Exclude<Verb, 'submit'>,
  { state, resultNumber }: Pick<Dossier, 'state' | 'resultNumber'>,
): boolean {
  if (resultNumber !== null && beforeResult.has(verb)) return false;
  return mayNow(verb, state);
}
