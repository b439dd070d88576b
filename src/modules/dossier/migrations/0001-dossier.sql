create schema dossier;
comment on schema dossier is 'Hồ sơ: drafts, filed dossiers, everything that happens to them';

create table dossier.draft (
  id uuid primary key,
  account_id uuid not null,
  procedure_id uuid not null,
  version_id uuid not null,
  subject text not null default '',
  channel text not null default 'ONLINE' check (channel in ('DIRECT', 'ONLINE', 'POSTAL')),
  person_id uuid,
  answers jsonb not null default '{}',
  typed jsonb not null default '{}',
  page text,
  revision int not null default 0,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  ended_at timestamptz,
  dossier_id uuid
);
create unique index draft_live on dossier.draft (account_id, procedure_id, subject) where ended_at is null;
create index on dossier.draft (saved_at) where ended_at is null;
comment on table dossier.draft is 'An application that is being filled; one lives per account, procedure and subject';
comment on column dossier.draft.account_id is 'Who fills it (identity.account)';
comment on column dossier.draft.procedure_id is 'procedure.procedure';
comment on column dossier.draft.version_id is 'Version of the procedure with which it was begun';
comment on column dossier.draft.subject is 'For whom or what, in the applicant''s words; empty for the first';
comment on column dossier.draft.channel is 'How the dossier comes in; other than ONLINE an official enters it from paper';
comment on column dossier.draft.person_id is 'Who hands it in (identity.person), when that is not the person of the account';
comment on column dossier.draft.answers is 'Good answers so far';
comment on column dossier.draft.typed is 'What was typed and is not a good answer yet, by page';
comment on column dossier.draft.page is 'Page that was open last';
comment on column dossier.draft.revision is 'Grows with every save; a save from an older revision is merged by field';
comment on column dossier.draft.created_at is 'First answer';
comment on column dossier.draft.saved_at is 'Last save';
comment on column dossier.draft.ended_at is 'Filed or thrown away';
comment on column dossier.draft.dossier_id is 'What became of it';

create table dossier.dossier (
  id uuid primary key,
  code text collate "C" not null unique,
  legacy_code text collate "C" unique,
  procedure_id uuid not null,
  version_id uuid not null,
  unit_id uuid not null,
  unit_ids uuid[] not null,
  place_code text not null,
  channel text not null check (channel in ('DIRECT', 'ONLINE', 'POSTAL')),
  account_id uuid,
  submitter_person_id uuid not null,
  owner_person_id uuid not null,
  owner_name text not null,
  search_key text not null,
  abstract text not null,
  answers jsonb not null,
  papers jsonb not null,
  delivery text not null check (delivery in ('ONLINE', 'COUNTER', 'POST')),
  delivery_address text,
  tracking_secret text not null,
  state text not null,
  resume_state text,
  variant text not null default 'NORMAL' check (variant in ('NORMAL', 'VERIFY', 'EXTEND')),
  proposal text check (proposal in ('grant', 'refuse')),
  proposal_words text,
  deadline jsonb not null,
  submitted_at timestamptz not null,
  accept_due_at timestamptz not null,
  accepted_at timestamptz,
  first_due_at timestamptz,
  due_at timestamptz,
  paused_at timestamptz,
  overdue_at timestamptz,
  reappointed_at timestamptz,
  ended_at timestamptz,
  delivered_at timestamptz,
  supplements int not null default 0,
  instance_id uuid,
  result_number text,
  result_document_id uuid,
  updated_at timestamptz not null
);
create index on dossier.dossier (account_id, submitted_at desc);
create index on dossier.dossier (owner_person_id, submitted_at desc);
create index on dossier.dossier (unit_id, state, due_at);
create index on dossier.dossier (unit_id, submitted_at desc);
create index dossier_register on dossier.dossier (unit_id, accepted_at, code) where accepted_at is not null;
create index on dossier.dossier (procedure_id, ended_at desc) where ended_at is not null;
-- What was added lately is read by every search until it is merged: little of it, since people wait for searches.
create index on dossier.dossier using gin (unit_ids) with (gin_pending_list_limit = 256);
create index on dossier.dossier (submitted_at, procedure_id);
create index on dossier.dossier (procedure_id, submitted_at desc);
create index dossier_deadline on dossier.dossier ((coalesce(due_at, accept_due_at)), id) where ended_at is null;
create index dossier_postal on dossier.dossier (submitted_at) where channel = 'POSTAL';
create index dossier_search on dossier.dossier using gin (search_key gin_trgm_ops) with (gin_pending_list_limit = 256);
create index dossier_overdue on dossier.dossier (due_at)
  where ended_at is null and paused_at is null and overdue_at is null and due_at is not null;
comment on table dossier.dossier is 'Hồ sơ thủ tục hành chính as it stands now; dossier.act says how it came there';
comment on column dossier.dossier.code is 'Mã hồ sơ, form of the national portal (unit codes of Decision 20/2020/QĐ-TTg)';
comment on column dossier.dossier.legacy_code is 'Mã hồ sơ, form of Circular 01/2018/TT-VPCP, where the unit has a code of QCVN 102:2016/BTTTT';
comment on column dossier.dossier.procedure_id is 'procedure.procedure';
comment on column dossier.dossier.version_id is 'Version of the procedure that this dossier follows to its end';
comment on column dossier.dossier.unit_id is 'Unit that received it (agency.unit)';
comment on column dossier.dossier.unit_ids is 'All units that take part by the process: who may read it';
comment on column dossier.dossier.place_code is 'Commune whose authority decides (agency.place)';
comment on column dossier.dossier.channel is 'Kênh thực hiện: 1 DIRECT, 2 ONLINE, 3 POSTAL';
comment on column dossier.dossier.account_id is 'Account that filed online; null when an official entered a paper dossier';
comment on column dossier.dossier.submitter_person_id is 'Người nộp';
comment on column dossier.dossier.owner_person_id is 'Chủ hồ sơ';
comment on column dossier.dossier.owner_name is 'Name of the owner, for lists';
comment on column dossier.dossier.search_key is 'Code, owner and abstract, folded';
comment on column dossier.dossier.abstract is 'Trích yếu: the procedure and whom it concerns';
comment on column dossier.dossier.answers is 'The form, as filed and supplemented';
comment on column dossier.dossier.papers is 'Thành phần hồ sơ at submission: code, name, pages, SHA-256 of each';
comment on column dossier.dossier.delivery is 'How the result is wanted';
comment on column dossier.dossier.delivery_address is 'Where the post brings it';
comment on column dossier.dossier.tracking_secret is 'Second factor of public tracking, printed on the receipt';
comment on column dossier.dossier.state is 'Internal state; the national code follows from it';
comment on column dossier.dossier.resume_state is 'State to return to after a supplement';
comment on column dossier.dossier.variant is 'Ordinary course, with verification, or extended';
comment on column dossier.dossier.proposal is 'What the case officer proposes to decide';
comment on column dossier.dossier.proposal_words is 'Reason of a proposed refusal';
comment on column dossier.dossier.deadline is 'Allowance that applies: {qty, unit, cutoff, case}';
comment on column dossier.dossier.submitted_at is 'Ngày nộp';
comment on column dossier.dossier.accept_due_at is 'Hạn tiếp nhận: 8 working hours after submission';
comment on column dossier.dossier.accepted_at is 'Ngày tiếp nhận';
comment on column dossier.dossier.first_due_at is 'Ngày hẹn trả as first promised';
comment on column dossier.dossier.due_at is 'Ngày hẹn trả as it stands';
comment on column dossier.dossier.paused_at is 'Since when the clock stands (national states 5 and 6)';
comment on column dossier.dossier.overdue_at is 'When it was found overdue';
comment on column dossier.dossier.reappointed_at is 'When the one apology with a new date was made';
comment on column dossier.dossier.ended_at is 'Processing ended: resolved, refused, withdrawn or stopped';
comment on column dossier.dossier.delivered_at is 'Ngày trả kết quả';
comment on column dossier.dossier.supplements is 'How many supplement requests were sent';
comment on column dossier.dossier.instance_id is 'process.instance';
comment on column dossier.dossier.result_number is 'Number and symbol of the result';
comment on column dossier.dossier.result_document_id is 'document.issued';
comment on column dossier.dossier.updated_at is 'Last act';

create table dossier.act (
  dossier_id uuid not null references dossier.dossier,
  seq int not null,
  verb text not null,
  at timestamptz not null,
  account_id uuid not null,
  actor_name text not null,
  unit_id uuid,
  role text,
  from_state text,
  to_state text not null,
  words text,
  facts jsonb not null default '{}',
  primary key (dossier_id, seq)
);
create index on dossier.act (at);
comment on table dossier.act is 'Everything that was done to a dossier, in order, never changed';
comment on column dossier.act.seq is 'Counts from 1 without gaps within the dossier';
comment on column dossier.act.verb is 'What was done';
comment on column dossier.act.at is 'When';
comment on column dossier.act.account_id is 'By whom (identity.account)';
comment on column dossier.act.actor_name is 'Name as it was then';
comment on column dossier.act.unit_id is 'Unit of the post in which it was done';
comment on column dossier.act.role is 'Role of that post';
comment on column dossier.act.from_state is 'State before';
comment on column dossier.act.to_state is 'State after';
comment on column dossier.act.words is 'Reason or note that the applicant may read';
comment on column dossier.act.facts is 'What else the act needs: old and new due date, number, task, note for officials';

create function dossier.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'acts are never changed';
end $$;
comment on function dossier.refuse_change is 'Keeps acts append-only';
create trigger act_append_only before update or delete on dossier.act
  for each row execute function dossier.refuse_change();

create table dossier.supplement (
  id uuid primary key,
  dossier_id uuid not null references dossier.dossier,
  number int not null,
  items jsonb not null,
  words text,
  requested_by uuid not null,
  requested_at timestamptz not null,
  allowed_by uuid,
  sent_at timestamptz,
  answer_due_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  unique (dossier_id, number)
);
create index supplement_proposed on dossier.supplement (requested_at) where sent_at is null and closed_at is null;
comment on table dossier.supplement is 'Yêu cầu bổ sung: what is missing or wrong, each point pinned to a paper or a field';
comment on column dossier.supplement.number is '1 is the one request that the law foresees; later ones need a superior';
comment on column dossier.supplement.items is '[{kind: paper|field, name, reason: missing|incorrect|incomplete|outdated|unreadable, words}]';
comment on column dossier.supplement.words is 'General words to the applicant';
comment on column dossier.supplement.requested_by is 'Account of the official';
comment on column dossier.supplement.requested_at is 'When it was proposed';
comment on column dossier.supplement.allowed_by is 'Superior who allowed a further request';
comment on column dossier.supplement.sent_at is 'When the applicant was asked and the clock stopped';
comment on column dossier.supplement.answer_due_at is 'Until when an answer is awaited';
comment on column dossier.supplement.answered_at is 'When the applicant answered';
comment on column dossier.supplement.closed_at is 'Answered, refused by the superior, or let lapse';

create table dossier.paper_check (
  dossier_id uuid not null references dossier.dossier,
  paper_code text not null,
  verdict text not null check (verdict in ('good', 'wrong')),
  words text,
  by_account uuid not null,
  at timestamptz not null,
  primary key (dossier_id, paper_code)
);
comment on table dossier.paper_check is 'An official''s verdict on each paper';
comment on column dossier.paper_check.paper_code is 'Which paper, by the code of the procedure';
comment on column dossier.paper_check.verdict is 'good or wrong';
comment on column dossier.paper_check.words is 'What is wrong';
comment on column dossier.paper_check.by_account is 'Who looked';
comment on column dossier.paper_check.at is 'When';

create table dossier.message (
  id uuid primary key,
  dossier_id uuid not null references dossier.dossier,
  from_account uuid not null,
  from_name text not null,
  is_official boolean not null,
  words text not null check (length(words) between 1 and 4000),
  at timestamptz not null
);
create index on dossier.message (dossier_id, at);
comment on table dossier.message is 'Words between the applicant and the officials';
comment on column dossier.message.from_account is 'Who wrote';
comment on column dossier.message.from_name is 'Name shown';
comment on column dossier.message.is_official is 'Written by an official';
comment on column dossier.message.words is 'The message';
comment on column dossier.message.at is 'When';

create table dossier.badge (
  dossier_id uuid not null references dossier.dossier,
  event text not null,
  at timestamptz not null,
  primary key (dossier_id, event)
);
create index badge_withdrawn on dossier.badge (at) where event = 'withdrawn';
comment on table dossier.badge is 'News that no official has looked at yet; goes away when the dossier is opened by who holds it';
comment on column dossier.badge.event is 'resubmitted, message, returned, paid, assigned, overdue, lapsed, withdrawn';
comment on column dossier.badge.at is 'When it came';

create table dossier.queue (
  id uuid primary key,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  columns jsonb not null,
  position int not null,
  unique (account_id, name)
);
comment on table dossier.queue is 'Lists that an official saved: filter, order, columns';
comment on column dossier.queue.account_id is 'Whose';
comment on column dossier.queue.name is 'As the official named it; empty for the row that holds the columns of the standard lists';
comment on column dossier.queue.filter is 'Conditions of the list';
comment on column dossier.queue.columns is 'Columns and their order';
comment on column dossier.queue.position is 'Order in the rail';

create table dossier.version_process (
  version_id uuid primary key,
  definition_id uuid not null
);
comment on table dossier.version_process is 'Which deployed process (process.definition) dossiers of a version of a procedure run on';
comment on column dossier.version_process.version_id is 'procedure.version';
comment on column dossier.version_process.definition_id is 'process.definition';
