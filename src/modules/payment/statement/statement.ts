import { createHash } from 'node:crypto';
import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';

/** A line of a statement as its file has it. */
export interface StatementLine {
  /** The bank's own number of it, when it gives one. */
  readonly reference: string | undefined;
  readonly bookedOn: Day;
  /** Đồng: in above nothing, out below. */
  readonly amount: number;
  readonly details: string;
}

export type StatementFormat = 'mt940' | 'camt053' | 'csv';

/** A file that cannot be read: says where and what to do. */
export class StatementFault extends Error {
  readonly words: Text;
  /** Of the file, counted from 1; undefined when it is about the whole of it. */
  readonly line: number | undefined;
  constructor(words: Text, line?: number) {
    super(line === undefined ? words.en : `Line ${line}: ${words.en}`);
    this.name = 'StatementFault';
    this.words = words;
    this.line = line;
  }
}

/** A fault at a line of the file, counted from 1. */
export function faultAt(line: number, what: Text): StatementFault {
  return new StatementFault(what, line);
}

/** The most lines that one file may have. */
export const mostLines = 20_000;

const mostReference = 64;

/** A line with a number by which it is recognised in other files too. */
export type NumberedLine = StatementLine & { readonly reference: string };

/**
 * Gives each line a number: the bank's own, or one made of day, amount and words, and of how many lines before it are
 * the same, so that two alike transfers of one day are two.
 */
export function numbered(lines: readonly StatementLine[]): NumberedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const own = line.reference?.trim();
    if (own !== undefined && own !== '' && own.length <= mostReference)
      return { ...line, reference: own };
    const alike = `${line.bookedOn}|${line.amount}|${own ?? ''}|${line.details}`;
    const before = seen.get(alike) ?? 0;
    seen.set(alike, before + 1);
    const hash = createHash('sha256').update(`${alike}|${before}`).digest('hex');
    return { ...line, reference: `#${hash.slice(0, 32)}` };
  });
}
