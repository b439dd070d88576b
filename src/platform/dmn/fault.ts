import type { Text } from '#/values/text.ts';

/** Where in a DMN file something is. `element` names it for people: its name, or else its kind. */
export interface DmnPlace {
  readonly element: string;
  readonly line: number;
  readonly column: number;
}

/** A DMN file that cannot be read or compiled. */
export class DmnFault extends Error {
  override readonly name = 'DmnFault';
  readonly words: Text;
  readonly place: DmnPlace;

  constructor(words: Text, place: DmnPlace, cause?: unknown) {
    super(`${place.element} (line ${place.line}, column ${place.column}): ${words.en}`, { cause });
    this.words = words;
    this.place = place;
  }
}
