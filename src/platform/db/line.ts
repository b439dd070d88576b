import { sql } from 'kysely';
import type { Tx } from './tx.ts';

/**
 * For whom a transaction works from now on: the database shows it only rows of theirs, whatever the statements ask.
 * Arrays hold ids.
 */
export interface Line {
  readonly role: 'visitor' | 'citizen' | 'official';
  readonly account: string | null;
  /** Who is signed in: what is addressed to them and kept about them is theirs. */
  readonly person: string | null;
  /** Persons whose cases these are: the signed-in person when it is certain who that is, or whom they act for instead. */
  readonly persons: readonly string[];
  /** Units in which an official has a post. */
  readonly units: readonly string[];
  /** By which mandate somebody acts for another: then only what it reaches is seen. */
  readonly mandate?: Reach | undefined;
}

/** How far a mandate reaches. */
export interface Reach {
  readonly id: string;
  /** In which procedures; null for all. */
  readonly procedures: readonly string[] | null;
  /** What was filed before is not shown. */
  readonly since: Date;
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
  await sql`${mark} select set_config('role', ${`cqs_${line.role}`}, true),
    set_config('cqs.line', ${written(line)}, true)`.execute(tx);
}

/** As the functions of the schema `platform` read it: one setting, since each one costs. */
function written({ account, person, persons, units, mandate }: Line): string {
  return [
    account ?? '',
    person ?? '',
    listed(persons),
    listed(units),
    mandate?.id ?? '',
    mandate?.procedures ? listed(mandate.procedures) : '',
    mandate?.since.toISOString() ?? '',
  ].join('|');
}

function listed(ids: readonly string[]): string {
  return `{${[...new Set(ids)].join(',')}}`;
}
