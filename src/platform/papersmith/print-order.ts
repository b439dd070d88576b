/**
 * What a printed paper promises. `a-2a`: PDF/A-2a (ISO 19005-2), archivable and tagged. `ua-1`: PDF/UA-1
 * (ISO 14289-1), readable by assistive tools. `a-2a+ua-1`: both at once, see declare-ua.ts.
 */
type PaperStandard = 'a-2a' | 'ua-1' | 'a-2a+ua-1';

/** One paper to be made. */
export interface PrintOrder {
  /** Typst source. It reads its data by `json(bytes(sys.inputs.data))` and its assets by their plain names. */
  readonly template: string;
  /** Anything that JSON can carry. */
  readonly data: unknown;
  /** Files that the template may see, by plain name (`qr.svg`, `letterhead.typ`). It sees no other file. */
  readonly assets?: Readonly<Record<string, Uint8Array>> | undefined;
  /** By default both standards. */
  readonly standard?: PaperStandard | undefined;
}

/** The order as it travels to the process that sets it. */
export interface PressOrder {
  readonly template: string;
  readonly data: string;
  readonly assets: Readonly<Record<string, Uint8Array>>;
  readonly standard: PaperStandard;
}

/** What the process answers: the paper, or what is wrong with the template. */
export type PressResult = { readonly pdf: Uint8Array } | { readonly fault: FaultFacts };

export interface FaultFacts {
  readonly message: string;
  /** The asset in which it happened; absent for the template itself. */
  readonly asset?: string | undefined;
  /** Counted from 1. */
  readonly line?: number | undefined;
}
