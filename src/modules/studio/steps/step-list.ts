import type { Text } from '#/values/text.ts';

/** A step that people do, as the model writes it. */
export interface StepRow {
  readonly id: string;
  readonly name: Text;
  readonly kind: string;
  readonly role: string | undefined;
  readonly unit: string | undefined;
  readonly hours: string | undefined;
  readonly hoursExtended: string | undefined;
  readonly state: string | undefined;
  readonly outcomes: string | undefined;
  readonly legalBasis: string | undefined;
  readonly form: string | undefined;
  /** Done only when this holds; else the case goes on to the next step. */
  readonly onlyIf: { readonly feel: string; readonly gate: Gate } | undefined;
  /** Where the case goes after the step when it does not simply go on. */
  readonly gate: Gate | undefined;
}

/** A choice of ways, by a condition; the way on is the one without. */
export interface Gate {
  readonly id: string;
  readonly name: Text;
  /** Words on the way on. */
  readonly next: string | undefined;
  readonly nextId: string | undefined;
  readonly ways: readonly Way[];
}

/** A way that is taken on a condition: to an earlier step, or to an end. */
export interface Way {
  readonly condition: string;
  readonly words: string | undefined;
  readonly to: string;
}

/** An event at which a case begins or ends. */
export interface Event {
  readonly id: string;
  readonly name: Text;
}

/**
 * The usual shape of a procedure: steps one after the other, each of which may be skipped, may send the case back, or
 * may end it; at last one of its ends.
 */
export interface StepList {
  readonly start: Event;
  readonly steps: readonly StepRow[];
  /** What decides between the ends when all steps are done; undefined: there is one. */
  readonly last: Gate | undefined;
  /** Where the case ends when all went well. */
  readonly end: string;
  readonly ends: readonly Event[];
}

/** What the desk makes of each kind of step: its outcomes, and the state of a dossier that waits for it. */
export const kindFacts: Readonly<
  Record<string, { readonly outcomes: string; readonly state: string }>
> = {
  receive: { outcomes: 'accept refuse', state: 'SUBMITTED' },
  assign: { outcomes: 'forward', state: 'ACCEPTED' },
  handle: { outcomes: 'forward propose-refusal', state: 'HANDLING' },
  review: { outcomes: 'forward return', state: 'DRAFTING' },
  approve: { outcomes: 'approve return', state: 'AWAITING_SIGNATURE' },
  register: { outcomes: 'done', state: 'SIGNED' },
  pay: { outcomes: 'paid', state: 'PAYMENT_REQUIRED' },
  leg: { outcomes: 'done refuse', state: 'HANDLING' },
  consult: { outcomes: 'agree object', state: 'CONSULTING' },
  deliver: { outcomes: 'done', state: 'RESOLVED' },
};

/** The step to which a step sends cases back. */
export function returnsTo(step: StepRow): string | undefined {
  return step.gate?.ways.find(({ condition }) => condition === 'outcome = "return"')?.to;
}
