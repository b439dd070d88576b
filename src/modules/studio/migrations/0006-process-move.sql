create table studio.process_move (
  id uuid primary key,
  slug text not null,
  version_id uuid not null,
  version_no int not null,
  definition_id uuid not null,
  map jsonb not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('PROPOSED', 'DROPPED', 'RUNNING', 'DONE')),
  decided_by_name text,
  decided_at timestamptz,
  total int not null default 0,
  moved int not null default 0,
  refused int not null default 0,
  last_id uuid,
  ended_at timestamptz
);
create unique index on studio.process_move (slug) where state in ('PROPOSED', 'RUNNING');
create index on studio.process_move (slug, proposed_at desc);
comment on table studio.process_move is 'Moves of running dossiers to a version of their process: proposed by one person, approved by another, carried out in the background';
comment on column studio.process_move.id is 'UUIDv7';
comment on column studio.process_move.slug is 'The procedure; also the key of its process';
comment on column studio.process_move.version_id is 'procedure.version whose process the dossiers shall run on';
comment on column studio.process_move.version_no is 'Its number';
comment on column studio.process_move.definition_id is 'That process (process.definition)';
comment on column studio.process_move.map is 'Ids of elements to those that stand for them there; what is not named keeps its id';
comment on column studio.process_move.reason is 'Law or decision by which they are moved; every dossier shows it';
comment on column studio.process_move.proposed_by is 'Person who proposed it, and so cannot approve it (identity.person)';
comment on column studio.process_move.proposed_by_name is 'Name as it was then';
comment on column studio.process_move.proposed_at is 'When';
comment on column studio.process_move.state is 'Whether it waits for the second person, was given up, runs, or is done';
comment on column studio.process_move.decided_by_name is 'Who approved it or gave it up';
comment on column studio.process_move.decided_at is 'When';
comment on column studio.process_move.total is 'How many dossiers there were to move when it was approved';
comment on column studio.process_move.moved is 'How many were moved so far';
comment on column studio.process_move.refused is 'How many stayed on the version that they began with';
comment on column studio.process_move.last_id is 'The last case (process.instance) that was tried: a broken job goes on behind it';
comment on column studio.process_move.ended_at is 'When all were tried';

create table studio.tried_case (
  move_id uuid not null references studio.process_move,
  dossier_id uuid not null,
  code text collate "C" not null,
  refusal jsonb,
  at timestamptz not null,
  primary key (move_id, dossier_id)
);
create index on studio.tried_case (move_id, code) where refusal is not null;
comment on table studio.tried_case is 'What came of moving one dossier';
comment on column studio.tried_case.move_id is 'The move';
comment on column studio.tried_case.dossier_id is 'dossier.dossier';
comment on column studio.tried_case.code is 'Its code';
comment on column studio.tried_case.refusal is 'Why it stayed: code of a refusal and its facts; null when it was moved';
comment on column studio.tried_case.at is 'When it was tried';
