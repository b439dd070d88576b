import type { Deed, Status, TokenKind } from '../engine/state.ts';

/** The numbers that stand for words in the tables; 0001-process.sql lists the same. */
export const kindCodes: Readonly<Record<TokenKind, number>> = {
  user: 1,
  message: 2,
  timer: 3,
  join: 4,
  job: 5,
  scope: 6,
  'event-gateway': 7,
  many: 8,
  signal: 9,
  record: 10,
  undoing: 11,
};

export const deedCodes: Readonly<Record<Deed, number>> = {
  started: 0,
  entered: 1,
  left: 2,
  ended: 3,
  caught: 4,
  interrupted: 5,
  jumped: 6,
  closed: 7,
  suspended: 8,
  resumed: 9,
  moved: 10,
};

export const statusCodes: Readonly<Record<Status, number>> = {
  open: 0,
  done: 1,
  failed: 2,
  cancelled: 3,
};

const kinds = new Map(Object.entries(kindCodes).map(([kind, code]) => [code, kind as TokenKind]));
/** The kind of token behind a number of the token table. */
export function kindOf(code: number): TokenKind {
  return kinds.get(code)!;
}
