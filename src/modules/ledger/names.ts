import type { Tx } from '#/platform/db/index.ts';
import type { Text } from '#/values/text.ts';

/** What the public codes of leaves are called. The application hands them in: the modules stand below this one. */
export interface LedgerNames {
  /** Short names of procedures by address. */
  readonly procedures: ReadonlyMap<string, Text>;
  readonly verbs: Readonly<Record<string, Text>>;
  readonly states: Readonly<Record<string, Text>>;
  /** Kinds of issued papers. */
  readonly documents: Readonly<Record<string, Text>>;
}

export type NamesOf = (tx: Tx, now: Date) => Promise<LedgerNames>;

export const noNames: NamesOf = () =>
  Promise.resolve({ procedures: new Map(), verbs: {}, states: {}, documents: {} });
