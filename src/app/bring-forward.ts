import pg from 'pg';
import { admitToProgram, excessOf, migrate, MigrationFault } from '#/platform/db/index.ts';
import { installQueue } from '#/platform/jobs/index.ts';
import { ownMigrations } from './migrations.ts';
import type { Tell } from './run.ts';
import type { DatabaseServer } from './server-of.ts';

/**
 * Brings the structure of the data to that of this program, and lets the program's account at it; true when there was
 * something to do. An account that may not do so finds everything done, or is told what to do.
 */
export async function bringForward(server: DatabaseServer, tell: Tell): Promise<boolean> {
  if (!(await within(server.url, mayChange))) {
    await within(server.url, refuseUnfinished);
    return false;
  }
  const steps = await migrate(server.url, ownMigrations());
  if (steps.length > 0) tell(`Đã cập nhật cấu trúc dữ liệu: ${steps.length} bước.`);
  if (server.programUrl !== server.url) await admit(server);
  return steps.length > 0;
}

/** Says once when pages would work under an account that could switch off what protects the rows. */
export async function warnOfExcess({ programUrl }: DatabaseServer, tell: Tell): Promise<void> {
  const excess = await within(programUrl, excessOf);
  if (excess.length > 0)
    tell(
      `Tài khoản trong DATABASE_URL có quyền thừa (${excess.join(', ')}): nên tách riêng bằng DATABASE_ADMIN_URL (docs/operations.md).`,
    );
}

async function admit({ url, programUrl, program }: DatabaseServer): Promise<void> {
  await installQueue(url);
  const account = program?.account ?? decodeURIComponent(new URL(programUrl).username);
  try {
    await within(url, (client) => admitToProgram(client, account, program?.password));
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!refusals.has(code)) throw error;
    throw new MigrationFault(
      `Chưa cho được tài khoản ${account} vào làm việc. Nhờ quản trị PostgreSQL chạy một lần: ` +
        `create role cqs_program; grant cqs_program, cqs_visitor, cqs_citizen, cqs_official to ${account}; ` +
        `grant cqs_program to tài khoản trong DATABASE_ADMIN_URL with admin option;`,
    );
  }
}

/** Not enough rights; no such role. */
const refusals = new Set(['42501', '42704']);

async function mayChange(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(`
    select has_schema_privilege('public', 'create') and coalesce(
      (select pg_has_role(relowner, 'member') from pg_class where oid = to_regclass('public.migration')), true) as may`);
  return rows[0]!.may;
}

async function refuseUnfinished(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 where to_regclass('public.migration') is not null`,
  );
  const { rows } = rowCount
    ? await client.query<{ name: string }>('select name from public.migration')
    : { rows: [] };
  const applied = new Set(rows.map(({ name }) => name));
  const missing = ownMigrations().filter(({ name }) => !applied.has(name));
  if (missing.length > 0)
    throw new MigrationFault(
      `Cơ sở dữ liệu còn thiếu ${missing.length} bước mà tài khoản này không được phép làm: hãy chạy npx cqs migrate với DATABASE_ADMIN_URL.`,
    );
}

async function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
