create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema platform;
comment on schema platform is 'What the platform itself remembers: repeated calls, forms that came after their session';

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

create table platform.kept_post (
  token_hash bytea primary key,
  sealed bytea not null,
  ends_at timestamptz not null
);
comment on table platform.kept_post is 'Forms that came when their sender''s session was over, until the same person has signed in again';
comment on column platform.kept_post.token_hash is 'SHA-256 of the token that the browser holds';
comment on column platform.kept_post.sealed is 'The form, AES-256-GCM: nonce, tag, content; opens only with the token';
comment on column platform.kept_post.ends_at is 'After that it is thrown away: 15 minutes';
create index on platform.kept_post (ends_at);
