import type { Tx } from '#/platform/db/index.ts';
import { commitmentOf, digestOf, newSalt } from './leaf/commitment.ts';
import type { PublicFacts } from './leaf/leaf.ts';
import { insertPending } from './store/pending.ts';

/** Something that happened and must not be changed unseen. */
export interface NewEntry {
  /** act, document, procedure, … */
  readonly kind: string;
  /** Id of what it happened to. */
  readonly subject: string;
  /** Its place among the acts of the subject, from 1 without gaps: a leaf that is missing shows. */
  readonly n: number;
  readonly at: Date;
  readonly facts: PublicFacts;
  /** Everything about it, as it can be made again from the rows of its module. Only a salted commitment is logged. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The subject as the act left it, so that its rows cannot be changed unseen either. Only a hash is kept. */
  readonly after?: object | undefined;
}

/** Hands an entry to the log, in the transaction of the act: no act without leaf, no leaf without act. One cheap insert. */
export async function append(tx: Tx, entry: NewEntry): Promise<void> {
  const { document, after: subject, ...rest } = entry;
  const salt = newSalt();
  const after = subject === undefined ? null : digestOf(subject);
  const commitment = commitmentOf(salt, { document, after });
  await insertPending(tx, { ...rest, salt, commitment, after });
}
