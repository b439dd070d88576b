alter table identity.session drop constraint session_opened_by_check;
alter table identity.session
  add constraint session_opened_by_check
    check (opened_by in ('password', 'app', 'recovery-code', 'passkey', 'demo', 'national')),
  add column assurance smallint check (assurance in (1, 2));
comment on column identity.session.assurance is 'Level of assurance that the national identity vouched for (Decree 69/2024/NĐ-CP); null for other sign-ins, where the account decides';

create table identity.session_limit (
  kind text primary key check (kind in ('citizen', 'official', 'system')),
  idle_minutes integer not null check (idle_minutes between 5 and 240),
  absolute_hours integer not null check (absolute_hours between 1 and 24)
);
comment on table identity.session_limit is 'When sessions end by themselves (OWASP ASVS 5.0, 7.3)';
comment on column identity.session_limit.kind is 'Kind of the account';
comment on column identity.session_limit.idle_minutes is 'Longest time without a request';
comment on column identity.session_limit.absolute_hours is 'Longest session at all';
insert into identity.session_limit values ('citizen', 30, 8), ('official', 15, 8), ('system', 15, 8);

create table identity.sign_in (
  id uuid primary key,
  account_id uuid not null references identity.account,
  opened_by text not null,
  assurance smallint not null check (assurance in (1, 2)),
  is_new_device boolean not null,
  at timestamptz not null
);
create index on identity.sign_in (account_id, at desc);
create index on identity.sign_in (at);
comment on table identity.sign_in is 'Sign-ins of the last months, for the person to see; where from is not kept';
comment on column identity.sign_in.account_id is 'Who signed in';
comment on column identity.sign_in.opened_by is 'The strongest thing that was asked for, as with sessions';
comment on column identity.sign_in.assurance is 'Level of assurance of the session that began';
comment on column identity.sign_in.is_new_device is 'Whether the browser had not been used before';
comment on column identity.sign_in.at is 'When';

create table identity.blocked_way (
  account_id uuid not null references identity.account,
  way text not null check (way in ('password', 'passkey', 'national')),
  since timestamptz not null,
  primary key (account_id, way)
);
comment on table identity.blocked_way is 'Ways of signing in that the owner of an account has closed';
comment on column identity.blocked_way.account_id is 'Whose account it is';
comment on column identity.blocked_way.way is 'What no longer opens it';
comment on column identity.blocked_way.since is 'When the owner closed it';

create table identity.national_difference (
  id uuid primary key,
  person_id uuid not null references identity.person,
  field text not null check (field in ('full-name', 'born-on')),
  sealed bytea not null,
  at timestamptz not null
);
create index on identity.national_difference (person_id, at desc);
comment on table identity.national_difference is 'Where the national identity told something else than we knew; theirs counts from then on';
comment on column identity.national_difference.person_id is 'Whom it is about';
comment on column identity.national_difference.field is 'What differed';
comment on column identity.national_difference.sealed is 'What we knew before and what the national identity told, sealed under the person''s key';
comment on column identity.national_difference.at is 'When';
