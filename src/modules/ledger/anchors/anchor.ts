/** Somebody outside who keeps what we cannot take back: a time-stamping authority, another chain. */
export interface Anchor {
  /** Name of it, part of addresses. */
  readonly place: string;
  /** Makes a checkpoint known. @throws when it could not be done; it is tried again. */
  readonly anchor: (note: string) => Promise<Anchored>;
}

export interface Anchored {
  /** What proves it. */
  readonly proof: Buffer;
  /** The moment that the anchor states. */
  readonly at: Date;
}
