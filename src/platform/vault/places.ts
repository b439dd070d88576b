/** Where a sealed column stands and whom it concerns: enough to seal it anew without knowing what it means. */
export interface Definition {
  readonly table: string;
  readonly column: string;
  /** The columns that tell rows apart: the ciphertext is bound to their values, joined by `/`. */
  readonly key: readonly string[];
  /** SQL that gives the person of a row `t`. */
  readonly subject: string;
  /** What is read once the person's key is destroyed. */
  readonly gone: object;
}

/** Between the name that a column of a result has and the place whose cell it holds; no other name contains it. */
export const mark = '§';

const places = new Map<string, Definition>();

/** Notes a sealed column, and gives the name of its place. */
export function declarePlace(definition: Definition): string {
  const place = `${definition.table}.${definition.column}`;
  // PostgreSQL cuts names at 63 bytes; the other half is for what the result calls it.
  if (Buffer.byteLength(place) > 40) throw new RangeError(`too long for a name: ${place}`);
  places.set(place, definition);
  return place;
}

/** All sealed columns of the program, for work that goes through every one of them. */
export function sealedColumns(): ReadonlyMap<string, Definition> {
  return places;
}

/** What a place says once the key is destroyed. */
export function goneAt(place: string): Record<string, unknown> {
  return { ...places.get(place)!.gone };
}
