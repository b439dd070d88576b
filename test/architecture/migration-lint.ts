/** What keeps other programs of an installation out while a migration runs, or takes away what they still use. */
export interface Finding {
  readonly rule: string;
  readonly statement: string;
}

interface Rule {
  readonly name: string;
  readonly forbids: RegExp;
}

/** PostgreSQL 15, 13.3 and ALTER TABLE: statements that read or rewrite a whole table under a lock that stops writers. */
const rules: readonly Rule[] = [
  {
    name: 'drop what the running release uses',
    forbids: /^drop table|^alter table .*\bdrop column\b/,
  },
  {
    name: 'rename what the running release uses',
    forbids: /^alter (table|view|type) .*\brename\b/,
  },
  {
    name: 'add a column whose default is computed for each row',
    forbids:
      /\badd (column )?.*\bdefault (now|clock_timestamp|gen_random_uuid|random|nextval)\b|\badd (column )?.*\b(generated always as \(|serial\b|identity\b)/,
  },
  {
    name: 'add a column that the running release leaves out',
    forbids: /\badd (column )?(?!constraint)(?!.*\bdefault\b).*\bnot null\b(?!.*\bnot valid\b)/,
  },
  {
    name: 'read the whole table for not null: add a check not valid, validate it, then set it',
    forbids: /\bset not null\b/,
  },
  {
    name: 'read the whole table for a constraint: add it not valid and validate it later',
    forbids: /^alter table .*\badd (constraint \S+ )?(check|foreign key)\b(?!.*\bnot valid\b)/,
  },
  {
    name: 'build an index that comes with a constraint',
    forbids:
      /^alter table .*\badd (constraint \S+ )?(unique|primary key|exclude)\b(?!.*\busing index\b)/,
  },
  { name: 'rewrite a column of another type', forbids: /\balter (column )?\S+ (set data )?type\b/ },
  {
    name: 'build an index while nobody may write',
    forbids: /^create (unique )?index (?!concurrently)/,
  },
];

/**
 * Findings in the text of a migration. Tables that it makes itself are empty and nobody knows them; a line `-- locks: why` before
 * a statement says why it may.
 */
export function lintMigration(sql: string): Finding[] {
  const own = new Set(
    [...sql.matchAll(/\bcreate (?:unlogged )?table (?:if not exists )?([\w.]+)/gi)].map(
      ([, name]) => name!.toLowerCase(),
    ),
  );
  return statementsOf(sql).flatMap(({ text, isExcused }) => {
    const table =
      /^(?:alter table|drop table)(?: if exists| only)* ([\w.]+)|^create (?:unique )?index .*?\bon ([\w.]+)/.exec(
        text,
      );
    const name = table?.[1] ?? table?.[2];
    if (isExcused || name === undefined || own.has(name)) return [];
    return rules
      .filter(({ forbids }) => forbids.test(text))
      .map((rule) => ({ rule: rule.name, statement: text.slice(0, 120) }));
  });
}

function statementsOf(sql: string): { text: string; isExcused: boolean }[] {
  // Bodies of functions and quoted words hold semicolons that end nothing.
  const plain = sql.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, '$body$').replace(/'(?:[^']|'')*'/g, `''`);
  return plain.split(';').map((part) => ({
    isExcused: /^\s*--\s*locks: \S/m.test(part),
    text: part
      .replace(/--[^\n]*/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase(),
  }));
}
