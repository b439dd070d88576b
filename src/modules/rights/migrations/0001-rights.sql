create schema rights;
comment on schema rights is 'Quyền của người dân đối với dữ liệu của mình: consent, requests, retention, registers (Law 91/2025/QH15)';

create table rights.term (
  kind text not null,
  from_on date not null,
  answer_days integer not null check (answer_days > 0),
  done_days integer not null check (done_days > 0),
  third_party_days integer not null check (third_party_days >= done_days),
  extension_days integer not null check (extension_days >= 0),
  legal_basis text not null,
  primary key (kind, from_on)
);
comment on table rights.term is 'How quickly requests must be answered and done, from which day on; a later row replaces an earlier one';
comment on column rights.term.kind is 'Kind of request';
comment on column rights.term.from_on is 'For requests from this day on';
comment on column rights.term.answer_days is 'Working days until the person is answered';
comment on column rights.term.done_days is 'Days until it is done';
comment on column rights.term.third_party_days is 'The same when third parties must act too';
comment on column rights.term.extension_days is 'By how many days it may be extended, once';
comment on column rights.term.legal_basis is 'Law and decree';
insert into rights.term
select kind, '2026-01-01', 2, 15, 20, 15, 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP'
  from unnest(array['ACCESS', 'CORRECT', 'DELETE', 'RESTRICT', 'OBJECT', 'COMPLAINT']) kind;

create table rights.request (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('ACCESS', 'CORRECT', 'DELETE', 'RESTRICT', 'OBJECT', 'COMPLAINT')),
  read_id uuid,
  sealed bytea not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REFUSED')),
  made_at timestamptz not null,
  answer_due_at timestamptz not null,
  due_at timestamptz not null,
  extension_days integer not null,
  extended_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  legal_basis text not null,
  check ((decided_at is null) = (state = 'OPEN'))
);
create index on rights.request (person_id, made_at desc);
create index on rights.request (due_at) where state = 'OPEN';
comment on table rights.request is 'A person asks something about data of theirs, or why it was read';
comment on column rights.request.person_id is 'Who asks (identity.person)';
comment on column rights.request.kind is 'Access, correct, delete, restrict, object; or a complaint about a reading';
comment on column rights.request.read_id is 'Which reading the complaint is about (privacy.read_record)';
comment on column rights.request.sealed is 'What they wrote and what they were answered, sealed under their key';
comment on column rights.request.state is 'Open, accepted or refused';
comment on column rights.request.made_at is 'When';
comment on column rights.request.answer_due_at is 'Until when they must be answered';
comment on column rights.request.due_at is 'Until when it must be done; moved by an extension';
comment on column rights.request.extension_days is 'By how many days it may be extended, once';
comment on column rights.request.extended_at is 'When it was extended';
comment on column rights.request.decided_at is 'When it was decided';
comment on column rights.request.decided_by is 'By whom (identity.account)';
comment on column rights.request.legal_basis is 'By which law the days are counted';
alter table rights.request enable row level security;
alter table rights.request force row level security;

create table rights.purpose (
  code text not null,
  version integer not null,
  from_on date not null,
  name_vi text not null,
  name_en text not null,
  words_vi text not null,
  words_en text not null,
  legal_basis text not null,
  needs_consent boolean not null,
  primary key (code, version)
);
comment on table rights.purpose is 'What personal data is used for, by which law, and in which words people consented; never changed, a new version is added';
comment on column rights.purpose.code is 'Stays the same over versions';
comment on column rights.purpose.version is 'Which wording';
comment on column rights.purpose.from_on is 'In force from this day on';
comment on column rights.purpose.name_vi is 'Name';
comment on column rights.purpose.name_en is 'Name in English';
comment on column rights.purpose.words_vi is 'What is done with which data';
comment on column rights.purpose.words_en is 'The same in English';
comment on column rights.purpose.legal_basis is 'Law, article';
comment on column rights.purpose.needs_consent is 'Whether it rests on consent; else the law itself allows it and nobody is asked';
insert into rights.purpose values
  ('handle-cases', 1, '2026-01-01', 'Giải quyết hồ sơ bạn nộp', 'Handling what you file',
   'Thông tin trong hồ sơ, giấy tờ và tài khoản được dùng để giải quyết thủ tục mà bạn yêu cầu.',
   'What stands in your dossiers, papers and account is used to handle what you ask for.',
   'Luật 91/2025/QH15; Nghị định 118/2025/NĐ-CP', false),
  ('keep-registers', 1, '2026-01-01', 'Lưu sổ đăng ký và kết quả', 'Keeping registers and results',
   'Sổ đăng ký và kết quả được lưu theo thời hạn của pháp luật về lưu trữ.',
   'Registers and results are kept as long as the law on archives says.',
   'Luật Lưu trữ 33/2024/QH15', false),
  ('life-event-hints', 1, '2026-01-01', 'Gợi ý thủ tục hợp với bạn', 'Suggesting procedures to you',
   'Ngày sinh, nơi cư trú và hồ sơ đã nộp được dùng để gợi ý thủ tục bạn có thể cần. Không gửi cho ai khác.',
   'Date of birth, residence and former dossiers are used to suggest what you may need. Nobody else gets them.',
   'Luật 91/2025/QH15, sự đồng ý', true),
  ('quality-survey', 1, '2026-01-01', 'Hỏi ý kiến về chất lượng phục vụ', 'Asking how you were served',
   'Số điện thoại hoặc thư điện tử được dùng để hỏi bạn sau khi hồ sơ xong.',
   'Phone number or email are used to ask you once a dossier is over.',
   'Luật 91/2025/QH15, sự đồng ý', true);

create table rights.consent (
  id uuid primary key,
  person_id uuid not null,
  purpose_code text not null,
  purpose_version integer not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (purpose_code, purpose_version) references rights.purpose (code, version)
);
create unique index consent_in_force on rights.consent (person_id, purpose_code) where withdrawn_at is null;
comment on table rights.consent is 'A person consented to one purpose in one wording; only its withdrawal is ever added: the proof of consent (decree 356/2025/NĐ-CP)';
comment on column rights.consent.person_id is 'Who (identity.person)';
comment on column rights.consent.purpose_code is 'To what';
comment on column rights.consent.purpose_version is 'In which words';
comment on column rights.consent.given_at is 'When';
comment on column rights.consent.withdrawn_at is 'When it was taken back';
alter table rights.consent enable row level security;
alter table rights.consent force row level security;

do $$ begin
  execute format('create policy office on rights.request to %I using (true) with check (true)', current_user);
  execute format('create policy office on rights.consent to %I using (true) with check (true)', current_user);
end $$;
create policy own on rights.request to cqs_citizen, cqs_official using (person_id = (select platform.own_person()));
create policy own on rights.consent to cqs_citizen, cqs_official using (person_id = (select platform.own_person()));

create table rights.entry (
  id uuid primary key,
  register text not null check (register in ('PROCESSING', 'IMPACT', 'BREACH')),
  title text not null,
  facts jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  due_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closing text
);
create index on rights.entry (register, made_at desc);
comment on table rights.entry is 'Registers of the office: processing of personal data, impact assessments, breaches; entries are closed, never removed';
comment on column rights.entry.register is 'Which register';
comment on column rights.entry.title is 'What it is about; names nobody';
comment on column rights.entry.facts is 'The answers of its form';
comment on column rights.entry.made_at is 'When it was entered';
comment on column rights.entry.made_by is 'By whom (identity.account)';
comment on column rights.entry.due_at is 'For a breach: until when the authority must be told, 72 hours after it was noticed';
comment on column rights.entry.closed_at is 'When it was closed';
comment on column rights.entry.closed_by is 'By whom (identity.account)';
comment on column rights.entry.closing is 'What was done: number of the report, decision';

create table rights.retention_rule (
  code text not null,
  from_on date not null,
  days integer not null check (days > 0),
  legal_basis text not null,
  primary key (code, from_on)
);
comment on table rights.retention_rule is 'How long what is kept, from which day on; a later row replaces an earlier one';
comment on column rights.retention_rule.code is 'What: closed-request, withdrawn-consent, closed-person';
comment on column rights.retention_rule.from_on is 'In force from this day on';
comment on column rights.retention_rule.days is 'Days after it is over';
comment on column rights.retention_rule.legal_basis is 'Law';
insert into rights.retention_rule values
  ('closed-request', '2026-01-01', 1825, 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP'),
  ('withdrawn-consent', '2026-01-01', 1825, 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP'),
  ('closed-person', '2026-01-01', 3650, 'Luật 91/2025/QH15; Luật Lưu trữ 33/2024/QH15');

create table rights.retention_run (
  id uuid primary key,
  at timestamptz not null,
  code text not null,
  is_dry boolean not null,
  found integer not null,
  done integer not null,
  held integer not null,
  by_account uuid not null
);
create index on rights.retention_run (at desc);
comment on table rights.retention_run is 'What a retention rule found, removed and had to keep';
comment on column rights.retention_run.at is 'When';
comment on column rights.retention_run.code is 'Which rule';
comment on column rights.retention_run.is_dry is 'Whether it only counted';
comment on column rights.retention_run.found is 'How many were over their time';
comment on column rights.retention_run.done is 'How many were removed';
comment on column rights.retention_run.held is 'How many the law still keeps';
comment on column rights.retention_run.by_account is 'Who ran it (identity.account)';
