-- Every way to somebody's data, not pages alone; and lists, one row for all who stood in them.
alter table privacy.read_record
  add column way text not null default 'page'
    check (way in ('page', 'api', 'file', 'program', 'job', 'command')),
  add column program text,
  add column case_no text,
  add column legal_basis text,
  add column visible_from timestamptz;
comment on column privacy.read_record.way is 'By which way: a page, the API, a file, a program of a partner, a job, a command of the operator';
comment on column privacy.read_record.program is 'Which partner or program, where it was one';
comment on column privacy.read_record.case_no is 'Code of the case for which it was read';
comment on column privacy.read_record.legal_basis is 'The law that lets it be read';
comment on column privacy.read_record.visible_from is 'When the person is told, where the law delays it; null at once';

create table privacy.list_read (
  id uuid primary key,
  at timestamptz not null,
  reader_account_id uuid not null,
  reader_person_id uuid not null,
  unit_id uuid,
  role text,
  way text not null check (way in ('page', 'api', 'file', 'program', 'job', 'command')),
  what text not null,
  people integer not null check (people = cardinality(person_ids)),
  person_ids uuid[] not null,
  visible_from timestamptz
);
create index on privacy.list_read using gin (person_ids);
create index on privacy.list_read (reader_account_id, at desc);
comment on table privacy.list_read is 'Data of people was opened without a record of its own for each: lists, steps of work, jobs. Written by the database layer, so that nothing is forgotten';
comment on column privacy.list_read.at is 'When';
comment on column privacy.list_read.reader_account_id is 'Who looked (identity.account)';
comment on column privacy.list_read.reader_person_id is 'The person of that account';
comment on column privacy.list_read.unit_id is 'Unit in which the reader acted (agency.unit)';
comment on column privacy.list_read.role is 'Role in which the reader acted';
comment on column privacy.list_read.way is 'By which way, as in read_record';
comment on column privacy.list_read.what is 'Route, job or command as the program names it';
comment on column privacy.list_read.people is 'How many people stood in it';
comment on column privacy.list_read.person_ids is 'Who (identity.person)';
comment on column privacy.list_read.visible_from is 'When they are told, where the law delays it; null at once';
create trigger append_only before update or delete on privacy.list_read
  for each row execute function privacy.refuse_change();
create trigger append_only_table before truncate on privacy.list_read
  for each statement execute function privacy.refuse_change();
alter table privacy.list_read enable row level security;
alter table privacy.list_read force row level security;
do $$ begin
  execute format('create policy office on privacy.list_read to %I using (true) with check (true)', current_user);
end $$;
create policy concerned on privacy.list_read for select to cqs_citizen, cqs_official
  using (person_ids @> array[(select platform.own_person())]);

create table privacy.delay_rule (
  id uuid primary key,
  role text not null,
  days integer not null check (days between 1 and 1825),
  legal_basis text not null,
  from_on date not null,
  until_on date,
  made_by uuid not null,
  made_at timestamptz not null
);
comment on table privacy.delay_rule is 'Readings by a role that people are told of later, by which law (investigations that must not be warned of)';
comment on column privacy.delay_rule.role is 'Readings in this role';
comment on column privacy.delay_rule.days is 'So many days later';
comment on column privacy.delay_rule.legal_basis is 'Law, article and decision';
comment on column privacy.delay_rule.from_on is 'For readings from this day on';
comment on column privacy.delay_rule.until_on is 'For readings until this day; null while nothing else is decided';
comment on column privacy.delay_rule.made_by is 'Who entered it (identity.account)';
comment on column privacy.delay_rule.made_at is 'When';
