/** A procedure as one person meets it, from the first answer to the result. */
export interface Story {
  /** Demo account that applies. */
  readonly applicant: string;
  /** When; 9 o'clock on 14 July 2026 when omitted. */
  readonly at?: string;
  /** What the story says; everything else is answered as a plain person would. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Codes of the papers that are photographed. */
  readonly papers: readonly string[];
  /** Posts through whose hands it goes, with what each does. */
  readonly way: readonly string[];
  /** What is to be paid, in đồng. */
  readonly fee: number;
  /** When the result is due once the dossier was accepted at ten. */
  readonly due: string;
  /** What the result must say. */
  readonly says: readonly string[];
}

/** An address in the demo ward. */
export const home = {
  province: '92',
  commune: '31135',
  detail: '12 đường Hai Bà Trưng, khu vực 1',
};
