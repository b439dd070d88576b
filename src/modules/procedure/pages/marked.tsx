import { highlight } from '#/platform/search/index.ts';

/** A text with the words that answer the question marked. */
export function Marked({
  text,
  words,
}: {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}) {
  return (
    <>
      {highlight(text, words).map((piece, index) =>
        piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
