import { syllablesOf } from './syllables.ts';

/** A piece of a text, and whether it answers the query. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into marked and unmarked pieces; neighbouring marked words become one piece. */
export function highlight(text: string, words: ReadonlySet<string>): Piece[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { at, length, plain } of syllablesOf(text)) {
    if (!words.has(plain)) continue;
    const last = ranges.at(-1);
    if (last && /^\s*$/.test(text.slice(last.to, at))) last.to = at + length;
    else ranges.push({ from: at, to: at + length });
  }
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of ranges) {
    if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}
