import { sql } from 'kysely';
import type { Tx } from './tx.ts';

/**
 * For whom a transaction works from now on: the database shows it only rows of theirs, whatever the statements ask.
 * Arrays hold ids.
 */
export interface Line {
  readonly role: 'visitor' | 'citizen' | 'official';
  readonly account: string | null;
  /** Persons whose rows these are: the signed-in person when it is certain who that is, and whom they act for. */
  readonly persons: readonly string[];
  /** Units in which an official has a post. */
  readonly units: readonly string[];
}

/**
 * A statement whose text begins with this runs for the office itself and not for whoever asked: counting what all people
 * waited, telling somebody else, finding a paper by the secret on it. The text says which of these it is.
 */
export const beyondMark = '/* beyond';

/** Before the statement that enters a line; the connection reads the role from it. */
export const lineMark = '/* unanswered */ /* line ';

/** Narrows a transaction to a line until it ends. There is no way back within it. */
export async function narrow(tx: Tx, line: Line): Promise<void> {
  const mark = sql.raw(`${lineMark}${line.role} */`);
  await sql`${mark} select set_config('role', ${`cqs_${line.role}`}, true), set_config('cqs.account', ${line.account ?? ''}, true),
    set_config('cqs.persons', ${listed(line.persons)}, true), set_config('cqs.units', ${listed(line.units)}, true)`.execute(
    tx,
  );
}

function listed(ids: readonly string[]): string {
  return `{${[...new Set(ids)].join(',')}}`;
}
