create table studio.staged (
  id uuid primary key,
  file_name text not null,
  body bytea not null,
  kind text check (kind in ('JSON', 'DOCX')),
  record jsonb,
  findings jsonb,
  fault jsonb,
  typed jsonb,
  state text not null check (state in ('REFUSED', 'STAGED', 'TAKEN', 'DISCARDED')),
  draft_id uuid references studio.draft,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  check ((state = 'TAKEN') = (draft_id is not null)),
  check ((state = 'REFUSED') = (fault is not null)),
  check ((state = 'REFUSED') = (record is null))
);
create index on studio.staged (asked_at desc) where state <> 'REFUSED';
comment on table studio.staged is 'Bản chờ: a procedure of the national catalogue as it came in a file, until an official has corrected it and made a draft of it';
comment on column studio.staged.id is 'UUIDv7';
comment on column studio.staged.file_name is 'Name of the file';
comment on column studio.staged.body is 'The file as it came, letter by letter; empty when it could not be read';
comment on column studio.staged.kind is 'What it is: JSON of the national portal, or a Word file';
comment on column studio.staged.record is 'What was understood of it';
comment on column studio.staged.findings is 'What could not be read, and what was mended while reading';
comment on column studio.staged.fault is 'Why it could not be read at all, in Vietnamese and English';
comment on column studio.staged.typed is 'Corrections that were saved but not taken yet, as typed';
comment on column studio.staged.state is 'Whether it could not be read, waits, became a draft, or was put away';
comment on column studio.staged.draft_id is 'The draft that it became';
comment on column studio.staged.asked_by is 'Account that brought it';
comment on column studio.staged.asked_by_name is 'Name as it was then';
comment on column studio.staged.asked_at is 'When';
