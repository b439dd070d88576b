create schema openid;
comment on schema openid is 'Our own OpenID Connect provider: clients, what people granted them, tokens, signing keys';

create table openid.client (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  name_en text not null,
  kind text not null check (kind in ('site', 'program')),
  is_own boolean not null default false,
  jwks jsonb not null,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null,
  backchannel_logout_uri text,
  scopes text[] not null,
  consent_days integer not null check (consent_days between 1 and 365),
  account_id uuid not null references identity.account,
  registered_at timestamptz not null,
  ended_at timestamptz
);
comment on table openid.client is 'Sites and programs of partners that people sign in to with us, or that call our API';
comment on column openid.client.id is 'client_id of OAuth 2.0 (RFC 6749, 2.2)';
comment on column openid.client.name is 'What people read when they are asked for consent';
comment on column openid.client.name_en is 'The same for readers of English';
comment on column openid.client.kind is 'site: people sign in to it; program: it acts by itself (client_credentials)';
comment on column openid.client.is_own is 'Run by this agency itself, so that nobody is asked for consent';
comment on column openid.client.jwks is 'Its public keys (RFC 7517), ES256 only; it proves itself by private_key_jwt (RFC 7523)';
comment on column openid.client.redirect_uris is 'Where answers may be sent, compared letter by letter';
comment on column openid.client.post_logout_redirect_uris is 'Where people may be led after signing out';
comment on column openid.client.backchannel_logout_uri is 'Where it is told that somebody signed out (OpenID Connect Back-Channel Logout 1.0)';
comment on column openid.client.scopes is 'What it may ask for';
comment on column openid.client.consent_days is 'How long a consent counts';
comment on column openid.client.account_id is 'The account in whose name a program acts';
comment on column openid.client.registered_at is 'When it was registered';
comment on column openid.client.ended_at is 'Since when it is refused';

create table openid.client_change (
  id uuid primary key,
  client_id text not null references openid.client,
  change text not null check (change in ('registered', 'changed', 'ended')),
  facts jsonb not null,
  by_account uuid not null references identity.account,
  at timestamptz not null
);
create index on openid.client_change (client_id, at desc);
comment on table openid.client_change is 'Who registered, changed or ended a client; nothing is ever taken out';
comment on column openid.client_change.client_id is 'The client';
comment on column openid.client_change.change is 'What was done';
comment on column openid.client_change.facts is 'The client as it was afterwards';
comment on column openid.client_change.by_account is 'The administrator';
comment on column openid.client_change.at is 'When';

create table openid.token (
  model text not null,
  id_hash bytea not null,
  payload jsonb not null,
  grant_id text,
  account_id uuid,
  client_id text,
  uid text,
  session_id uuid,
  consumed_at timestamptz,
  ends_at timestamptz not null,
  primary key (model, id_hash)
);
create index on openid.token (grant_id) where grant_id is not null;
create index on openid.token (account_id, client_id) where account_id is not null;
create index on openid.token (uid) where uid is not null;
create index on openid.token (session_id) where session_id is not null;
create index on openid.token (ends_at);
comment on table openid.token is 'Codes, tokens, grants, sessions and interactions of the provider; only the hash of what opens something';
comment on column openid.token.model is 'AuthorizationCode, RefreshToken, AccessToken, Grant, Session, Interaction, PushedAuthorizationRequest, …';
comment on column openid.token.id_hash is 'SHA-256 of its id';
comment on column openid.token.payload is 'What the provider knows of it, without its id';
comment on column openid.token.grant_id is 'The grant that it was made under; all of it dies together';
comment on column openid.token.account_id is 'Whose it is';
comment on column openid.token.client_id is 'Which client it was made for';
comment on column openid.token.uid is 'Name of a session inside of tokens; opens nothing';
comment on column openid.token.session_id is 'The sign-in of identity.session under which a session of the provider lives and dies';
comment on column openid.token.consumed_at is 'When it was used; it works once';
comment on column openid.token.ends_at is 'Until when it works';

create table openid.spent_id (
  id_hash bytea primary key,
  ends_at timestamptz not null
);
create index on openid.spent_id (ends_at);
comment on table openid.spent_id is 'Proofs and assertions that were used: each works once, on whichever node it arrives';
comment on column openid.spent_id.id_hash is 'SHA-256 of whose it was and its jti';
comment on column openid.spent_id.ends_at is 'When it is too old anyhow, and its row not needed any more';

create table openid.subject (
  client_id text not null references openid.client,
  account_id uuid not null references identity.account,
  subject text not null,
  since timestamptz not null,
  primary key (client_id, account_id),
  unique (client_id, subject)
);
create index on openid.subject (account_id);
comment on table openid.subject is 'Under which name each client knows an account: another one for each, so that clients cannot compare (OpenID Connect Core 1.0, 8.1)';
comment on column openid.subject.client_id is 'The client';
comment on column openid.subject.account_id is 'The account';
comment on column openid.subject.subject is 'The name, random';
comment on column openid.subject.since is 'When the client first learned it';

create table openid.signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  sealed bytea not null,
  published_at timestamptz not null,
  signs_from timestamptz not null,
  ends_at timestamptz,
  made_by uuid not null references identity.account
);
comment on table openid.signing_key is 'Keys that sign tokens (ES256): published before they sign, and for a while after';
comment on column openid.signing_key.kid is 'Thumbprint of the key (RFC 7638)';
comment on column openid.signing_key.public_jwk is 'Public part, as jwks_uri shows it';
comment on column openid.signing_key.sealed is 'Private part, sealed by AES-256-GCM under a key of this installation';
comment on column openid.signing_key.published_at is 'Since when clients can see it';
comment on column openid.signing_key.signs_from is 'Since when it signs, until a later one does';
comment on column openid.signing_key.ends_at is 'When it is shown no more; null while no later key is known';
comment on column openid.signing_key.made_by is 'The administrator who asked for it, or the system';
