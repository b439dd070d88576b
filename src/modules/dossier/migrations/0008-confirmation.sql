create table dossier.confirmation (
  dossier_id uuid not null references dossier.dossier,
  sent_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  primary key (dossier_id, sent_at)
);
create index confirmation_open on dossier.confirmation (due_at) where closed_at is null;
comment on table dossier.confirmation is 'Bản nháp kết quả gửi người nộp kiểm tra trước khi ký; silence is consent where the law of the procedure says so';
comment on column dossier.confirmation.dossier_id is 'Whose draft';
comment on column dossier.confirmation.sent_at is 'When the applicant was asked and the clock stopped';
comment on column dossier.confirmation.due_at is 'Until when an answer is awaited';
comment on column dossier.confirmation.closed_at is 'Answered, deemed to agree, or the dossier ended; what was said is an act';
