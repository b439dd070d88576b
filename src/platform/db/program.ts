import type pg from 'pg';

/** The group of accounts under which the program works: it reads and writes rows, and owns nothing. */
const programRole = 'cqs_program';

const lines = 'cqs_visitor, cqs_citizen, cqs_official';

/**
 * Lets the program's role at everything that migrations have made: rows of all tables, by a policy of its own where
 * rows are cut by line, but no table itself. It cannot alter, drop, or switch row-level security off.
 */
export async function openToProgram(client: pg.Client): Promise<void> {
  if (await isOpen(client)) return;
  await client.query(`
    do $$
    declare place text; row record;
    begin
      begin
        create role ${programRole} nologin;
      exception
        when duplicate_object or unique_violation then null;
        -- Then the program works under the account of the owner, until somebody makes the role.
        when insufficient_privilege then return;
      end;
      for place in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
        execute format('grant usage on schema %I to ${programRole}', place);
        execute format('grant select, insert, update, delete on all tables in schema %I to ${programRole}', place);
        execute format('grant usage, select on all sequences in schema %I to ${programRole}', place);
        -- Counting how rows lie is no right over the table; PostgreSQL 17 tells the two apart.
        if current_setting('server_version_num')::int >= 170000 then
          execute format('grant maintain on all tables in schema %I to ${programRole}', place);
        end if;
      end loop;
      for row in select c.oid::regclass as name from pg_class c where c.relrowsecurity and not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polname = 'program') loop
        execute format('create policy program on %s to ${programRole} using (true) with check (true)', row.name);
      end loop;
      revoke insert, update, delete on public.migration from ${programRole};
      alter default privileges grant usage on schemas to ${programRole};
      alter default privileges grant select, insert, update, delete on tables to ${programRole};
      alter default privileges grant usage, select on sequences to ${programRole};
    end $$`);
}

/** Whether there is nothing left that it would be let at. */
async function isOpen(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    'select exists (select from pg_roles where rolname = $1) as there',
    [programRole],
  );
  if (!rows[0]!.there) return false;
  const closed = await client.query(
    `select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and (not has_table_privilege($1, c.oid, 'select') or not has_schema_privilege($1, n.oid, 'usage')
          or c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'program'))
      limit 1`,
    [programRole],
  );
  return closed.rowCount === 0;
}

/** Makes an account one of the program's. With a password it is made, or given this one, first. */
export async function admitToProgram(
  client: pg.Client,
  account: string,
  password?: string,
): Promise<void> {
  const name = client.escapeIdentifier(account);
  if (password !== undefined) {
    await client.query(
      `do $$ begin create role ${name} login; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  }
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  // It becomes a line by `set role` and has nothing of it before; PostgreSQL 15 cannot say so, and needs not.
  const how = rows[0]!.version >= 160_000 ? 'with inherit false, set true' : '';
  await client.query(`grant ${programRole} to ${name}; grant ${lines} to ${name} ${how}`);
}

/** What an account has that the program's should not have: words of PostgreSQL, for whoever set it up. */
export async function excessOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ excess: string[] }>(`
    select array_remove(array[
      case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,
      case when rolcreaterole then 'CREATEROLE' end,
      case when exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
           and pg_has_role(current_user, c.relowner, 'member')) then 'OWNER' end], null) as excess
      from pg_roles where rolname = current_user`);
  return rows[0]!.excess;
}
