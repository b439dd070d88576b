create schema process;
comment on schema process is 'Quy trình: process models and their running instances, one row per waiting token';

create table process.definition (
  id uuid primary key,
  key text not null,
  version int not null,
  sha256 bytea not null,
  bpmn text not null,
  proof jsonb not null,
  deployed_at timestamptz not null,
  unique (key, version),
  unique (key, sha256)
);
comment on table process.definition is 'One deployed version of a process model. Never changed: instances end on the version that they began with';
comment on column process.definition.id is 'UUIDv7; caches of compiled models go by it';
comment on column process.definition.key is 'What all versions of one process have in common, for example the code of a procedure';
comment on column process.definition.version is 'Counted from 1 for each key';
comment on column process.definition.sha256 is 'Of the BPMN text: the same text deployed again is the same version';
comment on column process.definition.bpmn is 'The model, BPMN 2.0 XML';
comment on column process.definition.proof is 'What the soundness proof came to: markings looked at, and whether its bound was hit';
comment on column process.definition.deployed_at is 'When it was deployed';

create table process.node (
  key text not null,
  no smallint not null,
  element_id text not null,
  primary key (key, no),
  unique (key, element_id)
);
comment on table process.node is 'Numbers of the elements of a process, the same in all its versions, so that tokens and history can name them shortly';
comment on column process.node.key is 'Key of the process';
comment on column process.node.no is 'Number of the element, never given to another';
comment on column process.node.element_id is 'Id of the element in the BPMN text';

create table process.placement (
  id uuid primary key,
  units jsonb not null
);
comment on table process.placement is 'Which unit does the work of each role; shared by all instances of one office';
comment on column process.placement.id is 'Made of the content, so that equal placements are one row';
comment on column process.placement.units is 'Role code to unit id (agency.unit)';

create table process.instance (
  id uuid primary key,
  started_at timestamptz not null,
  suspended_at timestamptz,
  ended_at timestamptz,
  definition_id uuid not null references process.definition,
  placement_id uuid not null references process.placement,
  subject uuid not null,
  revision int not null,
  next_token int not null,
  status smallint not null check (status between 0 and 3),
  vars jsonb not null,
  ended_as text
) with (fillfactor = 85);
create index on process.instance (subject);
comment on table process.instance is 'One run of a process. Its row is the lock: every change of its tokens holds it';
comment on column process.instance.id is 'UUIDv7';
comment on column process.instance.started_at is 'Start';
comment on column process.instance.suspended_at is 'Since when nothing moves and no time runs; null while it runs';
comment on column process.instance.ended_at is 'End, of whatever kind';
comment on column process.instance.definition_id is 'The version that it runs on';
comment on column process.instance.placement_id is 'Which unit does what';
comment on column process.instance.subject is 'What the process is about, for example a dossier';
comment on column process.instance.revision is 'Steps taken so far; the number of the latest step';
comment on column process.instance.next_token is 'Id of the next token: ids are never used again, so work is done at most once';
comment on column process.instance.status is '0 open, 1 done, 2 failed by an error that nothing caught, 3 cancelled';
comment on column process.instance.vars is 'Variables that conditions look at';
comment on column process.instance.ended_as is 'Id of the end event by which it ended';

create table process.token (
  instance_id uuid not null,
  created_at timestamptz not null,
  due_at timestamptz,
  id int not null,
  scope int not null,
  parent int not null,
  index int,
  node smallint not null,
  kind smallint not null check (kind between 1 and 8),
  tries smallint not null default 0,
  suspended boolean not null,
  subject uuid not null,
  unit_id uuid,
  assignee uuid,
  role text,
  key text,
  item jsonb,
  fault text,
  primary key (instance_id, id)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
create index token_desk on process.token (unit_id, role, due_at) where kind = 1;
create index token_mine on process.token (assignee, due_at) where kind = 1;
create index token_due on process.token (due_at) where kind in (3, 5) and not suspended;
create index token_message on process.token (key) where kind = 2;
comment on table process.token is 'What instances wait for. Completing work deletes its row, once. Written only while the instance row is held, so it needs no foreign key to it';
comment on column process.token.instance_id is 'process.instance';
comment on column process.token.created_at is 'When the wait began';
comment on column process.token.due_at is 'Work: when it is due; timer: when it fires; job: when it may be taken (again)';
comment on column process.token.id is 'Unique in the instance';
comment on column process.token.scope is 'Token of the open sub-process around it; 0 at the top';
comment on column process.token.parent is 'Token that it goes away with: host of a boundary event, event gateway, container of members; 0 for none';
comment on column process.token.index is 'Join: number of the flow that it came by; member: its place; container: how many; cycle: firings left';
comment on column process.token.node is 'process.node.no of the element';
comment on column process.token.kind is '1 work of a person, 2 message, 3 timer, 4 arrival at a join, 5 job of a machine, 6 open sub-process, 7 event gateway, 8 container of members';
comment on column process.token.tries is 'Job: how often it was taken';
comment on column process.token.suspended is 'True while its instance is suspended';
comment on column process.token.subject is 'Subject of the instance';
comment on column process.token.unit_id is 'Work: unit that does it (agency.unit)';
comment on column process.token.assignee is 'Work: account that has claimed it or was given it (identity.account)';
comment on column process.token.role is 'Work: role that does it';
comment on column process.token.key is 'Message: name and correlation; job: its name';
comment on column process.token.item is 'Member: what it is about; container in sequence: all items';
comment on column process.token.fault is 'Why its timer or job could not go on at the last try';

create table process.step (
  instance_id uuid not null,
  at timestamptz not null,
  seq int not null,
  token int,
  actor uuid,
  deeds smallint[] not null,
  path smallint[] not null,
  outcome text,
  reason text,
  primary key (instance_id, seq)
);
comment on table process.step is 'History: one row per step, only ever added to';
comment on column process.step.instance_id is 'process.instance';
comment on column process.step.at is 'When';
comment on column process.step.seq is 'Revision of the instance after the step; without gaps';
comment on column process.step.token is 'Token that the step consumed';
comment on column process.step.actor is 'Who completed the work (identity.account); null for timers, messages and jobs';
comment on column process.step.deeds is 'What happened, in order: 0 started, 1 entered, 2 left, 3 ended, 4 caught, 5 interrupted, 6 jumped, 7 closed, 8 suspended, 9 resumed';
comment on column process.step.path is 'Element numbers to the deeds; -1 for the process itself';
comment on column process.step.outcome is 'Outcome of completed work';
comment on column process.step.reason is 'Why, for acts outside the model: jump, cancellation, suspension';

create table process.message_in (
  id text primary key,
  key text not null,
  body jsonb not null,
  received_at timestamptz not null,
  consumed_at timestamptz,
  consumed_by uuid
);
create index message_waiting on process.message_in (key, received_at) where consumed_at is null;
comment on table process.message_in is 'Messages from outside: kept until something waits for them, and known by id so that none counts twice';
comment on column process.message_in.id is 'Given by the sender';
comment on column process.message_in.key is 'Name and correlation, as in process.token.key';
comment on column process.message_in.body is 'What it says';
comment on column process.message_in.received_at is 'When it came; older ones are delivered first';
comment on column process.message_in.consumed_at is 'When it reached a token';
comment on column process.message_in.consumed_by is 'Instance that it reached';

create table process.outbox (
  id bigint generated always as identity primary key,
  instance_id uuid not null,
  token int not null,
  subject uuid not null,
  name text not null,
  created_at timestamptz not null,
  taken_at timestamptz,
  unique (instance_id, token)
);
create index outbox_waiting on process.outbox (id) where taken_at is null;
comment on table process.outbox is 'Messages that processes send. Each leaves in the transaction of its step; (instance, token) is its idempotency key';
comment on column process.outbox.id is 'Order of sending';
comment on column process.outbox.instance_id is 'Sender';
comment on column process.outbox.token is 'Token id that the sending used up';
comment on column process.outbox.subject is 'Subject of the sender';
comment on column process.outbox.name is 'Name of the message';
comment on column process.outbox.created_at is 'When it was sent';
comment on column process.outbox.taken_at is 'When it was handed on';
