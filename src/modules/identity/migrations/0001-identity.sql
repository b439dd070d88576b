create schema identity;
comment on schema identity is 'Persons, their accounts and sessions';

create table identity.person (
  id uuid primary key,
  full_name text not null,
  search_name text not null,
  born_on date,
  sex text check (sex in ('Nam', 'Nữ')),
  personal_id text unique,
  ethnicity text,
  nationality text not null default 'Việt Nam',
  address jsonb,
  phone text,
  email text,
  organisation_name text,
  tax_code text,
  created_at timestamptz not null
);
comment on table identity.person is 'A natural person, with the organisation for which an organisation''s account acts';
comment on column identity.person.full_name is 'Họ, chữ đệm, tên as entered, NFC';
comment on column identity.person.search_name is 'Name folded for search: without marks, lower case';
comment on column identity.person.born_on is 'Day of birth';
comment on column identity.person.sex is 'As the identity card says';
comment on column identity.person.personal_id is 'Số định danh cá nhân, 12 digits';
comment on column identity.person.ethnicity is 'Dân tộc';
comment on column identity.person.nationality is 'Quốc tịch';
comment on column identity.person.address is 'Nơi cư trú: {province, commune, detail} with codes of agency.place';
comment on column identity.person.phone is 'E.164';
comment on column identity.person.email is 'Mail address';
comment on column identity.person.organisation_name is 'Enterprise or household business the account acts for';
comment on column identity.person.tax_code is 'Tax code of that organisation';
comment on column identity.person.created_at is 'When the platform first knew the person';

create table identity.account (
  id uuid primary key,
  person_id uuid not null references identity.person,
  name text not null unique check (name = lower(name)),
  kind text not null check (kind in ('citizen', 'official', 'system')),
  level text not null default 'verified' check (level in ('claimed', 'verified')),
  verified_by uuid references identity.account,
  verified_at timestamptz,
  password_hash text,
  is_demo boolean not null default false,
  closed_at timestamptz,
  created_at timestamptz not null
);
create index on identity.account (person_id);
comment on table identity.account is 'A way for a person to sign in';
comment on column identity.account.person_id is 'Whose account it is';
comment on column identity.account.name is 'What is typed to sign in, lower case';
comment on column identity.account.kind is 'Citizens file, officials process, the system acts by jobs';
comment on column identity.account.level is 'claimed: opened from home, nobody has seen the card; verified: an official has, or opened it';
comment on column identity.account.verified_by is 'The official who saw the card of a claimed account''s person; null when it was never merely claimed';
comment on column identity.account.verified_at is 'When the official did';
comment on column identity.account.password_hash is 'Argon2id, PHC string; null when no password can open it';
comment on column identity.account.is_demo is 'Opened by a button in demo mode; does not exist otherwise';
comment on column identity.account.closed_at is 'Since when nobody can sign in with it';
comment on column identity.account.created_at is 'When it was opened';

create table identity.session (
  token_hash bytea primary key,
  account_id uuid not null references identity.account,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index on identity.session (account_id);
create index on identity.session (ends_at);
comment on table identity.session is 'Open sign-ins; the browser holds the token, only its hash is here';
comment on column identity.session.token_hash is 'SHA-256 of the token';
comment on column identity.session.account_id is 'Who is signed in';
comment on column identity.session.started_at is 'When the sign-in happened';
comment on column identity.session.seen_at is 'Last request, to the minute';
comment on column identity.session.ends_at is 'Absolute end';

create table identity.sign_in_failure (
  subject text not null,
  at timestamptz not null
);
create index on identity.sign_in_failure (subject, at);
comment on table identity.sign_in_failure is 'Tries that failed, to slow guessing down: sign-ins, tracking codes, registrations, changes of password';
comment on column identity.sign_in_failure.subject is 'HMAC of what was tried, of the network that tried, or of both together';
comment on column identity.sign_in_failure.at is 'When';
