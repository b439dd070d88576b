/** One thing that is wrong with a bundle: in which file, where in it, and how to mend it, in Vietnamese. */
export interface BundleFault {
  readonly file: string;
  /** A path of names and numbers counted from 1 ("papers › 2 › group"), or a line; empty for the whole file. */
  readonly place: string;
  readonly words: string;
}

/** Names a fault. */
export function fault(file: string, place: string, words: string): BundleFault {
  return { file, place, words };
}

/** A fault in one line, for the command line and for logs. */
export function faultLine({ file, place, words }: BundleFault): string {
  return place === '' ? `${file}: ${words}` : `${file}, ${place}: ${words}`;
}
