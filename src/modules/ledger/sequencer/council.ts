/** The witnesses as the sequencer sees them. */
export interface Council {
  /**
   * Asks every witness for the last checkpoint of ours that it saw. False when one shows a checkpoint that our log
   * does not continue; then the log is frozen already.
   */
  agrees(): Promise<boolean>;
  /** Has the newest checkpoint cosigned and shown to everybody, as far as that is not done. */
  round(): Promise<void>;
}
