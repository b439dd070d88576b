/** What an uploaded file turned out to be, by its content. */
export type Medium = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'pdf' | 'docx';

/** A page that a person should look at again before sending it. */
export type Doubt = 'blank' | 'dark' | 'blurred';

export type Turn = 0 | 90 | 180 | 270;

/** One page of a developed file. */
export interface DevelopedPage {
  /** A small JPEG, where the page is a picture; pages of text have none. */
  readonly preview?: Uint8Array | undefined;
  readonly doubt?: Doubt | undefined;
}

/** A file that became pages. */
export interface Developed {
  readonly medium: Medium;
  /** The pages as a PDF without scripts, forms, attachments and metadata. */
  readonly pdf: Uint8Array;
  readonly pages: readonly DevelopedPage[];
}

/** What a Word file says, to be set as pages by the papersmith. */
export interface Manuscript {
  readonly blocks: readonly Block[];
  readonly pictures: Readonly<Record<string, Uint8Array>>;
}

export type Block =
  | { readonly kind: 'paragraph' | 'item'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'picture'; readonly name: string; readonly words: string }
  | {
      readonly kind: 'table';
      readonly columns: number;
      readonly rows: readonly (readonly Run[])[][];
    };

export interface Run {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

/** A file that cannot be taken: a refusal code of this module without its `document.`. */
export interface Spoiled {
  readonly spoiled: string;
}

/** Pages of one file that go into the bound paper, in their order. */
export interface BoundPart {
  readonly pdf: Uint8Array;
  readonly pages: readonly { readonly no: number; readonly turn: Turn }[];
}

export interface Bound {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export type DarkroomOrder =
  | { readonly act: 'develop'; readonly bytes: Uint8Array }
  | { readonly act: 'bind'; readonly title: string; readonly parts: readonly BoundPart[] };

export type DarkroomResult =
  | { readonly developed: Developed }
  | { readonly manuscript: Manuscript }
  | { readonly bound: Bound }
  | Spoiled;
