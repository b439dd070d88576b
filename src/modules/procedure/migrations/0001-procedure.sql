create schema procedure;
comment on schema procedure is 'Public procedures as law-as-data: immutable versions with the day from which each is in force';

create table procedure.procedure (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  created_at timestamptz not null
);
comment on table procedure.procedure is 'A public procedure (thủ tục hành chính) through all its versions';
comment on column procedure.procedure.id is 'UUIDv7';
comment on column procedure.procedure.slug is 'Its address on the portal, e.g. dang-ky-khai-sinh; never changes';
comment on column procedure.procedure.created_at is 'When its first version was published here';

create table procedure.version (
  id uuid primary key,
  procedure_id uuid not null references procedure.procedure,
  no int not null check (no > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  effective_from date not null,
  repealed_from date check (repealed_from > effective_from),
  published_at timestamptz not null,
  published_by uuid not null,
  unique (procedure_id, no),
  unique (procedure_id, sha256)
);
comment on table procedure.version is 'One immutable edition of a procedure: its law, form, process, rules and paper. A dossier keeps the version that it began with';
comment on column procedure.version.id is 'UUIDv7; dossiers, definitions and caches refer to it';
comment on column procedure.version.procedure_id is 'The procedure of which this is an edition';
comment on column procedure.version.no is '1, 2, 3, … in order of publication';
comment on column procedure.version.sha256 is 'SHA-256 over the six artefacts: the same content is the same version';
comment on column procedure.version.effective_from is 'First day of force; it ends where the next version begins';
comment on column procedure.version.repealed_from is 'First day on which the procedure no longer exists, when this version says so';
comment on column procedure.version.published_at is 'When it was published';
comment on column procedure.version.published_by is 'Account that published it';

create table procedure.artefact (
  version_id uuid not null references procedure.version,
  name text not null check (name in ('procedure.json', 'form.json', 'process.bpmn', 'rules.dmn', 'result.typ', 'examples.json')),
  body text not null,
  primary key (version_id, name)
);
comment on table procedure.artefact is 'The six files of a version, letter by letter as they were published';
comment on column procedure.artefact.version_id is 'The version to which it belongs';
comment on column procedure.artefact.name is 'File name in the bundle';
comment on column procedure.artefact.body is 'The text of the file (UTF-8)';

create view procedure.version_span as
select v.id, v.procedure_id, p.slug, v.no, v.sha256, v.effective_from,
       least(lead(v.effective_from) over (partition by v.procedure_id order by v.effective_from, v.no), v.repealed_from) as effective_to,
       v.published_at, v.published_by
  from procedure.version v join procedure.procedure p on p.id = v.procedure_id;
comment on view procedure.version_span is 'Versions with their days of force, from effective_from up to but without effective_to; equal days: replaced on its first day';

create function procedure.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'procedure.% is immutable', tg_table_name;
end
$$;
comment on function procedure.refuse_change() is 'Guards published editions: what a dossier was judged by can never change';

create trigger version_is_immutable before update or delete on procedure.version
  for each row execute function procedure.refuse_change();
create trigger artefact_is_immutable before update or delete on procedure.artefact
  for each row execute function procedure.refuse_change();
