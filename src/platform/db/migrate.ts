import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { openToProgram } from './program.ts';
import type { Tx } from './tx.ts';

/** One forward step of the schema. `name` is `owner/0001-what`, unique for ever. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Thrown when the database and this program do not fit each other. */
export class MigrationFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationFault';
  }
}

/**
 * Reads the migrations of the platform and then of each module, in the given order. A module may have none.
 * @throws Error when the platform's are not there: then `sourceRoot` is not the folder of this program's sources.
 */
export function readMigrations(sourceRoot: string, modules: readonly string[]): Migration[] {
  const folders = [
    { owner: 'platform', dir: join(sourceRoot, 'platform/db/migrations') },
    ...modules.map((owner) => ({ owner, dir: join(sourceRoot, 'modules', owner, 'migrations') })),
  ];
  return folders.flatMap(({ owner, dir }) =>
    sqlFiles(owner, dir).map((file) => {
      const text = readFileSync(join(dir, file), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      return { name: `${owner}/${file.slice(0, -'.sql'.length)}`, sql: text, sha256 };
    }),
  );
}

function sqlFiles(owner: string, dir: string): string[] {
  if (owner !== 'platform' && !existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((file) => file.endsWith('.sql'))
    .toSorted();
}

/**
 * Brings the database forward, each migration in its own transaction, one process at a time (advisory lock).
 * @returns the names that were applied now.
 * @throws MigrationFault when an applied migration was changed since, or the database is newer than this program.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks tells it to the statement under way; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('chinh-quyen-so migrate'))`);
    await client.query(
      `create table if not exists public.migration
         (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await appliedSteps(client);
    refuseForeignSteps(applied, migrations);
    const pending = migrations.filter((step) => !applied.has(step.name));
    for (const step of pending) await apply(client, step);
    await openToProgram(client);
    return pending.map((step) => step.name);
  } finally {
    await client.end();
  }
}

/** Whether a database has taken all of these steps, each as it reads now. */
export async function isMigrated(tx: Tx, migrations: readonly Migration[]): Promise<boolean> {
  const { rows } = await sql<{ name: string; sha256: string }>`
    select name, sha256 from public.migration`.execute(tx);
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  return migrations.every(({ name, sha256 }) => applied.get(name) === sha256);
}

async function appliedSteps(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.migration',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function refuseForeignSteps(applied: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((step) => [step.name, step.sha256]));
  for (const [name, sha256] of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new MigrationFault(
        `Cơ sở dữ liệu mới hơn chương trình: đã có bước "${name}" mà bản này không biết. Hãy chạy bản mới hơn.`,
      );
    }
    if (expected !== sha256) {
      throw new MigrationFault(`Bước "${name}" đã bị sửa sau khi áp dụng. Hãy viết một bước mới.`);
    }
  }
}

async function apply(client: pg.Client, step: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(step.sql);
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [
      step.name,
      step.sha256,
    ]);
    await client.query('commit');
  } catch (cause) {
    // On a broken connection PostgreSQL has rolled back by itself.
    await client.query('rollback').catch(() => undefined);
    throw new MigrationFault(`Bước "${step.name}" không chạy được`, { cause });
  }
}
