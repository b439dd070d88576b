/** The inverted index: per term the documents that hold it, and what it adds to their score. */
export interface Postings {
  readonly terms: ReadonlyMap<string, number>;
  /** In how many documents a term is. */
  holders(term: string): number;
  /** Rarity of a term; that of a term which no document holds is the highest. */
  idf(term: string): number;
  /** Whether a document holds the term in a field that tells its subject. */
  isAbout(document: number, term: string): boolean;
  /** Adds `weight` × idf × evened frequency of the term to the score of every document that holds it. */
  add(term: string, weight: number, scores: Float32Array): void;
}

/** The postings of term number n lie from `offsets[n]` up to `offsets[n + 1]`, in order of document. */
export interface PostingLists {
  readonly documents: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly offsets: Uint32Array;
  readonly heldBy: Uint32Array;
  readonly impacts: Float32Array;
  readonly subjects: Uint8Array;
}

/** Reads posting lists. */
export function readPostings(lists: PostingLists): Postings {
  const { documents, terms, offsets, heldBy, impacts, subjects } = lists;

  function holders(term: string): number {
    const no = terms.get(term);
    return no === undefined ? 0 : offsets[no + 1]! - offsets[no]!;
  }

  function idf(term: string): number {
    const held = holders(term);
    return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
  }

  return {
    terms,
    holders,
    idf,
    isAbout(document, term) {
      const no = terms.get(term);
      if (no === undefined) return false;
      let [low, high] = [offsets[no]!, offsets[no + 1]!];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (heldBy[middle]! < document) low = middle + 1;
        else high = middle;
      }
      return low < offsets[no + 1]! && heldBy[low] === document && subjects[low] === 1;
    },
    add(term, weight, scores) {
      const no = terms.get(term);
      if (no === undefined) return;
      const gain = weight * idf(term);
      for (let place = offsets[no]!; place < offsets[no + 1]!; place++) {
        scores[heldBy[place]!]! += gain * impacts[place]!;
      }
    },
  };
}
