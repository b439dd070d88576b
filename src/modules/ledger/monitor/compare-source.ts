import type { Tx } from '#/platform/db/index.ts';
import { commitmentOf, digestOf } from '../leaf/commitment.ts';
import { parseLeaf, type PublicFacts } from '../leaf/leaf.ts';
import type { RowPlace, Source, SourceRow } from '../source.ts';
import { listMatches, type Match } from '../store/inspect.ts';
import type { Report } from './report.ts';

const batch = 500;

export interface Comparison {
  /** Rows of the source that were looked at. */
  readonly rows: number;
  /** Rows that have a leaf. */
  readonly matched: number;
  /** Rows from before the log was opened. */
  readonly before: number;
}

/**
 * Compares every row of a source with its leaf. Rows that wait for their place are no omission, nor are rows from
 * before the log was opened, which its first leaf dates.
 */
export async function compareSource(
  tx: Tx,
  source: Source,
  waiting: ReadonlySet<string>,
  openedAt: Date | null,
  report: Report,
): Promise<Comparison> {
  let [rows, matched, before] = [0, 0, 0];
  let previous: RowPlace | null = null;
  for (let after: RowPlace | null = null; ;) {
    const page: SourceRow[] = await source.listRows(tx, after, batch);
    const subjects = [...new Set(page.map(({ subject }) => subject))];
    const matches = new Map<string, Match>();
    for (const match of await listMatches(tx, source.kind, subjects))
      matches.set(keyOf(match), match);
    for (const row of page) {
      rows += 1;
      const match = matches.get(keyOf(row));
      const place = `${source.kind} ${row.subject} ${row.n}`;
      const expected: number = previous?.subject === row.subject ? previous.n + 1 : 1;
      if (row.n !== expected) report.add('omitted', `before ${place}`);
      previous = row;
      if (match) {
        matched += 1;
        if (!fits(row, match, waiting.has(`${source.kind} ${row.subject}`)))
          report.add('changed', place);
      } else if (waiting.has(place)) continue;
      else if (openedAt !== null && row.at < openedAt) before += 1;
      else report.add('omitted', place);
    }
    const last: SourceRow | undefined = page.at(-1);
    if (!last || page.length < batch) break;
    after = { subject: last.subject, n: last.n };
  }
  return { rows, matched, before };
}

/** Whether a row is what its leaf committed to. While an act of the subject waits, its last state has no leaf yet. */
function fits(row: SourceRow, match: Match, isWaiting: boolean): boolean {
  const leaf = parseLeaf(match.body);
  const { document } = row;
  if (!leaf?.commitment.equals(commitmentOf(match.salt, { document, after: match.after })))
    return false;
  if (!sameFacts(row, leaf.facts)) return false;
  if (row.after === undefined || isWaiting) return true;
  return match.after?.equals(digestOf(row.after)) ?? false;
}

/** All facts of the last act of a subject must be as they are now; of earlier ones those that are still known. */
function sameFacts({ facts, after }: SourceRow, logged: PublicFacts): boolean {
  const names = new Set([
    ...Object.keys(facts),
    ...(after === undefined ? [] : Object.keys(logged)),
  ]);
  return [...names].every((name) =>
    facts[name] === undefined && after === undefined ? true : facts[name] === logged[name],
  );
}

function keyOf({ subject, n }: RowPlace): string {
  return `${subject} ${n}`;
}
