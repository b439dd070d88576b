import { dayOf } from '#/values/day.ts';
import type { StepKind } from '../steps.ts';
import { kindsOf } from '../steps.ts';
import type { Verb } from '../dossier.ts';
import type { Act } from '../store/index.ts';

/** One hand through which a dossier went: who gave it, who took it, until when, and when they were done. */
export interface Handover {
  readonly unitId: string | null;
  /** Null where it began with this hand. */
  readonly givenAt: Date | null;
  readonly giver: string;
  readonly takenAt: Date;
  readonly taker: string;
  readonly doneAt: Date;
  readonly verb: Verb;
  readonly role: string | null;
  readonly words: string | null;
}

/** Acts with which an official is done with a dossier and somebody else has it. */
const passing: ReadonlySet<Verb> = new Set([
  'accept',
  'refuse',
  'request-supplement',
  'allow-supplement',
  'forward',
  'propose-refusal',
  'return',
  'approve',
  'register',
  'finish-leg',
  'refuse-leg',
  'give-opinion',
  'deliver',
]);

/** Acts with which it comes to the officials from outside: their time begins there. */
const arriving: ReadonlySet<Verb> = new Set(['submit', 'answer-supplement', 'settle', 'elapse']);

/** The hands through which a dossier went, by its history. Whoever claimed a step took it then, else when it was given. */
export function handoversOf(acts: readonly Act[]): Handover[] {
  const handovers: Handover[] = [];
  let given: Act | undefined;
  let taken: Act | undefined;
  for (const act of acts) {
    if (act.verb === 'claim' || act.verb === 'assign') taken = act;
    if (passing.has(act.verb)) {
      handovers.push({
        unitId: act.unitId,
        givenAt: given?.at ?? null,
        giver: given?.actorName ?? '',
        takenAt: taken?.at ?? given?.at ?? act.at,
        taker: act.actorName,
        doneAt: act.at,
        verb: act.verb,
        role: act.role,
        words: act.words,
      });
    }
    if (passing.has(act.verb) || arriving.has(act.verb)) {
      given = act;
      taken = undefined;
    }
  }
  return handovers;
}

/** Whether a step of a process is the one in which a handover ended. */
export function isStepOf(
  { verb, role }: Pick<Handover, 'verb' | 'role'>,
  step: { readonly kind: string | null; readonly role: string | null },
): boolean {
  return step.role === role && (kindsOf[verb]?.includes(step.kind as StepKind) ?? false);
}

/** Trước, đúng or quá hạn, as the control sheet asks; a step without hours of its own is never late. */
export function timelinessOf(doneAt: Date, dueAt: Date | null): string {
  if (dueAt === null) return '';
  if (doneAt > dueAt) return 'Quá hạn';
  return dayOf(doneAt) < dayOf(dueAt) ? 'Trước hạn' : 'Đúng hạn';
}
