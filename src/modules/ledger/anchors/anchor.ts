import type { Tx } from '#/platform/db/index.ts';

/** Somebody outside who keeps what we cannot take back: a time-stamping authority, a chain. */
export interface Anchor {
  /** Name of it, part of addresses. */
  readonly place: string;
  /**
   * Makes a checkpoint known. Undefined while that is under way: it is asked again, with what is then the newest, and
   * may answer with an earlier one. @throws when it could not be done; it is tried again.
   */
  readonly anchor: (note: string) => Promise<Anchored | undefined>;
}

export interface Anchored {
  /** The checkpoint that is known there. */
  readonly note: string;
  /** What proves it. */
  readonly proof: Buffer;
  /** The moment that the anchor states. */
  readonly at: Date;
  /** What the anchor itself has to write, in the transaction that keeps the proof. */
  readonly settle?: ((tx: Tx) => Promise<void>) | undefined;
}
