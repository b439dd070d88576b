import type { Text } from '#/values/text.ts';

/** Where in a FEEL text something is: line and column start at 1, `offset` at 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A FEEL text that cannot be compiled, or an evaluation that went over its bounds. */
export class FeelFault extends Error {
  override readonly name = 'FeelFault';
  readonly words: Text;
  readonly place: Place | undefined;

  constructor(words: Text, place?: Place) {
    super(
      place === undefined ? words.en : `${words.en} (line ${place.line}, column ${place.column})`,
    );
    this.words = words;
    this.place = place;
  }
}

/** The place of an offset, counted in the text as it was compiled (NFC). */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}
