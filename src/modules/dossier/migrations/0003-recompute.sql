create table dossier.recomputation (
  change_id uuid primary key,
  last_id uuid,
  examined int not null default 0,
  begun_at timestamptz not null,
  finished_at timestamptz
);
create index recomputation_open on dossier.recomputation (begun_at) where finished_at is null;
comment on table dossier.recomputation is 'How far the deadlines of open dossiers have followed a change of the working calendar; worked off in parts, so that it goes on where it was cut off';
comment on column dossier.recomputation.change_id is 'agency.calendar_change';
comment on column dossier.recomputation.last_id is 'Last dossier that was looked at, in the order of ids';
comment on column dossier.recomputation.examined is 'How many dossiers were looked at';
comment on column dossier.recomputation.begun_at is 'When the change was applied';
comment on column dossier.recomputation.finished_at is 'When all open dossiers had been looked at';

create table dossier.recomputed (
  change_id uuid not null references dossier.recomputation,
  dossier_id uuid not null references dossier.dossier,
  moves jsonb not null,
  at timestamptz not null,
  primary key (change_id, dossier_id)
);
comment on table dossier.recomputed is 'Dossiers whose deadlines a change of the working calendar has moved: each once per change';
comment on column dossier.recomputed.change_id is 'The change';
comment on column dossier.recomputed.dossier_id is 'The dossier';
comment on column dossier.recomputed.moves is '[{what: accept|due|reappointed|answer|step, step, before, after}]';
comment on column dossier.recomputed.at is 'When they were moved';

create index dossier_open on dossier.dossier (id)
  where ended_at is null or state in ('RESOLVED', 'REFUSED_RESULT');
