alter table dossier.dossier add column definition_id uuid;
comment on column dossier.dossier.definition_id is 'Process (process.definition) that it was moved to by two people''s decision; null while it runs on that of its version';
