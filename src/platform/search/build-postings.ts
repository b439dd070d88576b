import { growingInts, type GrowingInts } from './growing-ints.ts';
import { readPostings, type Postings } from './postings.ts';

/** How much a field counts, and how far its length is evened out (0 not at all, 1 fully). */
export interface FieldWeight {
  readonly weight: number;
  readonly b: number;
  /** Whether the field tells what the document is about, not merely what it mentions. */
  readonly isSubject?: boolean;
}

/** One row per term, document and field in which the term stands. */
interface Rows {
  readonly terms: ReadonlyMap<string, number>;
  readonly term: GrowingInts;
  readonly document: GrowingInts;
  readonly field: GrowingInts;
  readonly times: GrowingInts;
  /** Length of a field of a document divided by the average length of that field. */
  readonly lengths: Float64Array;
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
  const rows = collect(documents, fields.length, termsOf);
  const { starts, order } = sortByTerm(rows.term.ints(), rows.terms.size);
  const [documentOf, fieldOf, timesOf] = [
    rows.document.ints(),
    rows.field.ints(),
    rows.times.ints(),
  ];

  const heldBy = new Uint32Array(order.length);
  const impacts = new Float32Array(order.length);
  const subjects = new Uint8Array(order.length);
  const offsets = new Uint32Array(rows.terms.size + 1);
  let used = 0;
  for (let term = 0; term < rows.terms.size; term++) {
    const first = used;
    for (let place = starts[term]!; place < starts[term + 1]!; place++) {
      const row = order[place]!;
      const [document, field] = [documentOf[row]!, fieldOf[row]!];
      const { weight, b, isSubject } = fields[field]!;
      if (used === first || heldBy[used - 1] !== document) heldBy[used++] = document;
      if (isSubject) subjects[used - 1] = 1;
      const length = rows.lengths[document * fields.length + field]!;
      impacts[used - 1]! += (weight * timesOf[row]!) / (1 - b + b * length);
    }
    for (let place = first; place < used; place++) impacts[place]! /= impacts[place]! + saturation;
    offsets[term + 1] = used;
  }
  return readPostings({
    documents,
    terms: rows.terms,
    offsets,
    heldBy: heldBy.slice(0, used),
    impacts: impacts.slice(0, used),
    subjects: subjects.slice(0, used),
  });
}

function collect(
  documents: number,
  fields: number,
  termsOf: (document: number, field: number) => readonly string[],
): Rows {
  const terms = new Map<string, number>();
  const rows = {
    terms,
    term: growingInts(),
    document: growingInts(),
    field: growingInts(),
    times: growingInts(),
    lengths: new Float64Array(documents * fields),
  };
  const sums = new Float64Array(fields);
  for (let document = 0; document < documents; document++) {
    for (let field = 0; field < fields; field++) {
      const found = termsOf(document, field);
      rows.lengths[document * fields + field] = found.length;
      sums[field]! += found.length;
      for (const [term, times] of count(found, terms)) {
        rows.term.push(term);
        rows.document.push(document);
        rows.field.push(field);
        rows.times.push(times);
      }
    }
  }
  rows.lengths.forEach((length, place) => {
    rows.lengths[place] = (length * documents) / (sums[place % fields]! || 1);
  });
  return rows;
}

/** How often each term stands in a text; terms that are new get the next number. */
function count(found: readonly string[], terms: Map<string, number>): Map<number, number> {
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
