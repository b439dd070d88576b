comment on column dossier.dossier.reappointed_at is 'The new date that the one apology promised (Mẫu 04); when it was made stands in overdue_at';
