create schema provisioning;
comment on schema provisioning is 'Accounts of officials as systems of staff and identities keep them, by SCIM 2.0 (RFC 7643, RFC 7644)';

create table provisioning.user_record (
  account_id uuid primary key references identity.account,
  external_id text,
  title text,
  changed_at timestamptz not null,
  deleted_at timestamptz
);
create unique index on provisioning.user_record (external_id) where external_id is not null and deleted_at is null;
comment on table provisioning.user_record is 'What SCIM adds to the account of an official';
comment on column provisioning.user_record.account_id is 'The account; its id is that of the SCIM user';
comment on column provisioning.user_record.external_id is 'Its id in the system that provisions';
comment on column provisioning.user_record.title is 'Title, given to the posts that SCIM grants';
comment on column provisioning.user_record.changed_at is 'When it was last changed by SCIM';
comment on column provisioning.user_record.deleted_at is 'Since when SCIM shows it no more; what the official did stays';

create table provisioning.token (
  id uuid primary key,
  name text not null,
  token_hash bytea not null unique,
  made_by uuid not null references identity.account,
  made_at timestamptz not null,
  used_at timestamptz,
  ends_at timestamptz not null
);
comment on table provisioning.token is 'Tokens of systems that cannot do OAuth; each was shown once';
comment on column provisioning.token.name is 'Which system has it';
comment on column provisioning.token.token_hash is 'SHA-256 of the token, which has 256 random bits';
comment on column provisioning.token.made_by is 'The administrator';
comment on column provisioning.token.made_at is 'When it was made';
comment on column provisioning.token.used_at is 'When it was last used, to the minute';
comment on column provisioning.token.ends_at is 'Until when it works; an administrator may end it earlier';

create table provisioning.change (
  id uuid primary key,
  resource text not null check (resource in ('User', 'Group', 'Token')),
  resource_id text not null,
  change text not null check (change in ('created', 'changed', 'closed', 'opened', 'deleted', 'joined', 'left', 'ended')),
  fields text[] not null,
  by_name text not null,
  by_account uuid not null references identity.account,
  at timestamptz not null
);
create index on provisioning.change (at desc);
create index on provisioning.change (resource_id, at desc);
comment on table provisioning.change is 'Every change by SCIM, and of its tokens; nothing is ever taken out';
comment on column provisioning.change.resource is 'What was changed';
comment on column provisioning.change.resource_id is 'Its id';
comment on column provisioning.change.change is 'What was done';
comment on column provisioning.change.fields is 'Names of the attributes that were changed, never their values; who joined or left a group';
comment on column provisioning.change.by_name is 'The client or the token';
comment on column provisioning.change.by_account is 'Account of the client, or the administrator who made the token';
comment on column provisioning.change.at is 'When';

create function provisioning.refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'provisioning.change is append-only'; end $$;
create trigger append_only before update or delete on provisioning.change
  for each row execute function provisioning.refuse_change();
