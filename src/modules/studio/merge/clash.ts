/** Something that two people changed in different ways. Mine is kept in what was merged, theirs stands here. */
export interface Clash {
  /** A path of names: "pages › ban-la-ai › title › vi". */
  readonly place: string;
  /** As the other wrote it; undefined when they took it away. */
  readonly theirs: unknown;
}

/** What came of merging. Only without clashes nothing needs to be decided. */
export interface Merged<T> {
  readonly value: T;
  readonly clashes: readonly Clash[];
}
