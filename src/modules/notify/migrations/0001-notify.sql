create schema notify;
comment on schema notify is 'Hộp thư: what people are told inside the platform';

create table notify.notice (
  id uuid primary key,
  person_id uuid not null,
  event text not null check (event ~ '^[a-z]+([.-][a-z]+)*$'),
  title jsonb not null,
  body jsonb not null,
  link text not null check (link ~ '^/[^/\\]'),
  key text not null,
  told_at timestamptz not null,
  seen_at timestamptz check (seen_at >= told_at),
  unique (person_id, key)
);
create index on notify.notice (person_id, told_at desc);
create index notice_unread on notify.notice (person_id) where seen_at is null;
comment on table notify.notice is 'One message to one person';
comment on column notify.notice.person_id is 'To whom (identity.person)';
comment on column notify.notice.event is 'What happened: dossier.accepted, …';
comment on column notify.notice.title is 'One line: {vi, en}';
comment on column notify.notice.body is 'What it means and what to do: {vi, en}';
comment on column notify.notice.link is 'Page of this site where it can be done';
comment on column notify.notice.key is 'A person is told once per key, however often the event is announced';
comment on column notify.notice.told_at is 'When';
comment on column notify.notice.seen_at is 'When the person opened the inbox and saw it';
