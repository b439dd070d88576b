create schema privacy;
comment on schema privacy is 'Nhật ký xem dữ liệu: who looked at whose data, and why';

create function privacy.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
comment on function privacy.refuse_change is 'Keeps the record of reads as it was written';

-- The key holds the time and nothing refers to this table, so that it can be cut into months without a rewrite.
create table privacy.read_record (
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  reader_account_id uuid not null,
  reader_person_id uuid not null,
  unit_id uuid,
  role text,
  subject_kind text not null,
  subject_id uuid not null,
  subject_label text not null,
  purpose jsonb not null,
  primary key (at, id)
) partition by range (at);
create table privacy.read_record_rest partition of privacy.read_record default;
create index read_record_person on privacy.read_record (person_id, at desc);
create index read_record_subject on privacy.read_record (subject_id, reader_account_id, at desc);
create trigger append_only before update or delete on privacy.read_record
  for each row execute function privacy.refuse_change();
create trigger append_only_table before truncate on privacy.read_record
  for each statement execute function privacy.refuse_change();
create trigger append_only_table before truncate on privacy.read_record_rest
  for each statement execute function privacy.refuse_change();
comment on table privacy.read_record is 'One person''s data was opened by somebody; never changed (Law 91/2025/QH15: the right to know)';
comment on column privacy.read_record.at is 'When';
comment on column privacy.read_record.person_id is 'Whose data (identity.person)';
comment on column privacy.read_record.reader_account_id is 'Who looked (identity.account)';
comment on column privacy.read_record.reader_person_id is 'The person of that account';
comment on column privacy.read_record.unit_id is 'Unit in which the reader acted (agency.unit)';
comment on column privacy.read_record.role is 'Role in which the reader acted';
comment on column privacy.read_record.subject_kind is 'What was opened: dossier, person, …';
comment on column privacy.read_record.subject_id is 'Its id';
comment on column privacy.read_record.subject_label is 'Its name as the person knows it: the code of a dossier';
comment on column privacy.read_record.purpose is 'Why: {vi, en}';
comment on table privacy.read_record_rest is 'Reads of all times that have no partition of their own';
