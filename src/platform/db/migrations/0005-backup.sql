create table platform.backup (
  kind text primary key check (kind in ('full', 'log', 'drill')),
  tried_at timestamptz not null,
  good_at timestamptz,
  fault text,
  bytes bigint
);
comment on table platform.backup is 'When this installation was last backed up: one row for each kind of copy';
comment on column platform.backup.kind is 'full: everything; log: what was committed since; drill: a backup was restored and compared';
comment on column platform.backup.tried_at is 'When it was last begun';
comment on column platform.backup.good_at is 'Everything committed before this instant is in it; null before the first that went well';
comment on column platform.backup.fault is 'Why the last try did not go well; null when it did';
comment on column platform.backup.bytes is 'Size of the last full one';
