create schema credential;
comment on schema credential is 'Giấy tờ số: results that people carry as verifiable credentials, and requests to show them';

create table credential.offer (
  id uuid primary key,
  document_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  token_hash text unique,
  taken_at timestamptz
);
create index on credential.offer (expires_at);
comment on table credential.offer is 'A result that somebody wants to take into a wallet, for some minutes';
comment on column credential.offer.id is 'UUIDv7; its codes are derived from it';
comment on column credential.offer.document_id is 'The issued result (document.issued)';
comment on column credential.offer.person_id is 'Who takes it (identity.person)';
comment on column credential.offer.made_at is 'When it was asked for';
comment on column credential.offer.expires_at is 'Its codes and its token are worth nothing from then on';
comment on column credential.offer.tries is 'How often a wrong code of the person was typed';
comment on column credential.offer.token_hash is 'Hash of the access token that the wallet got; the offer''s codes are used up then';
comment on column credential.offer.taken_at is 'When the credential was issued';

create table credential.nonce (
  hash text primary key,
  expires_at timestamptz not null
);
create index on credential.nonce (expires_at);
comment on table credential.nonce is 'Nonces that wallets got for proofs of their keys; gone when used';
comment on column credential.nonce.hash is 'SHA-256 of the nonce';
comment on column credential.nonce.expires_at is 'Worth nothing from then on';

create table credential.status_version (
  list_id uuid not null,
  version int not null,
  bits bytea not null,
  made_at timestamptz not null,
  primary key (list_id, version)
);
comment on table credential.status_version is 'Every version of each list of revoked credentials (Token Status List), never changed';
comment on column credential.status_version.list_id is 'UUIDv7, part of the address of the list';
comment on column credential.status_version.version is 'From 1';
comment on column credential.status_version.bits is 'One bit for each place: 1 is revoked';
comment on column credential.status_version.made_at is 'When';

create table credential.credential (
  id uuid primary key,
  document_id uuid not null,
  owner uuid not null,
  person_id uuid not null,
  type text not null,
  digest text not null unique,
  list_id uuid not null,
  idx int not null check (idx >= 0),
  issued_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  unique (list_id, idx),
  check ((revoked_by is null) = (revoked_at is null))
);
create index on credential.credential (person_id);
create index on credential.credential (owner) where revoked_at is null;
comment on table credential.credential is 'Credentials that were issued; what they say stands only in the wallet';
comment on column credential.credential.id is 'UUIDv7';
comment on column credential.credential.document_id is 'The result that it says (document.issued)';
comment on column credential.credential.owner is 'The dossier of the result';
comment on column credential.credential.person_id is 'Who took it (identity.person)';
comment on column credential.credential.type is 'Address name of its type';
comment on column credential.credential.digest is 'base64url SHA-256 of the JWT that the office signed';
comment on column credential.credential.list_id is 'List that tells whether it is revoked';
comment on column credential.credential.idx is 'Its place there, taken at random so that neighbours tell nothing';
comment on column credential.credential.issued_at is 'When';
comment on column credential.credential.expires_at is 'End of what it says, if it has one';
comment on column credential.credential.revoked_at is 'When it was revoked';
comment on column credential.credential.revoked_by is 'Account that revoked it, or whose act did';

create table credential.request (
  id uuid primary key,
  secret_hash text not null unique,
  nonce text not null,
  type text not null,
  claims text[] not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  fetched_at timestamptz,
  answered_at timestamptz,
  sealed bytea
);
create index on credential.request (expires_at);
comment on table credential.request is 'What somebody asks a holder to show, for some minutes';
comment on column credential.request.id is 'UUIDv7, known to the wallet';
comment on column credential.request.secret_hash is 'Hash of the part of the address by which the asker sees the answer';
comment on column credential.request.nonce is 'What the holder''s key must sign';
comment on column credential.request.type is 'Type of credential that is asked for';
comment on column credential.request.claims is 'Names of the claims that are asked for';
comment on column credential.request.made_at is 'When it was made';
comment on column credential.request.expires_at is 'Deleted with its answer from then on';
comment on column credential.request.fetched_at is 'When the one wallet fetched it';
comment on column credential.request.answered_at is 'When it was answered: once';
comment on column credential.request.sealed is 'What was proven, or why nothing was, sealed under a key of the installation';

do $$
declare held text;
begin
  foreach held in array array['offer', 'credential'] loop
    execute format('alter table credential.%I enable row level security', held);
    execute format('alter table credential.%I force row level security', held);
    execute format('create policy office on credential.%I to %I using (true) with check (true)', held, current_user);
    execute format('create policy holder on credential.%I to cqs_citizen using (person_id = (select platform.own_person()))', held);
  end loop;
end $$;
create policy voiding on credential.credential to cqs_official using (true);
