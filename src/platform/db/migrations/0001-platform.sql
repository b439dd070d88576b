create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema platform;
comment on schema platform is 'What the platform itself remembers: repeated calls';

create table platform.idempotency (
  actor uuid not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status int not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (actor, key)
);
comment on table platform.idempotency is 'First answers to API writes that carried an Idempotency-Key; the same key returns the same answer';
comment on column platform.idempotency.actor is 'Account that called';
comment on column platform.idempotency.key is 'The Idempotency-Key header';
comment on column platform.idempotency.request_hash is 'SHA-256 of method, path and body; another request under the same key is refused';
comment on column platform.idempotency.status is 'HTTP status of the first answer';
comment on column platform.idempotency.answer is 'Body of the first answer';
comment on column platform.idempotency.at is 'When the first answer was given';
create index on platform.idempotency (at);
