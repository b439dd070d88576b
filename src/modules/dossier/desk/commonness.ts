/** How common things are among all dossiers. */
export interface Commonness {
  /** How many dossiers there are, about. */
  readonly dossiers: number;
  /** Search tokens and ids of units by the part of all dossiers that has them. */
  readonly shares: ReadonlyMap<string, number>;
}

/** What is rarer than this is not counted. */
export const leastShare = 0.001;

/** What a search looks for: the tokens of each word. */
export type TokensOfWords = readonly (readonly string[])[];

/** Nobody waits longer than for so many rows to be looked through. */
const most = 20_000;

/** Rows in a row are looked through faster than found ones are fetched from here and there. */
const costOfFetching = 1.5;

/**
 * How many of the latest dossiers of these units to look through for a page of so many; undefined when it is cheaper to
 * ask the index for all that have the tokens. Words that are common fill a page soon, words that are rare are few to
 * fetch: either way costs at most about the square root of the number of dossiers.
 */
export function rowsToLookThrough(
  { dossiers, shares }: Commonness,
  tokensOfWords: TokensOfWords,
  unitIds: readonly string[],
  size: number,
): number | undefined {
  const shareOf = (what: string) => shares.get(what) ?? leastShare;
  const ofWords = tokensOfWords.reduce(
    (share, tokens) => share * Math.min(1, ...tokens.map(shareOf)),
    1,
  );
  const ofUnits = Math.max(leastShare, ...unitIds.map(shareOf));
  const lookedThrough = size / (ofWords * ofUnits);
  const fetched = ofWords * dossiers * costOfFetching;
  if (lookedThrough >= fetched || lookedThrough > most) return undefined;
  return Math.ceil((2 * size) / ofWords);
}
