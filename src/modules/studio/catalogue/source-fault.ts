import type { Text } from '#/values/text.ts';

/** A file that cannot be taken at all: why, in words with the place. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  readonly words: Text;

  constructor(words: Text) {
    super(words.en);
    this.words = words;
  }
}
