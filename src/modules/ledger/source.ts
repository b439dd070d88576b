import type { Tx } from '#/platform/db/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import type { PublicFacts } from './leaf/leaf.ts';

/** A place in a source: rows are ordered by subject, then by n. */
export interface RowPlace {
  readonly subject: string;
  readonly n: number;
}

/** One row of a module that has a leaf, made anew from the database as it is now. */
export interface SourceRow extends RowPlace {
  readonly at: Date;
  /** What must stand in the leaf as it stands here. */
  readonly facts: PublicFacts;
  readonly document: Readonly<Record<string, unknown>>;
  /** The subject as it is now, with the last row of the subject only. */
  readonly after?: object | undefined;
}

/** Where acts of one kind are kept. The application hands sources in, because the modules stand below this one. */
export interface Source {
  readonly kind: string;
  /** The next rows after a place, in order. */
  listRows(tx: Tx, after: RowPlace | null, limit: number): Promise<SourceRow[]>;
  /** One row, when the actor may see all that its document says; undefined else. */
  findOwnRow(tx: Tx, actor: Actor, place: RowPlace): Promise<SourceRow | undefined>;
}
