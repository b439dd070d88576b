import { growingInts } from './growing-ints.ts';

/** How much a field counts, and how far its length is evened out (0 not at all, 1 fully). */
export interface FieldWeight {
  readonly weight: number;
  readonly b: number;
}

/** The inverted index: per term the documents that hold it, and what it adds to their score. */
export interface Postings {
  readonly documents: number;
  readonly terms: ReadonlyMap<string, number>;
  /** In how many documents a term is. */
  holders(term: string): number;
  /** Rarity of a term; that of a term which no document holds is the highest. */
  idf(term: string): number;
  has(term: string, document: number): boolean;
  /** Adds `weight` × idf × evened frequency of the term to the score of every document that holds it. */
  add(term: string, weight: number, scores: Float32Array): void;
}

const saturation = 1.2;

/**
 * Builds BM25F postings (Robertson and Zaragoza 2009) in typed arrays: terms of every field of every document are
 * weighted, evened by field length, summed, and only then saturated.
 */
export function buildPostings(
  documents: number,
  fields: readonly FieldWeight[],
  termsOf: (document: number, field: number) => readonly string[],
): Postings {
  const terms = new Map<string, number>();
  const rows = {
    term: growingInts(),
    document: growingInts(),
    field: growingInts(),
    times: growingInts(),
  };
  const lengths = new Float64Array(documents * fields.length);

  for (let document = 0; document < documents; document++) {
    for (let field = 0; field < fields.length; field++) {
      const found = termsOf(document, field);
      lengths[document * fields.length + field] = found.length;
      for (const [term, times] of countTerms(found, terms)) {
        rows.term.push(term);
        rows.document.push(document);
        rows.field.push(field);
        rows.times.push(times);
      }
    }
  }

  const average = fields.map((_, field) => {
    let sum = 0;
    for (let document = 0; document < documents; document++)
      sum += lengths[document * fields.length + field]!;
    return sum / Math.max(1, documents) || 1;
  });

  const { starts, order } = sortByTerm(rows.term.ints(), terms.size);
  const [docs, fieldOf, times] = [rows.document.ints(), rows.field.ints(), rows.times.ints()];
  const heldBy = new Uint32Array(order.length);
  const impacts = new Float32Array(order.length);
  const offsets = new Uint32Array(terms.size + 1);
  let used = 0;
  for (let term = 0; term < terms.size; term++) {
    const first = used;
    for (let place = starts[term]!; place < starts[term + 1]!; place++) {
      const row = order[place]!;
      const [document, field] = [docs[row]!, fieldOf[row]!];
      const { weight, b } = fields[field]!;
      const length = lengths[document * fields.length + field]! / average[field]!;
      if (used === first || heldBy[used - 1] !== document) heldBy[used++] = document;
      impacts[used - 1]! += (weight * times[row]!) / (1 - b + b * length);
    }
    for (let place = first; place < used; place++) impacts[place]! /= impacts[place]! + saturation;
    offsets[term + 1] = used;
  }
  return reader(documents, terms, offsets, heldBy.slice(0, used), impacts.slice(0, used));
}

function reader(
  documents: number,
  terms: ReadonlyMap<string, number>,
  offsets: Uint32Array,
  heldBy: Uint32Array,
  impacts: Float32Array,
): Postings {
  function holders(term: string): number {
    const no = terms.get(term);
    return no === undefined ? 0 : offsets[no + 1]! - offsets[no]!;
  }
  function idf(term: string): number {
    const held = holders(term);
    return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
  }
  return {
    documents,
    terms,
    holders,
    idf,
    has(term, document) {
      const no = terms.get(term);
      if (no === undefined) return false;
      let [low, high] = [offsets[no]!, offsets[no + 1]!];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (heldBy[middle]! < document) low = middle + 1;
        else high = middle;
      }
      return low < offsets[no + 1]! && heldBy[low] === document;
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

function countTerms(found: readonly string[], terms: Map<string, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of found) {
    let no = terms.get(term);
    if (no === undefined) terms.set(term, (no = terms.size));
    counts.set(no, (counts.get(no) ?? 0) + 1);
  }
  return counts;
}

/** Counting sort: rows in order of term; rows of one term stay in order of document. */
function sortByTerm(terms: Uint32Array, size: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(size + 1);
  for (const term of terms) starts[term + 1]!++;
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const order = new Uint32Array(terms.length);
  for (let row = 0; row < terms.length; row++) order[next[terms[row]!]!++] = row;
  return { starts, order };
}
