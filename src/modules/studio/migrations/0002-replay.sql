create table studio.replay (
  id uuid primary key,
  draft_id uuid not null references studio.draft,
  revision int not null,
  base_version_id uuid not null,
  procedure_id uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  total int not null default 0,
  looked int not null default 0,
  changed int not null default 0,
  fees int not null default 0,
  deadline int not null default 0,
  papers int not null default 0,
  eligibility int not null default 0,
  broken int not null default 0,
  sum_was bigint not null default 0,
  sum_now bigint not null default 0,
  last_at timestamptz,
  last_id uuid,
  ended_at timestamptz,
  fault text
);
create index on studio.replay (draft_id, asked_at desc);
comment on table studio.replay is 'The rules of a draft run over dossiers that were filed: what would have been otherwise';
comment on column studio.replay.id is 'UUIDv7';
comment on column studio.replay.draft_id is 'The draft';
comment on column studio.replay.revision is 'Its revision whose rules are run';
comment on column studio.replay.base_version_id is 'procedure.version with which it is compared';
comment on column studio.replay.procedure_id is 'procedure.procedure whose dossiers are looked at';
comment on column studio.replay.since is 'Dossiers filed from this instant';
comment on column studio.replay.until is 'and before this one';
comment on column studio.replay.asked_by is 'Account that asked for it';
comment on column studio.replay.asked_by_name is 'Name as it was then';
comment on column studio.replay.asked_at is 'When';
comment on column studio.replay.state is 'Whether it waits, runs, is done or failed';
comment on column studio.replay.total is 'How many dossiers there are';
comment on column studio.replay.looked is 'How many were looked at so far';
comment on column studio.replay.changed is 'How many would be otherwise';
comment on column studio.replay.fees is 'of these, how many cost something else';
comment on column studio.replay.deadline is 'how many have another deadline';
comment on column studio.replay.papers is 'how many need other papers';
comment on column studio.replay.eligibility is 'how many could (or could not) be filed';
comment on column studio.replay.broken is 'how many cannot be judged by one of the two';
comment on column studio.replay.sum_was is 'All fees by the published version, in đồng';
comment on column studio.replay.sum_now is 'All fees by the draft, in đồng';
comment on column studio.replay.last_at is 'Filing time of the last dossier that was looked at: where a broken job goes on';
comment on column studio.replay.last_id is 'Its id';
comment on column studio.replay.ended_at is 'When it ended';
comment on column studio.replay.fault is 'Why it failed';

create table studio.replay_change (
  replay_id uuid not null references studio.replay,
  dossier_id uuid not null,
  code text collate "C" not null,
  kinds text[] not null,
  was jsonb not null,
  now jsonb not null,
  primary key (replay_id, code)
);
create index on studio.replay_change using gin (kinds);
comment on table studio.replay_change is 'A dossier that would be otherwise. Holds no personal data: only what the rules say';
comment on column studio.replay_change.replay_id is 'The replay';
comment on column studio.replay_change.dossier_id is 'dossier.dossier';
comment on column studio.replay_change.code is 'Its code';
comment on column studio.replay_change.kinds is 'What would be otherwise: fees, deadline, papers, eligibility, broken';
comment on column studio.replay_change.was is 'What the published version says: total, deadline, codes of papers and obstacles';
comment on column studio.replay_change.now is 'What the draft says';
