create schema studio;
comment on schema studio is 'Xưởng thủ tục: drafts of procedures that officials edit, review and publish';

create table studio.draft (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null,
  purpose text not null check (purpose in ('NEW', 'CHANGE', 'RETIRE', 'ROLL_BACK')),
  base_version_id uuid,
  state text not null check (state in ('EDITING', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'DISCARDED')),
  revision int not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  approved_sha256 text check (approved_sha256 ~ '^[0-9a-f]{64}$'),
  published_version_id uuid,
  check ((state in ('APPROVED', 'PUBLISHED')) = (approved_sha256 is not null)),
  check ((state = 'PUBLISHED') = (published_version_id is not null))
);
create index on studio.draft (saved_at desc) where state not in ('PUBLISHED', 'DISCARDED');
create index on studio.draft (slug, saved_at desc);
comment on table studio.draft is 'A procedure that is being written; becomes a version of procedure.version or nothing';
comment on column studio.draft.id is 'UUIDv7';
comment on column studio.draft.slug is 'Address of the procedure that it is to become a version of; never changes';
comment on column studio.draft.name is 'How people call the procedure, for lists';
comment on column studio.draft.purpose is 'A new procedure, a change, a repeal, or a return to an earlier version';
comment on column studio.draft.base_version_id is 'procedure.version from which it was copied, or which it last caught up with; null for a new procedure';
comment on column studio.draft.state is 'Where it stands: only an approved draft may be published, and every save ends an approval';
comment on column studio.draft.revision is 'Grows with every save; a save from an older revision is merged';
comment on column studio.draft.created_at is 'When it was begun';
comment on column studio.draft.saved_at is 'Last save';
comment on column studio.draft.approved_sha256 is 'SHA-256 over the six artefacts that the second person approved';
comment on column studio.draft.published_version_id is 'procedure.version that it became';

create table studio.artefact (
  draft_id uuid not null references studio.draft,
  name text not null check (name in ('procedure.json', 'form.json', 'process.bpmn', 'rules.dmn', 'result.typ', 'examples.json')),
  revision int not null,
  body text not null,
  primary key (draft_id, name, revision)
);
comment on table studio.artefact is 'The texts of a draft through all its revisions: the text at a revision is the latest row up to it';
comment on column studio.artefact.draft_id is 'The draft to which it belongs';
comment on column studio.artefact.name is 'File name in the bundle';
comment on column studio.artefact.revision is 'Revision that wrote it';
comment on column studio.artefact.body is 'The text of the file (UTF-8), letter by letter';

create table studio.act (
  draft_id uuid not null references studio.draft,
  seq int not null,
  verb text not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid not null,
  actor_name text not null,
  revision int not null,
  words text not null default '',
  primary key (draft_id, seq)
);
comment on table studio.act is 'Everything that was done to a draft, in order, never changed';
comment on column studio.act.draft_id is 'Which draft (studio.draft)';
comment on column studio.act.seq is 'Counts from 1 without gaps within the draft';
comment on column studio.act.verb is 'What was done';
comment on column studio.act.at is 'When';
comment on column studio.act.account_id is 'By whom (identity.account)';
comment on column studio.act.person_id is 'Whose account (identity.person): who wrote a draft may not approve it';
comment on column studio.act.actor_name is 'Name as it was then';
comment on column studio.act.revision is 'Revision of the draft after the act';
comment on column studio.act.words is 'What was edited, or the reason';

create function studio.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'studio.% is never changed', tg_table_name;
end
$$;
comment on function studio.refuse_change() is 'Guards the history of drafts: nothing that was typed is lost';
create trigger act_append_only before update or delete on studio.act
  for each row execute function studio.refuse_change();
create trigger artefact_append_only before update or delete on studio.artefact
  for each row execute function studio.refuse_change();
