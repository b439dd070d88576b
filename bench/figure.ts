/** One measured figure against a named reference of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with. */
  readonly reference: string;
  /** value ÷ reference value, or value ÷ limit where the goal is absolute. */
  readonly ratio: number;
  /** The goal in words, e.g. "≥ 0.5". */
  readonly goal: string;
  readonly holds: boolean;
}
