-- The second line of access: what somebody may see is decided by the program, and again here, row by row. Requests run
-- under roles that own no table; jobs and commands run under the role that signs in.
do $$
declare line text;
begin
  foreach line in array array['cqs_visitor', 'cqs_citizen', 'cqs_official'] loop
    begin
      execute format('create role %I nologin', line);
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'role % is missing and % may not create it: create role cqs_visitor; create role cqs_citizen; create role cqs_official; and grant them to %',
          line, current_user, current_user;
    end;
    if not pg_has_role(current_user, line, 'member') then
      execute format('grant %I to current_user', line);
    end if;
  end loop;
end $$;

-- What exists already, and what later steps make: reached by grants, cut by the policies of each table.
do $$
declare place text;
begin
  for place in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' loop
    execute format('grant usage on schema %I to cqs_visitor, cqs_citizen, cqs_official', place);
    execute format('grant select, insert, update, delete on all tables in schema %I to cqs_visitor, cqs_citizen, cqs_official', place);
    execute format('grant usage on all sequences in schema %I to cqs_visitor, cqs_citizen, cqs_official', place);
  end loop;
end $$;
alter default privileges grant usage on schemas to cqs_visitor, cqs_citizen, cqs_official;
alter default privileges grant select, insert, update, delete on tables to cqs_visitor, cqs_citizen, cqs_official;
alter default privileges grant usage on sequences to cqs_visitor, cqs_citizen, cqs_official;
revoke all on public.migration from cqs_visitor, cqs_citizen, cqs_official;

create function platform.own_account() returns uuid language sql stable parallel safe as
  $$ select nullif(split_part(current_setting('cqs.line', true), '|', 1), '')::uuid $$;
comment on function platform.own_account is 'The account that this transaction works for; null when it is nobody''s';
create function platform.own_person() returns uuid language sql stable parallel safe as
  $$ select nullif(split_part(current_setting('cqs.line', true), '|', 2), '')::uuid $$;
comment on function platform.own_person is 'Who is signed in';
create function platform.own_mandate() returns uuid language sql stable parallel safe as
  $$ select nullif(split_part(current_setting('cqs.line', true), '|', 5), '')::uuid $$;
comment on function platform.own_mandate is 'By which mandate this transaction works for another person; null when for nobody else';
create function platform.own_procedures() returns uuid[] language sql stable parallel safe as
  $$ select nullif(split_part(current_setting('cqs.line', true), '|', 6), '')::uuid[] $$;
comment on function platform.own_procedures is 'In which procedures the mandate holds; null for all';
create function platform.own_since() returns timestamptz language sql stable parallel safe as
  $$ select nullif(split_part(current_setting('cqs.line', true), '|', 7), '')::timestamptz $$;
comment on function platform.own_since is 'What was filed before is not shown to who acts by the mandate';
create function platform.own_persons() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(split_part(current_setting('cqs.line', true), '|', 3), ''), '{}')::uuid[] $$;
comment on function platform.own_persons is 'The persons for whom this transaction works: who is signed in, as far as it is certain who that is, or whom they act for instead';
create function platform.own_units() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(split_part(current_setting('cqs.line', true), '|', 4), ''), '{}')::uuid[] $$;
comment on function platform.own_units is 'The units in which the official of this transaction has a post';

-- `&&` whose guessed selectivity is "nearly all": a policy must not make the planner believe that few rows pass it.
create operator platform.&&& (
  leftarg = anyarray, rightarg = anyarray, procedure = arrayoverlap, commutator = operator(platform.&&&), restrict = neqsel
);
comment on operator platform.&&& (anyarray, anyarray) is 'Arrays share an element; for policies';

-- Under row-level security an index serves only conditions that cannot tell about rows that are not seen. These tell
-- nothing; only a superuser may say so. Where that is not possible searches still work, slower.
do $$
begin
  alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
  alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
  alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
exception when insufficient_privilege then
  raise notice 'For quick searches have a superuser run: alter function arrayoverlap(anyarray, anyarray) leakproof; the same for arraycontains and ts_match_vq(tsvector, tsquery)';
end $$;
