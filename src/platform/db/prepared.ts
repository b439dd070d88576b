import { createHash } from 'node:crypto';

/**
 * A statement whose text begins with this is prepared at its first use on a connection: for the few that run all day.
 * Any other text is prepared once it has been used often.
 */
const preparedMark = '/* prepared */';

/** Planning a small statement anew costs more than running it; from its fifth use a text is worth a plan that stays. */
const often = 5;

/** Texts that are put together from what people choose must not fill the memory of every connection. */
const mostPrepared = 400;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which a text is prepared on every connection; undefined while it is not worth it. Behind PgBouncer
 * prepared statements need its `max_prepared_statements` (1.21 and newer). Each line has its own: row-level security is
 * part of a plan, and a statement that passes from one role to another would be planned anew each time.
 */
export function statementName(text: string, line = 'office'): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return `${line}.${known}`;
  if (!text.startsWith(preparedMark) && !isWorthIt(text)) return undefined;
  // PostgreSQL cuts names at 63 bytes.
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return `${line}.${name}`;
}

function isWorthIt(text: string): boolean {
  if (names.size >= mostPrepared || hasAllColumns.test(text)) return false;
  const count = (uses.get(text) ?? 0) + 1;
  if (count >= often) return uses.delete(text);
  if (uses.size > mostPrepared * 4) uses.clear();
  uses.set(text, count);
  return false;
}

/** A prepared `*` breaks when a migration adds a column while old connections live. */
const hasAllColumns = /\bselect \*|\.\*|returning \*/;
