import { say, type Text } from '#/values/text.ts';

/** What is wrong with one element of a process model, in words for its author. */
export interface Fault {
  /** The id of the element, or null when the whole file is meant. */
  readonly element: string | null;
  readonly words: Text;
}

/** A process model that cannot be used, with everything that is wrong with it at once. */
export class ProcessFault extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.element ?? '-'}: ${say('en', fault.words)}`).join('\n'));
    this.name = 'ProcessFault';
    this.faults = faults;
  }
}

/** A fault of one element. */
export function fault(element: string | null, vi: string, en: string): Fault {
  return { element, words: { vi, en } };
}
