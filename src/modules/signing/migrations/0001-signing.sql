create schema signing;
comment on schema signing is 'Certificates and keys with which officials sign papers and offices seal them';

create table signing.certificate (
  id uuid primary key,
  usage text not null check (usage in ('personal', 'seal')),
  account_id uuid references identity.account,
  unit_id uuid not null references agency.unit,
  holder text not null check (length(holder) between 1 and 300),
  certificate bytea not null unique check (octet_length(certificate) between 100 and 20000),
  issuers bytea[] not null check (cardinality(issuers) <= 6),
  issuer text not null,
  serial text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  reach text not null check (reach in ('software', 'pkcs11', 'csc')),
  place text check (length(place) between 1 and 200),
  sealed_key bytea,
  added_by uuid not null,
  added_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_why text check (length(revoked_why) between 1 and 500),
  check ((usage = 'personal') = (account_id is not null)),
  check ((reach = 'software') = (sealed_key is not null)),
  check ((reach = 'software') = (place is null)),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_why is null))
);
create index on signing.certificate (account_id) where usage = 'personal';
create index on signing.certificate (unit_id) where usage = 'seal';
comment on table signing.certificate is 'Certificates of officials and of seals of offices; nothing is taken out, they run out or are revoked';
comment on column signing.certificate.id is 'UUIDv7';
comment on column signing.certificate.usage is 'personal: signature of who is competent to sign; seal: signature of the office (Decree 30/2020/NĐ-CP, article 25)';
comment on column signing.certificate.account_id is 'Whose it is; null for seals';
comment on column signing.certificate.unit_id is 'The office that it belongs to, or in which its holder signs';
comment on column signing.certificate.holder is 'Whom the certificate names';
comment on column signing.certificate.certificate is 'DER (RFC 5280)';
comment on column signing.certificate.issuers is 'DER of those above it, the issuer first';
comment on column signing.certificate.issuer is 'Who issued it';
comment on column signing.certificate.serial is 'Its serial number, hexadecimal';
comment on column signing.certificate.valid_from is 'From when it counts';
comment on column signing.certificate.valid_to is 'Until when it counts';
comment on column signing.certificate.reach is 'How its key is reached: software (demonstrations only), pkcs11 (hardware module), csc (remote signing, CSC API v2)';
comment on column signing.certificate.place is 'Label of the key in the module, or credentialID at the remote service';
comment on column signing.certificate.sealed_key is 'The key itself in demonstrations, sealed under the secret of the installation';
comment on column signing.certificate.added_by is 'Account of who added it';
comment on column signing.certificate.added_at is 'When';
comment on column signing.certificate.revoked_at is 'From when on nothing is signed with it';
comment on column signing.certificate.revoked_by is 'Account of who took it back';
comment on column signing.certificate.revoked_why is 'Why';

create table signing.ceremony (
  certificate_id uuid not null references signing.certificate,
  n int not null check (n > 0),
  kind text not null check (kind in ('activated', 'revoked')),
  held_at timestamptz not null,
  place text not null check (length(place) between 1 and 200),
  led_by text not null check (length(led_by) between 1 and 200),
  witnesses text[] not null check (cardinality(witnesses) <= 10),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (certificate_id, n)
);
comment on table signing.ceremony is 'When a key was put to use or taken back, who did it and who saw it; each is an act of the public ledger';
comment on column signing.ceremony.certificate_id is 'The certificate of the key';
comment on column signing.ceremony.n is 'Its place among those of the certificate';
comment on column signing.ceremony.kind is 'What was done';
comment on column signing.ceremony.held_at is 'When';
comment on column signing.ceremony.place is 'Where';
comment on column signing.ceremony.led_by is 'Who did it';
comment on column signing.ceremony.witnesses is 'Names of officials who saw it';
comment on column signing.ceremony.recorded_by is 'Account of who recorded it';
comment on column signing.ceremony.recorded_at is 'When it was recorded';
create function signing.refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'signing: append-only'; end $$;
create trigger append_only before update or delete on signing.ceremony
  for each row execute function signing.refuse_change();

create table signing.practice (
  unit_id uuid not null references agency.unit,
  valid_from date not null,
  level text not null check (level in ('none', 'B-T', 'B-LT', 'B-LTA')),
  seal_mm int not null default 36 check (seal_mm between 20 and 60),
  source text not null check (length(source) between 1 and 300),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (unit_id, valid_from)
);
comment on table signing.practice is 'From which day on an office signs its papers digitally, and how long the signatures are to be proven';
comment on column signing.practice.unit_id is 'The office';
comment on column signing.practice.valid_from is 'First day';
comment on column signing.practice.level is 'none, or the level of ETSI EN 319 142-1';
comment on column signing.practice.seal_mm is 'Diameter of its seal in millimetres, as registered: the picture has the true size (Decree 30/2020/NĐ-CP, appendix I)';
comment on column signing.practice.source is 'The decision of the office';
comment on column signing.practice.set_by is 'Account of who entered it';
comment on column signing.practice.set_at is 'When it was entered';

create table signing.warning (
  valid_from date primary key,
  days int[] not null check (cardinality(days) between 1 and 6),
  source text not null
);
comment on table signing.warning is 'How many days before a certificate runs out people are told';
comment on column signing.warning.valid_from is 'First day on which it holds';
comment on column signing.warning.days is 'Days before the end, falling';
comment on column signing.warning.source is 'Where that is laid down';
insert into signing.warning values ('2025-01-01', '{60,30,7}',
  'Mặc định của hệ thống');

create table signing.root (
  id uuid primary key,
  name text not null,
  certificate bytea not null unique,
  source text not null check (length(source) between 1 and 300),
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz
);
comment on table signing.root is 'Roots in which uploaded signatures are trusted; the list of trust of the office';
comment on column signing.root.id is 'UUIDv7';
comment on column signing.root.name is 'Whom the certificate names';
comment on column signing.root.certificate is 'DER';
comment on column signing.root.source is 'Where it comes from and how it was compared';
comment on column signing.root.added_by is 'Account of who added it';
comment on column signing.root.added_at is 'When';
comment on column signing.root.ended_at is 'From when on it is trusted no more';

create table signing.demo_authority (
  id smallint primary key default 1 check (id = 1),
  sealed bytea not null,
  root bytea not null,
  issuing bytea not null,
  made_at timestamptz not null
);
comment on table signing.demo_authority is 'The authority of demonstrations, which issues their certificates; never in real offices';
comment on column signing.demo_authority.id is 'There is one';
comment on column signing.demo_authority.sealed is 'Its keys, sealed under the secret of the installation';
comment on column signing.demo_authority.root is 'DER of its root';
comment on column signing.demo_authority.issuing is 'DER of the certificate with which it issues';
comment on column signing.demo_authority.made_at is 'When it was made';

create table signing.signature (
  paper_id uuid not null,
  step text not null check (step in ('personal', 'seal')),
  certificate_id uuid not null references signing.certificate,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  primary key (paper_id, step)
);
comment on table signing.signature is 'Which certificate signed which paper: once for each of its signatures';
comment on column signing.signature.paper_id is 'The issued paper';
comment on column signing.signature.step is 'The signature of a person, or the seal of the office';
comment on column signing.signature.certificate_id is 'With which certificate';
comment on column signing.signature.digest is 'SHA-256 of the file as that signature left it';
comment on column signing.signature.made_at is 'When';

create table signing.verdict (
  id_hash bytea primary key,
  sealed bytea not null check (octet_length(sealed) < 200000),
  made_at timestamptz not null
);
create index on signing.verdict (made_at);
comment on table signing.verdict is 'What was found of an uploaded file, for a quarter of an hour; the file itself is not kept';
comment on column signing.verdict.id_hash is 'SHA-256 of the secret in the address of the page that shows it';
comment on column signing.verdict.sealed is 'The finding, sealed under that secret and the secret of the installation';
comment on column signing.verdict.made_at is 'When';
