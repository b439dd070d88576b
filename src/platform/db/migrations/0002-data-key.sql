-- What comes next was sealed by keys that this table keeps: it is backed up apart (docs/how-to/back-up-the-keys.md).
create table platform.data_key (
  id uuid primary key,
  subject uuid not null,
  kek text,
  wrapped bytea,
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  destroyed_at timestamptz,
  destroyed_by text,
  destroyed_why text,
  check ((kek is null) = (wrapped is null) and (kek is null) = (destroyed_at is not null)),
  check ((destroyed_at is null) = (destroyed_by is null) and (destroyed_at is null) = (destroyed_why is null))
);
comment on table platform.data_key is 'Data keys under which personal data is sealed, one living key per person; itself sealed';
comment on column platform.data_key.id is 'Stands in every ciphertext';
comment on column platform.data_key.subject is 'The person whose data it seals; reserved ids seal look-up and search';
comment on column platform.data_key.kek is 'The key-encryption key that opens it; null once destroyed';
comment on column platform.data_key.wrapped is 'The key, sealed by AES-256-GCM under the KEK; null once destroyed';
comment on column platform.data_key.made_at is 'When it was made';
comment on column platform.data_key.retired_at is 'Since when it opens and no longer seals';
comment on column platform.data_key.destroyed_at is 'When it was destroyed: what it sealed is unreadable since, in backups too';
comment on column platform.data_key.destroyed_by is 'Who destroyed it';
comment on column platform.data_key.destroyed_why is 'Why, and on which ground';
create unique index data_key_current on platform.data_key (subject) where retired_at is null and destroyed_at is null;
create index on platform.data_key (subject);
create index on platform.data_key (kek);
