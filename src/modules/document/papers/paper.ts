import type { Doubt, Medium, Turn } from '../darkroom/index.ts';

/** Limits that the words of refusals name. */
export const maxFileBytes = 20 * 1024 * 1024;
export const maxFilesPerPaper = 20;

export type FileState = 'uploaded' | 'checking' | 'ready' | 'rejected';

/** `missing`: nothing is there. `uploaded` and `checking`: wait a moment. `rejected`: a file must be replaced. `ready`: bound. */
export type PaperState = 'missing' | FileState;

export interface PaperPage {
  /** Place in its file, from 1. */
  readonly no: number;
  readonly turn: Turn;
  /** Left out of the paper by a person. */
  readonly isDropped: boolean;
  readonly doubt?: Doubt | undefined;
  readonly isConfirmed: boolean;
  readonly previewKey?: string | undefined;
}

/** A file as it was handed in. */
export interface PaperFile {
  readonly id: string;
  readonly owner: string;
  readonly paper: string;
  readonly name: string;
  readonly size: number;
  /** Key of the original; absent when it was too large to keep. */
  readonly key?: string | undefined;
  readonly sha256?: string | undefined;
  readonly medium?: Medium | undefined;
  readonly state: FileState;
  /** Why it was rejected: a refusal code of this module without `document.`. */
  readonly spoiled?: string | undefined;
  readonly pagesKey?: string | undefined;
  readonly uploadedAt: Date;
  readonly pages: readonly PaperPage[];
}

/** The PDF that all pages of a paper make. */
export interface BoundPdf {
  readonly key: string;
  readonly sha256: string;
  readonly pages: number;
  readonly size: number;
  readonly at: Date;
}

/** A paper of a draft or dossier. */
export interface Paper {
  readonly owner: string;
  readonly code: string;
  readonly state: PaperState;
  readonly files: readonly PaperFile[];
  /** There when the state is `ready`. */
  readonly bound?: BoundPdf | undefined;
  /** Pages that seem blank, dark or blurred and that nobody has confirmed. */
  readonly doubts: number;
}

/** The state of a paper from its files, and from whether the PDF of all its pages is there and current. */
export function paperState(
  files: readonly Pick<PaperFile, 'state'>[],
  isBound: boolean,
): PaperState {
  if (files.length === 0) return 'missing';
  const states = new Set(files.map((file) => file.state));
  if (states.has('rejected')) return 'rejected';
  if (states.size === 1 && states.has('uploaded')) return 'uploaded';
  return isBound && states.size === 1 && states.has('ready') ? 'ready' : 'checking';
}

/** Pages that a person must look at again. */
export function openDoubts(files: readonly Pick<PaperFile, 'pages'>[]): number {
  const pages = files.flatMap((file) => file.pages);
  return pages.filter((page) => page.doubt && !page.isConfirmed && !page.isDropped).length;
}
