/**
 * The kinds of step that a procedure is made of, with the outcomes that each may have. The words are fixed, so
 * that the desk, the citizen's page and the statistics mean the same by them in all procedures.
 */
export const stepKinds: Readonly<Record<string, readonly string[]>> = {
  receive: ['accept', 'refuse'],
  handle: ['forward', 'propose-refusal'],
  assign: ['forward'],
  review: ['forward', 'return'],
  approve: ['approve', 'return'],
  register: ['done'],
  deliver: ['done'],
  pay: ['paid'],
  leg: ['done', 'refuse'],
  consult: ['agree', 'object'],
};

/** The kinds of unit that a step may be done in. */
export const unitKinds: readonly string[] = [
  'one-stop',
  'justice',
  'economy',
  'culture',
  'leadership',
  'records',
  'police',
  'military',
  'tax',
  'insurance',
];
