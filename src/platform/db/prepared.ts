import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * A statement whose text begins with this is prepared once per connection and only executed from then on. For the
 * few statements that run all day with the same text: planning them anew costs more than running them.
 */
export const preparedMark = '/* prepared */';

const names = new Map<string, string>();

type Query = (statement: unknown, ...rest: unknown[]) => unknown;

/** A connection that knows the mark. Behind PgBouncer this needs its `max_prepared_statements` (1.21 and newer). */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Query;
    const query: Query = (text, values, ...rest) =>
      typeof text === 'string' && text.startsWith(preparedMark)
        ? send({ name: nameOf(text), text, values }, ...rest)
        : send(text, values, ...rest);
    this.query = query as typeof this.query;
  }
}

/** PostgreSQL cuts names at 63 bytes. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return name;
}
