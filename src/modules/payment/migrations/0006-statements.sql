-- What banks and gateways say came in: files as they were brought, their entries, and days that were closed.
create table payment.statement (
  id uuid primary key,
  unit_id uuid not null references payment.collector,
  source text not null check (source ~ '^[a-z-]{1,20}$'),
  format text not null check (format in ('mt940', 'camt053', 'csv')),
  name text not null check (length(name) <= 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  entries int not null check (entries >= 0),
  imported_at timestamptz not null,
  imported_by uuid not null,
  unique (unit_id, source, sha256)
);
comment on table payment.statement is 'Sao kê: a file of a bank or gateway, as brought';
comment on column payment.statement.unit_id is 'Whose account it is about';
comment on column payment.statement.source is 'bank, or the code of the gateway';
comment on column payment.statement.format is 'SWIFT MT940, ISO 20022 camt.053, or a table';
comment on column payment.statement.name is 'Name of the file';
comment on column payment.statement.sha256 is 'Hash of the file: the same file is taken once';
comment on column payment.statement.entries is 'How many entries it has';
comment on column payment.statement.imported_at is 'When it was brought';
comment on column payment.statement.imported_by is 'Account that brought it';

create table payment.statement_entry (
  id uuid primary key,
  statement_id uuid not null references payment.statement,
  unit_id uuid not null,
  source text not null,
  reference text not null check (length(reference) between 1 and 64),
  booked_on date not null,
  amount bigint not null check (amount <> 0),
  details text check (length(details) <= 500),
  verdict text check (verdict in ('paid', 'held', 'known', 'agrees', 'differs', 'outgoing')),
  unique (unit_id, source, reference)
);
create index on payment.statement_entry (id) where verdict is null;
create index on payment.statement_entry (unit_id, source, booked_on);
comment on table payment.statement_entry is 'A line of a statement: the same line in two files is one';
comment on column payment.statement_entry.statement_id is 'The first file that had it';
comment on column payment.statement_entry.unit_id is 'Whose account it is about';
comment on column payment.statement_entry.source is 'bank, or the code of the gateway';
comment on column payment.statement_entry.reference is 'Their own number of it, or what is made of its day, amount, words and place when they give none';
comment on column payment.statement_entry.booked_on is 'Day on which it was booked there';
comment on column payment.statement_entry.amount is 'Đồng: in above nothing, out below';
comment on column payment.statement_entry.details is 'Words of the transfer while people may have to read them; gone once it is matched, since they name people';
comment on column payment.statement_entry.verdict is 'What became of it; null while it waits';

create table payment.closed_day (
  unit_id uuid not null references payment.collector,
  source text not null check (source ~ '^[a-z-]{1,20}$'),
  day date not null,
  theirs bigint not null,
  ours bigint not null,
  note text not null check (length(note) <= 500),
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  closed_at timestamptz,
  closed_by uuid check (closed_by <> prepared_by),
  check ((closed_at is null) = (closed_by is null)),
  check (theirs = ours or note <> ''),
  primary key (unit_id, source, day)
);
comment on table payment.closed_day is 'Biên bản đối soát: a day of one source, prepared by one official and closed by another';
comment on column payment.closed_day.unit_id is 'Whose account it is about';
comment on column payment.closed_day.source is 'bank, or the code of the gateway';
comment on column payment.closed_day.day is 'Which day';
comment on column payment.closed_day.theirs is 'Đồng that came in by their word';
comment on column payment.closed_day.ours is 'Đồng that came in by our books';
comment on column payment.closed_day.note is 'Why they differ; must be said when they do';
comment on column payment.closed_day.prepared_at is 'When it was prepared';
comment on column payment.closed_day.prepared_by is 'Account that prepared it';
comment on column payment.closed_day.closed_at is 'When it was closed';
comment on column payment.closed_day.closed_by is 'Account that closed it: never the one that prepared it';
create function payment.refuse_reopening() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'day % is closed', old.day using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
comment on function payment.refuse_reopening is 'A closed day stays as it was closed';
create trigger stays_closed before update or delete on payment.closed_day
  for each row execute function payment.refuse_reopening();

do $$
declare held text;
begin
  foreach held in array array['statement', 'statement_entry', 'closed_day'] loop
    execute format('alter table payment.%I enable row level security', held);
    execute format('alter table payment.%I force row level security', held);
    execute format('create policy office on payment.%I to %I using (true) with check (true)', held, current_user);
    execute format('create policy of_unit on payment.%I to cqs_official using (unit_id = any ((select payment.watched_units())::uuid[]))', held);
  end loop;
end $$;
