create schema ledger;
comment on schema ledger is 'Sổ minh bạch: the public log of official acts (RFC 6962 tree, C2SP tlog-tiles)';

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table %.% is append-only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
comment on function ledger.refuse_change is 'Keeps leaves as they were written';

create table ledger.log (
  id smallint primary key default 1 check (id = 1),
  origin text not null,
  vkeys text[] not null,
  opened_at timestamptz not null,
  size bigint not null default 0 check (size >= 0),
  edge bytea not null default '' check (octet_length(edge) % 32 = 0),
  policy text not null default 'quorum none',
  leader uuid,
  leader_seen_at timestamptz,
  frozen_at timestamptz
);
comment on table ledger.log is 'The one log of this installation, and how far it has grown';
comment on column ledger.log.origin is 'Name of the log: its address without scheme; never changes';
comment on column ledger.log.vkeys is 'Keys that sign its checkpoints, as C2SP verifier keys';
comment on column ledger.log.opened_at is 'When it was opened; earlier acts are not in it';
comment on column ledger.log.size is 'Number of leaves';
comment on column ledger.log.edge is 'Right edge of the tree: hashes of the complete subtrees that the bits of size name, the smallest first';
comment on column ledger.log.policy is 'Which witnesses there are and how many must cosign (C2SP tlog-policy)';
comment on column ledger.log.leader is 'Process that writes the log now';
comment on column ledger.log.leader_seen_at is 'Last sign of life of that process, by the clock of the database';
comment on column ledger.log.frozen_at is 'Since when nothing is signed because a witness knows another history';

create table ledger.pending (
  seq bigint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z-]{1,30}$'),
  subject uuid not null,
  n int not null check (n > 0),
  at timestamptz not null,
  facts jsonb not null,
  salt bytea not null check (octet_length(salt) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  after bytea check (octet_length(after) = 32),
  entered_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
comment on table ledger.pending is 'Acts that were committed and have no place in the log yet; they wait for less than a second';
comment on column ledger.pending.seq is 'Order of arrival. Numbers may commit late or never: whoever takes rows deletes them and remembers no number';
comment on column ledger.pending.kind is 'act, document, procedure, log, erasure, …';
comment on column ledger.pending.subject is 'What it happened to: a dossier, a document, a procedure';
comment on column ledger.pending.n is 'Its place among the acts of the subject, from 1 without gaps';
comment on column ledger.pending.at is 'When it was done';
comment on column ledger.pending.facts is 'What everybody may know; no personal data';
comment on column ledger.pending.salt is 'Secret of the commitment';
comment on column ledger.pending.commitment is 'HMAC-SHA-256 of the document and the hash of the subject after it (canonical JSON, RFC 8785) under the salt';
comment on column ledger.pending.after is 'SHA-256 of the subject as the act left it (canonical JSON); part of what is committed to';
comment on column ledger.pending.entered_at is 'Begin of the transaction that wrote it, by the clock of the database';

create table ledger.leaf (
  idx bigint primary key check (idx >= 0),
  body bytea not null check (octet_length(body) between 2 and 4096),
  kind text not null,
  at timestamptz not null,
  case_id bytea not null check (octet_length(case_id) = 16),
  procedure text,
  verb text,
  state text,
  unit text
);
create index on ledger.leaf (procedure, idx desc) where procedure is not null;
create index on ledger.leaf (unit, idx desc) where unit is not null;
create trigger append_only before update or delete on ledger.leaf
  for each row execute function ledger.refuse_change();
create trigger append_only_table before truncate on ledger.leaf
  for each statement execute function ledger.refuse_change();
comment on table ledger.leaf is 'Entries of the log, public, never changed';
comment on column ledger.leaf.idx is 'Place in the log, from 0 without gaps';
comment on column ledger.leaf.body is 'The entry letter by letter: canonical JSON';
comment on column ledger.leaf.kind is 'Copied from the body for lists, as are the columns that follow';
comment on column ledger.leaf.at is 'When it was done';
comment on column ledger.leaf.case_id is 'Random number that ties the leaves of one subject to each other and to nothing else';
comment on column ledger.leaf.procedure is 'Short name of the procedure';
comment on column ledger.leaf.verb is 'What was done';
comment on column ledger.leaf.state is 'State afterwards';
comment on column ledger.leaf.unit is 'Key of the unit';

create table ledger.opening (
  idx bigint primary key,
  kind text not null,
  subject uuid not null,
  n int not null,
  salt bytea not null check (octet_length(salt) = 32),
  after bytea check (octet_length(after) = 32)
);
create index on ledger.opening (kind, subject, n);
comment on table ledger.opening is 'What opens the commitments of leaves. Deleting a row erases: the leaf then says nothing about anybody (Law 91/2025/QH15)';
comment on column ledger.opening.idx is 'The leaf';
comment on column ledger.opening.kind is 'Kind of the subject';
comment on column ledger.opening.subject is 'What the leaf is about';
comment on column ledger.opening.n is 'Its place among the acts of the subject';
comment on column ledger.opening.salt is 'Secret of the commitment';
comment on column ledger.opening.after is 'SHA-256 of the subject as the act left it; part of what is committed to';

create table ledger.tile (
  level int not null check (level between 0 and 7),
  n bigint not null check (n >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, n)
);
alter table ledger.tile alter column hashes set storage external;
comment on table ledger.tile is 'Hashes of the tree in tiles of 256 (C2SP tlog-tiles)';
comment on column ledger.tile.level is 'Height in tiles: hashes of subtrees of 256^level leaves';
comment on column ledger.tile.n is 'Place among the tiles of its level';
comment on column ledger.tile.hashes is 'The hashes so far, 32 bytes each; a partial tile is a beginning of it';

create table ledger.checkpoint (
  size bigint primary key,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  made_at timestamptz not null,
  quorum_at timestamptz,
  published_at timestamptz
);
create index on ledger.checkpoint (size desc) where published_at is not null;
comment on table ledger.checkpoint is 'Signed states of the log; at most one of each size, for ever';
comment on column ledger.checkpoint.size is 'Number of leaves';
comment on column ledger.checkpoint.root is 'Root hash of the tree of that size';
comment on column ledger.checkpoint.note is 'Text and signatures of the log itself (C2SP tlog-checkpoint)';
comment on column ledger.checkpoint.made_at is 'When it was signed';
comment on column ledger.checkpoint.quorum_at is 'When enough witnesses had cosigned it';
comment on column ledger.checkpoint.published_at is 'When it was shown to everybody';

create table ledger.cosignature (
  size bigint not null,
  witness text not null,
  line text not null,
  at timestamptz not null,
  primary key (size, witness)
);
comment on table ledger.cosignature is 'What witnesses signed: that a checkpoint continues what they saw before';
comment on column ledger.cosignature.size is 'The checkpoint';
comment on column ledger.cosignature.witness is 'Name of the witness in the policy';
comment on column ledger.cosignature.line is 'Its signature line (C2SP tlog-cosignature)';
comment on column ledger.cosignature.at is 'The moment that the witness states';

create table ledger.witness (
  name text primary key,
  vkey text not null,
  url text,
  size bigint not null default 0,
  standing text not null check (standing in ('new', 'good', 'away', 'refuses', 'disagrees')),
  told text,
  seen_at timestamptz
);
comment on table ledger.witness is 'The witnesses of the policy and how each stands';
comment on column ledger.witness.name is 'Name in the policy';
comment on column ledger.witness.vkey is 'Key of its cosignatures';
comment on column ledger.witness.url is 'Where it takes checkpoints';
comment on column ledger.witness.size is 'Size of the last checkpoint that it cosigned, as far as we know';
comment on column ledger.witness.standing is 'good; away: no answer; refuses: answers, but does not sign; disagrees: knows another history';
comment on column ledger.witness.told is 'What it answered last when it did not sign';
comment on column ledger.witness.seen_at is 'When it answered last';

create table ledger.freeze (
  id uuid primary key,
  at timestamptz not null,
  witness text not null,
  evidence text not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
comment on table ledger.freeze is 'Times in which the log stood still because a witness showed a checkpoint of ours that our log does not continue';
comment on column ledger.freeze.at is 'When it was found';
comment on column ledger.freeze.witness is 'Who showed it';
comment on column ledger.freeze.evidence is 'The checkpoint, signed by our own key';
comment on column ledger.freeze.ended_at is 'When an administrator let it go on';
comment on column ledger.freeze.ended_by is 'Who (identity.account)';
comment on column ledger.freeze.end_reason is 'Why';

create table ledger.inspection (
  id uuid primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  leaves bigint not null,
  compared bigint not null,
  findings jsonb not null
);
comment on table ledger.inspection is 'Runs of the monitor: the whole log recomputed and compared with the data of the office';
comment on column ledger.inspection.began_at is 'When it began';
comment on column ledger.inspection.ended_at is 'When it was through';
comment on column ledger.inspection.leaves is 'Leaves that were recomputed';
comment on column ledger.inspection.compared is 'Rows of other modules that were compared with their leaves';
comment on column ledger.inspection.findings is 'What did not fit: kind, place; no personal data';
