alter table dossier.draft add column mandate_id uuid;
comment on column dossier.draft.mandate_id is 'By which mandate it is filled for person_id (mandate.mandate); null for one''s own and for paper';
drop index dossier.draft_live;
create unique index draft_live on dossier.draft (account_id, procedure_id, subject, mandate_id) nulls not distinct
  where ended_at is null;

alter table dossier.dossier add column mandate_id uuid;
comment on column dossier.dossier.mandate_id is 'By which mandate the submitter filed it for the owner (mandate.mandate); null when nobody acted for another';
