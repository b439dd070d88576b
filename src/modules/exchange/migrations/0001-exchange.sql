create schema exchange;
comment on schema exchange is 'Trao đổi giữa các hệ thống: parts of dossiers that other installations do, and that we do for them';

create table exchange.partner (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  address text not null check (address ~ '^https?://[^/\s]+$'),
  key_id text not null,
  public_key text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  check (valid_to is null or valid_to >= valid_from)
);
create index on exchange.partner (key_id);
create index on exchange.partner (address);
comment on table exchange.partner is 'Another installation that messages are exchanged with; a new key is a new row';
comment on column exchange.partner.name is 'What it is called here';
comment on column exchange.partner.address is 'Its public address, without a path';
comment on column exchange.partner.key_id is 'Name of its key: the first 128 bits of the SHA-256 of the public key, base64url';
comment on column exchange.partner.public_key is 'Its public key of Ed25519: 32 bytes, base64url';
comment on column exchange.partner.valid_from is 'First day on which it is believed';
comment on column exchange.partner.valid_to is 'First day on which it is believed no more';
comment on column exchange.partner.source is 'The decision or agreement';
comment on column exchange.partner.recorded_by is 'Administrator who entered it (identity.account)';
comment on column exchange.partner.recorded_at is 'When it was entered';
comment on column exchange.partner.ended_by is 'Administrator who ended it';

create table exchange.served (
  id uuid primary key,
  unit_id uuid not null,
  address text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index on exchange.served (unit_id);
comment on table exchange.served is 'Units that another installation serves: their parts of dossiers are sent there';
comment on column exchange.served.unit_id is 'agency.unit';
comment on column exchange.served.address is 'Address of the installation (exchange.partner)';
comment on column exchange.served.valid_from is 'First day';
comment on column exchange.served.valid_to is 'First day on which it is served here again';
comment on column exchange.served.source is 'The decision or agreement';
comment on column exchange.served.recorded_by is 'Administrator who entered it (identity.account)';
comment on column exchange.served.recorded_at is 'When it was entered';

create table exchange.offer (
  id uuid primary key,
  procedure_code text not null,
  step text not null,
  slug text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index on exchange.offer (procedure_code, step);
comment on table exchange.offer is 'By which of our procedures a part is done that another installation asks for';
comment on column exchange.offer.procedure_code is 'National code of the interlinked procedure';
comment on column exchange.offer.step is 'Element of its process that is the part';
comment on column exchange.offer.slug is 'Our procedure (procedure.procedure)';
comment on column exchange.offer.valid_from is 'First day';
comment on column exchange.offer.valid_to is 'First day on which the part is no longer taken';
comment on column exchange.offer.source is 'The decision or agreement';
comment on column exchange.offer.recorded_by is 'Administrator who entered it (identity.account)';
comment on column exchange.offer.recorded_at is 'When it was entered';

create table exchange.leg (
  id uuid primary key,
  side text not null check (side in ('asked', 'doing')),
  address text not null,
  number text not null,
  dossier_id uuid not null,
  task_id text,
  procedure_code text not null,
  step text not null,
  part text not null,
  due_at timestamptz,
  sent int not null default 0,
  received int not null default 0,
  is_asking boolean not null default false,
  partner_code text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check ((side = 'asked') = (task_id is not null))
);
create index on exchange.leg (dossier_id);
create unique index leg_once on exchange.leg (task_id) where task_id is not null;
comment on table exchange.leg is 'A part of a dossier that one installation asks another one for';
comment on column exchange.leg.id is 'Given by the one who asks; the same on both sides';
comment on column exchange.leg.side is 'asked: theirs to do for us; doing: ours to do for them';
comment on column exchange.leg.address is 'The other installation';
comment on column exchange.leg.number is 'What people call it: code of the asking dossier and number of the step';
comment on column exchange.leg.dossier_id is 'Our dossier: the whole one when we ask, the part when we do it (dossier.dossier)';
comment on column exchange.leg.task_id is 'The step of our process that waits';
comment on column exchange.leg.procedure_code is 'National code of the interlinked procedure';
comment on column exchange.leg.step is 'Element of its process';
comment on column exchange.leg.part is 'Name of the part';
comment on column exchange.leg.due_at is 'When the part is due for the asking side';
comment on column exchange.leg.sent is 'How many messages we have sent about it: the number of the last';
comment on column exchange.leg.received is 'Number of the last message of the other side that was applied';
comment on column exchange.leg.is_asking is 'The other side waits for an answer of the applicant';
comment on column exchange.leg.partner_code is 'Code of the dossier of the other side';
comment on column exchange.leg.opened_at is 'When it was asked for';
comment on column exchange.leg.closed_at is 'Done, refused or withdrawn';

create table exchange.outgoing (
  id uuid primary key,
  leg_id uuid not null references exchange.leg,
  number int not null,
  kind text not null,
  act_seq int,
  state text not null check (state in ('waiting', 'sent', 'dead')),
  attempts int not null default 0,
  next_at timestamptz not null,
  fault text,
  body bytea,
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (leg_id, number)
);
create index on exchange.outgoing (next_at) where state = 'waiting';
create index on exchange.outgoing (created_at desc);
comment on table exchange.outgoing is 'Messages to other installations, written with the act that they tell of';
comment on column exchange.outgoing.id is 'The same at every attempt: by it the other side knows a message that came before';
comment on column exchange.outgoing.leg_id is 'The part that it is about';
comment on column exchange.outgoing.number is 'Counts the messages of a part from 1, so that they are applied in order';
comment on column exchange.outgoing.kind is 'requested, answered, withdrawn; accepted, progress, supplement, refused, finished';
comment on column exchange.outgoing.act_seq is 'The act of the dossier that it tells of (dossier.act)';
comment on column exchange.outgoing.state is 'waiting, sent, or dead: then an administrator has it sent again';
comment on column exchange.outgoing.attempts is 'How often sending was begun';
comment on column exchange.outgoing.next_at is 'Not sent before this: an attempt is under way, or one failed and the next waits';
comment on column exchange.outgoing.fault is 'Why the last attempt failed';
comment on column exchange.outgoing.body is 'The message as first written, sealed; forgotten once it has arrived';
comment on column exchange.outgoing.created_at is 'When the act was done';
comment on column exchange.outgoing.sent_at is 'When the other side said that it has it';

create table exchange.incoming (
  address text not null,
  id uuid not null,
  leg_id uuid not null,
  number int not null,
  kind text not null,
  digest text not null,
  state text not null check (state in ('waiting', 'applied', 'refused')),
  fault text,
  body bytea,
  received_at timestamptz not null,
  applied_at timestamptz,
  primary key (address, id),
  unique (address, leg_id, number)
);
create index on exchange.incoming (received_at) where state = 'waiting';
create index on exchange.incoming (received_at desc);
comment on table exchange.incoming is 'Messages of other installations that were believed; each is applied once';
comment on column exchange.incoming.address is 'Who sent it';
comment on column exchange.incoming.id is 'Its id, given by the sender';
comment on column exchange.incoming.leg_id is 'Which part it is about; the part may be opened by an earlier message that is still on its way';
comment on column exchange.incoming.number is 'Its place among the messages of the part';
comment on column exchange.incoming.kind is 'What it says';
comment on column exchange.incoming.digest is 'SHA-256 of it: another message under the same id is refused';
comment on column exchange.incoming.state is 'applied; waiting for an earlier message or for the dossier to go on; or refused when its turn came';
comment on column exchange.incoming.fault is 'Why it still waits, as a code of refusal';
comment on column exchange.incoming.body is 'The message, sealed, while it waits';
comment on column exchange.incoming.received_at is 'When it came first';
comment on column exchange.incoming.applied_at is 'When it was applied';

create table exchange.nonce (
  key_id text not null,
  nonce text not null,
  at timestamptz not null,
  primary key (key_id, nonce)
);
create index on exchange.nonce (at);
comment on table exchange.nonce is 'Signatures that were seen while they would still be believed: a copy is refused';
comment on column exchange.nonce.key_id is 'Key that signed';
comment on column exchange.nonce.nonce is 'The signature''s own number';
comment on column exchange.nonce.at is 'When it was seen';
