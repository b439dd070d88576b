alter table dossier.supplement add column tell_by timestamptz;
comment on column dossier.supplement.tell_by is 'Until when the applicant must be told of it, where the law of the procedure says so (24 hours, Decree 63/2024/NĐ-CP)';
create index supplement_untold on dossier.supplement (tell_by) where sent_at is null and closed_at is null;
