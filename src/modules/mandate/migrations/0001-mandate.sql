create schema mandate;
comment on schema mandate is 'Người đại diện, ủy quyền: who may act for whom, in what and until when';

create table mandate.mandate (
  id uuid primary key,
  principal_id uuid not null,
  representative_id uuid not null,
  kind text not null check (kind in ('PARENT', 'GUARDIAN', 'SPOUSE', 'COMPANY', 'WRITTEN', 'ASSISTED')),
  procedure_ids uuid[],
  from_on date not null,
  until_on date not null,
  evidence text not null check (evidence in ('ONLINE', 'DOCUMENT')),
  sealed bytea not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  check (principal_id <> representative_id),
  check (until_on >= from_on),
  check ((revoked_by is null) = (revoked_at is null))
);
create index on mandate.mandate (principal_id, granted_at desc);
create index on mandate.mandate (representative_id, granted_at desc);
comment on table mandate.mandate is 'One person may act for another; never changed but by its revocation, never deleted';
comment on column mandate.mandate.principal_id is 'For whom (identity.person)';
comment on column mandate.mandate.representative_id is 'Who acts (identity.person)';
comment on column mandate.mandate.kind is 'By which law: parent, guardian, spouse, employee of an organisation, written authority, assisted filing';
comment on column mandate.mandate.procedure_ids is 'In which procedures (procedure.procedure); null for all';
comment on column mandate.mandate.from_on is 'First day';
comment on column mandate.mandate.until_on is 'Last day';
comment on column mandate.mandate.evidence is 'ONLINE: the principal granted it, signed in; DOCUMENT: an official compared a document';
comment on column mandate.mandate.sealed is 'Which document, sealed under the principal''s key';
comment on column mandate.mandate.granted_by is 'The principal or the official (identity.account)';
comment on column mandate.mandate.granted_at is 'When';
comment on column mandate.mandate.revoked_by is 'Who ended it before its time (identity.account)';
comment on column mandate.mandate.revoked_at is 'When; from then on nothing is done by it';

create function mandate.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.revoked_at is not null and (old.revoked_at, old.revoked_by) is distinct from (new.revoked_at, new.revoked_by))
     or (old.principal_id, old.representative_id, old.kind, old.procedure_ids, old.from_on, old.until_on, old.granted_by, old.granted_at)
        is distinct from
        (new.principal_id, new.representative_id, new.kind, new.procedure_ids, new.from_on, new.until_on, new.granted_by, new.granted_at)
  then raise exception 'mandates are only revoked' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
comment on function mandate.refuse_change is 'Lets nothing but the revocation, and the sealing of its document, change a mandate';
create trigger only_revoked before update or delete on mandate.mandate
  for each row execute function mandate.refuse_change();
