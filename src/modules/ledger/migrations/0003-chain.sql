create table ledger.chain_vote (
  place text not null check (place ~ '^[a-z0-9-]{1,30}$'),
  nonce bigint not null check (nonce >= 0),
  attempt int not null check (attempt > 0),
  size bigint not null check (size > 0),
  note text not null,
  hash bytea not null check (octet_length(hash) = 32),
  raw bytea not null,
  gas bigint not null check (gas > 0),
  fee bigint not null check (fee >= 0),
  signed_at timestamptz not null,
  became text check (became in ('anchored', 'refused', 'overtaken', 'waited', 'lost')),
  primary key (place, nonce, attempt)
);
create unique index on ledger.chain_vote (hash);
create index on ledger.chain_vote (place) where became is null;
comment on table ledger.chain_vote is 'Votes of this office for a checkpoint on a chain (EVM), each kept before it is sent: after a crash the same bytes are sent again, never other ones';
comment on column ledger.chain_vote.place is 'Name of the anchor';
comment on column ledger.chain_vote.nonce is 'Number of the transaction in its account; the chain takes one of each number, so further attempts never vote twice';
comment on column ledger.chain_vote.attempt is 'From 1; a later one offers more for the same number';
comment on column ledger.chain_vote.size is 'Number of leaves of the checkpoint';
comment on column ledger.chain_vote.note is 'The checkpoint letter by letter';
comment on column ledger.chain_vote.hash is 'Name of the transaction on the chain';
comment on column ledger.chain_vote.raw is 'The signed transaction, as it is sent';
comment on column ledger.chain_vote.gas is 'How much gas it may use';
comment on column ledger.chain_vote.fee is 'What it offers for a unit of gas at most, in wei';
comment on column ledger.chain_vote.signed_at is 'When it was signed';
comment on column ledger.chain_vote.became is 'Null while it is under way. anchored: the contract keeps the checkpoint; refused: the contract did not take it; overtaken: it keeps a longer one; waited: the other agencies did not confirm in time; lost: another transaction took the number';

comment on column ledger.anchor.proof is 'A time-stamp token (RFC 3161) over the SHA-256 of the note, as DER; of a chain JSON that says where to look';

-- locks: a row every ten minutes, so the table is small
create index on ledger.anchor (at desc);
