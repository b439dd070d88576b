create table dossier.decision (
  id uuid primary key,
  at timestamptz not null,
  asked_by uuid not null,
  subject_id text not null,
  action text not null,
  resource_id text not null,
  is_permitted boolean not null,
  reason text not null
);
create index on dossier.decision (at);
comment on table dossier.decision is 'Decisions that other programs asked for (AuthZEN): who may do what to which dossier';
comment on column dossier.decision.at is 'When it was asked';
comment on column dossier.decision.asked_by is 'Account that asked (identity.account)';
comment on column dossier.decision.subject_id is 'Account about which it was asked, as it was named';
comment on column dossier.decision.action is 'What it would do';
comment on column dossier.decision.resource_id is 'Code of the dossier, as it was named';
comment on column dossier.decision.is_permitted is 'What was decided';
comment on column dossier.decision.reason is 'Id of the rule by which';
create trigger append_only before update or delete on dossier.decision
  for each row execute function dossier.refuse_change();
