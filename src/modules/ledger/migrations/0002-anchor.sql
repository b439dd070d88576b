create table ledger.anchor (
  size bigint not null check (size > 0),
  place text not null check (place ~ '^[a-z0-9-]{1,30}$'),
  note text not null,
  proof bytea not null check (octet_length(proof) between 1 and 65536),
  at timestamptz not null,
  primary key (place, size)
);
comment on table ledger.anchor is 'Checkpoints that were made known outside of this installation, with the proof that they were there by then';
comment on column ledger.anchor.size is 'Number of leaves of the checkpoint';
comment on column ledger.anchor.place is 'Name of the anchor';
comment on column ledger.anchor.note is 'The checkpoint letter by letter; checkpoints themselves are thinned';
comment on column ledger.anchor.proof is 'A time-stamp token (RFC 3161) over the SHA-256 of the note, as DER';
comment on column ledger.anchor.at is 'The moment that the anchor states';

create table ledger.demo_stamper (
  id smallint primary key default 1 check (id = 1),
  sealed bytea not null,
  issuing bytea not null,
  root bytea not null,
  made_at timestamptz not null
);
comment on table ledger.demo_stamper is 'The time-stamping authority of demonstrations; real offices use one that is licensed';
comment on column ledger.demo_stamper.sealed is 'Its key and certificate, sealed under the secret of the installation';
comment on column ledger.demo_stamper.issuing is 'DER of the certificate above it';
comment on column ledger.demo_stamper.root is 'DER of the root, which verifiers must trust; its key was thrown away';
comment on column ledger.demo_stamper.made_at is 'When it was made';
