alter table identity.session
  add column id uuid not null default gen_random_uuid() unique,
  add column opened_by text not null default 'password'
    check (opened_by in ('password', 'app', 'recovery-code', 'passkey', 'demo')),
  add column confirmed_at timestamptz;
comment on column identity.session.id is 'Names the session to its owner, who may end it; opens nothing';
comment on column identity.session.opened_by is 'The strongest thing that its sign-in asked for';
comment on column identity.session.confirmed_at is 'When the person last proved to be themselves, at the sign-in or since; null for sessions from before this was kept';

create table identity.pending_sign_in (
  token_hash bytea primary key,
  account_id uuid not null references identity.account,
  go_to text,
  tries integer not null default 0,
  ends_at timestamptz not null
);
create index on identity.pending_sign_in (ends_at);
comment on table identity.pending_sign_in is 'Sign-ins whose password was right and that wait for the second factor; they open nothing';
comment on column identity.pending_sign_in.token_hash is 'SHA-256 of the token in the browser''s cookie';
comment on column identity.pending_sign_in.account_id is 'Whose password was right';
comment on column identity.pending_sign_in.go_to is 'The page of this site that was wanted';
comment on column identity.pending_sign_in.tries is 'Wrong codes so far; after a few the password is asked for again';
comment on column identity.pending_sign_in.ends_at is 'Until when it waits';

create table identity.code_app (
  account_id uuid primary key references identity.account,
  secret bytea not null,
  last_step bigint not null,
  since timestamptz not null
);
comment on table identity.code_app is 'Apps that show one-time codes (RFC 6238), one for an account';
comment on column identity.code_app.account_id is 'Whose app it is';
comment on column identity.code_app.secret is 'The secret it shares with us, sealed by AES-256-GCM under a key of this installation';
comment on column identity.code_app.last_step is 'Time step of the last code that was accepted: no code is accepted twice (RFC 6238, 5.2)';
comment on column identity.code_app.since is 'When its first code was right';

create table identity.recovery_code (
  account_id uuid not null references identity.account,
  code_mac text not null,
  issued_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_mac)
);
comment on table identity.recovery_code is 'Codes on paper for when the second factor is lost; new ones replace the old';
comment on column identity.recovery_code.account_id is 'Whose code it is';
comment on column identity.recovery_code.code_mac is 'HMAC of the code, which has 60 random bits; it was shown once';
comment on column identity.recovery_code.issued_at is 'When it was shown';
comment on column identity.recovery_code.used_at is 'When it was used; it works once';

create table identity.passkey (
  id uuid primary key,
  account_id uuid not null references identity.account,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  is_backed_up boolean not null,
  name text not null,
  since timestamptz not null,
  used_at timestamptz
);
create index on identity.passkey (account_id);
comment on table identity.passkey is 'Passkeys (WebAuthn Level 3, credential records)';
comment on column identity.passkey.account_id is 'Whose passkey it is';
comment on column identity.passkey.credential_id is 'Its id as the authenticator chose it, base64url';
comment on column identity.passkey.public_key is 'COSE key that its signatures must fit';
comment on column identity.passkey.counter is 'Signature counter; one that falls back shows a copy';
comment on column identity.passkey.transports is 'How the browser reaches it, as it told';
comment on column identity.passkey.is_synced is 'May live on several devices (flag BE)';
comment on column identity.passkey.is_backed_up is 'Lives on several devices now (flag BS)';
comment on column identity.passkey.name is 'What its owner calls it';
comment on column identity.passkey.since is 'When it was added';
comment on column identity.passkey.used_at is 'When it was last used';

create table identity.spent_challenge (
  challenge_hash bytea primary key,
  ends_at timestamptz not null
);
create index on identity.spent_challenge (ends_at);
comment on table identity.spent_challenge is 'Challenges of passkeys that were answered: each is answered once';
comment on column identity.spent_challenge.challenge_hash is 'SHA-256 of the challenge';
comment on column identity.spent_challenge.ends_at is 'When the challenge is too old anyhow, and its row not needed any more';

create table identity.known_device (
  account_id uuid not null references identity.account,
  device_mac text not null,
  seen_at timestamptz not null,
  primary key (account_id, device_mac)
);
create index on identity.known_device (seen_at);
comment on table identity.known_device is 'Browsers with which somebody has signed in, known by a cookie of ours alone';
comment on column identity.known_device.account_id is 'Who signed in';
comment on column identity.known_device.device_mac is 'HMAC of the cookie';
comment on column identity.known_device.seen_at is 'Last sign-in with it';

create table identity.factor_change (
  id uuid primary key,
  account_id uuid not null references identity.account,
  change text not null,
  detail text,
  by_account uuid not null references identity.account,
  at timestamptz not null
);
create index on identity.factor_change (account_id, at desc);
comment on table identity.factor_change is 'Every change of the ways to prove who one is, by whom; nothing is ever taken out';
comment on column identity.factor_change.account_id is 'Whose account it is';
comment on column identity.factor_change.change is 'app-added, app-removed, passkey-added, passkey-removed, codes-issued, code-used, removed-at-counter';
comment on column identity.factor_change.detail is 'Name of the passkey; at the counter, the card that was compared';
comment on column identity.factor_change.by_account is 'Who did it: the person, or the official at the counter';
comment on column identity.factor_change.at is 'When';
